package org.tipwright.runs.agent;

/**
 * How the greedy policy did on the validation seeds of its run.
 *
 * @param round rounds played when it was tried
 * @param episodes episodes it was tried on
 * @param successes those that succeeded
 * @param abandoned those given up because their physics did not converge; they count as failures
 */
public record ValidationScore(long round, int episodes, int successes, int abandoned) {

  /** No validation has been played yet. */
  public static final ValidationScore NONE = new ValidationScore(0, 0, 0, 0);

  /** Share of successes, from 0 to 1; NaN if nothing was played. */
  public double rate() {
    return episodes == 0 ? Double.NaN : (double) successes / episodes;
  }

  /**
   * Whether a policy with this score is chosen over one with {@code other}: of equals the later.
   */
  public boolean isChosenOver(ValidationScore other) {
    return episodes > 0 && (other.episodes == 0 || successes >= other.successes);
  }
}
