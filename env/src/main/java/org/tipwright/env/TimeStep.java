package org.tipwright.env;

/**
 * What an environment gives back for one step. Built only by the four factories, so that a
 * truncation can never be taken for a termination.
 *
 * @param type where in the episode this step stands
 * @param reward reward of the action that led here; 0 for the first step
 * @param discount 0 after a termination, else 1; multiply it by the learner's own γ
 * @param observation one value per component of the observation spec; the caller may keep it
 */
public record TimeStep(StepType type, float reward, float discount, float[] observation) {

  /** For the factories; refuses what none of them makes. */
  public TimeStep {
    if (discount != (type == StepType.TERMINATED ? 0f : 1f)) {
      throw new IllegalArgumentException("a " + type + " step cannot have discount " + discount);
    }
    if (type == StepType.FIRST && reward != 0f) {
      throw new IllegalArgumentException("a FIRST step cannot have reward " + reward);
    }
  }

  /** The first step of an episode. */
  public static TimeStep restart(float[] observation) {
    return new TimeStep(StepType.FIRST, 0f, 1f, observation);
  }

  /** A step in the middle of an episode. */
  public static TimeStep transition(float reward, float[] observation) {
    return new TimeStep(StepType.MID, reward, 1f, observation);
  }

  /** The episode is over because the task is: nothing follows, the discount is 0. */
  public static TimeStep termination(float reward, float[] observation) {
    return new TimeStep(StepType.TERMINATED, reward, 0f, observation);
  }

  /** The episode was cut, not finished: the discount stays 1 and a learner bootstraps. */
  public static TimeStep truncation(float reward, float[] observation) {
    return new TimeStep(StepType.TRUNCATED, reward, 1f, observation);
  }

  /** Whether no further step may follow without a reset. */
  public boolean isLast() {
    return type.isLast();
  }
}
