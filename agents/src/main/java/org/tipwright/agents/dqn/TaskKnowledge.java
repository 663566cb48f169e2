package org.tipwright.agents.dqn;

import java.util.List;
import java.util.Optional;
import org.tipwright.env.ActionMask;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.GoalTask;
import org.tipwright.env.KnownDynamics;
import org.tipwright.env.Symmetry;

/**
 * What a learner may know of its task beside the time steps.
 *
 * @param symmetries maps under which the task is the same
 * @param mask which actions are forbidden where
 * @param dynamics where moves lead, if that is known
 * @param goal how the task depends on its goal, if it has one
 */
public record TaskKnowledge(
    List<Symmetry> symmetries,
    ActionMask mask,
    Optional<KnownDynamics> dynamics,
    Optional<GoalTask> goal) {

  /** Nothing at all. */
  public static final TaskKnowledge NOTHING =
      new TaskKnowledge(List.of(), ActionMask.NONE, Optional.empty(), Optional.empty());

  public TaskKnowledge {
    symmetries = List.copyOf(symmetries);
  }

  /** What an environment says of its task. */
  public static TaskKnowledge of(EnvironmentCore environment) {
    return new TaskKnowledge(
        environment.symmetries(),
        environment.actionMask(),
        environment.knownDynamics(),
        environment.goalTask());
  }
}
