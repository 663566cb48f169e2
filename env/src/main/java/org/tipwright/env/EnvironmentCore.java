package org.tipwright.env;

import java.util.List;
import java.util.Optional;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/**
 * An environment that allocates nothing per step: observations go into arrays that the caller owns.
 * {@link Environment} wraps it for people, {@link VectorEnvironment} for learners.
 *
 * <p>Call order: {@link #seed}, then {@link #reset} and {@link #step} until a last step, then
 * {@link #reset} again. Equal seeds followed by equal calls give equal bytes, on any machine.
 */
public interface EnvironmentCore {

  /** Shape, names, units and bounds of what is observed. */
  ObservationSpec observationSpec();

  /** Shape of what can be done. */
  ActionSpec actionSpec();

  /** Maps under which the task is the same over all its episodes, beside the identity. */
  default List<Symmetry> symmetries() {
    return List.of();
  }

  /** Which actions are forbidden where; none, unless the environment says otherwise. */
  default ActionMask actionMask() {
    return ActionMask.NONE;
  }

  /** What an agent may know of the dynamics beforehand, if anything. */
  default Optional<KnownDynamics> knownDynamics() {
    return Optional.empty();
  }

  /** How the task depends on its goal, if it has one that changes from episode to episode. */
  default Optional<GoalTask> goalTask() {
    return Optional.empty();
  }

  /**
   * Starts every random stream of this environment afresh and forgets what earlier episodes left
   * behind.
   */
  void seed(long seed);

  /**
   * Starts the next episode and writes its first observation to {@code observation[offset …]}.
   *
   * @throws NotConverged if the physics finds no state to start from
   * @throws IllegalStateException if {@link #seed} or {@link #restoreStreams} was never called
   */
  void reset(float[] observation, int offset) throws NotConverged;

  /**
   * Does {@code action[actionOffset …]} and writes what is then observed to {@code
   * observation[offset …]}.
   *
   * @return {@link StepType#MID}, or how the episode ended
   * @throws NotConverged if the physics does not relax: the episode must be abandoned, {@link
   *     #reset} is next
   * @throws IllegalStateException after the end of an episode, without {@link #reset}
   * @throws IllegalArgumentException if the action does not fit {@link #actionSpec}; nothing has
   *     happened then
   */
  StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged;

  /** Reward of the last step; 0 after a reset. */
  float reward();

  /** Whether the episode has ended in what the task calls success. */
  boolean succeeded();

  /** All that the next {@link #reset} depends on. Call it between episodes. */
  StreamsState saveStreams();

  /** Goes back to a saved state: the episodes that follow are those that followed it then. */
  void restoreStreams(StreamsState state);
}
