package org.tipwright.runs.comparison;

import java.util.List;
import org.tipwright.agents.benchmark.HoseTrial;

/** The tasks that learners are compared on. */
public final class LearningTasks {

  /** Paths of the family that figures are reported for: members 0 to 39. */
  public static final int FAMILY_PATHS = 40;

  private LearningTasks() {}

  /** All of them. */
  public static List<LearningTask> all() {
    return List.of(hose(), family(), new DriftTask(), lift());
  }

  private static LearningTask hose() {
    return new FirstSuccessTask(
        "hose",
        (seeds, paths) -> HoseTrial.onePath(seeds),
        new Entrant("belief", 100),
        new Entrant("leinen-both", 100),
        new Entrant("leinen-avoidance", 100),
        new Entrant("leinen-rollouts", 100),
        new Entrant("leinen-plain", 100),
        new Entrant("azimuth-45", 100),
        new Entrant("best-straight-line", 100),
        new Entrant("random", 100),
        new Entrant("dqn", 20),
        new Entrant("dl4j", 20),
        new Entrant("rl4j", 20));
  }

  private static LearningTask family() {
    return new FirstSuccessTask(
        "hose-family",
        (seeds, paths) -> HoseTrial.family(0, paths, seeds),
        new Entrant("belief", 3),
        new Entrant("leinen-both", 2),
        new Entrant("azimuth-45", 3),
        new Entrant("best-straight-line", 3));
  }

  private static LearningTask lift() {
    return new FirstSuccessTask(
        "lift",
        (seeds, paths) -> HoseTrial.molecules(seeds),
        new Entrant("belief", 20),
        new Entrant("azimuth-45", 20),
        new Entrant("random", 20));
  }
}
