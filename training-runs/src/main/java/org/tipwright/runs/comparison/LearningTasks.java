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
    return List.of(
        new FirstSuccessTask("hose", (seeds, paths) -> HoseTrial.onePath(seeds)),
        new FirstSuccessTask("hose-family", (seeds, paths) -> HoseTrial.family(0, paths, seeds)),
        new DriftTask(),
        new FirstSuccessTask("lift", (seeds, paths) -> HoseTrial.molecules(seeds)));
  }
}
