package org.tipwright.runs.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.runs.evaluation.PolicyScore;

class RehearsalScoreTest {

  private static final PolicyScore TRAINING =
      new PolicyScore("trained", 174, 200, 0, 90, 0.8, 3, 194);

  private static RehearsedLift lift(long seed, boolean carried, String... outcomes) {
    return new RehearsedLift(seed, List.of(outcomes), carried, 0, "");
  }

  private final RehearsalScore score =
      new RehearsalScore(
          List.of(
              lift(1, true, "success"),
              lift(2, true, "rupture", "success"),
              lift(3, false, "rupture", "rupture", "unknown"),
              lift(4, false, "success"),
              lift(5, true, "unknown", "no contact")),
          3,
          TRAINING,
          new PolicyScore("trained", 43, 50, 0, 90, 0.8, 3, 48),
          new PolicyScore("trained", 41, 50, 0, 90, 0.8, 3, 47));

  @Test
  void theFirstLiftAndTheFirstThreeAreCountedApart() {
    assertThat(score.lifted(1)).isEqualTo(2);
    assertThat(score.lifted(3)).isEqualTo(3);
    assertThat(score.text())
        .containsPattern("on the instrument +5 +40.0 %")
        .containsPattern("same molecules and tips, simulated +50 +86.0 %")
        .containsPattern("with an instrument's faults +50 +82.0 %")
        .containsPattern("in the training simulation +200 +87.0 %")
        .contains("97.0 %");
  }

  @Test
  void aSuccessThatIsNoneInTruthAndOneNotRecognisedAreCounted() {
    assertThat(score.text()).contains("1 false successes, 1 successes not recognised, 0 crashes");
    Config json = score.json();
    assertThat(json.getInt("false_successes")).isEqualTo(1);
    assertThat(json.getInt("outcomes.rupture")).isEqualTo(3);
    assertThat(json.getConfigList("seeds")).hasSize(5);
  }
}
