package org.tipwright.runs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipwright.env.Tasks;

final class LiftTableTest {

  private static final int SITES = 6;

  private final LiftTable table =
      new LiftTable(Tasks.defaults("lift"), new EvaluationSettings(SITES, 5, 1, 0, 1));

  @Test
  void thePublishedPathLiftsInwardWhatStraightUpLoses() {
    List<PolicyScore> scores = table.row("Ag111", "full", Optional.empty());
    int published = score(scores, "published inward").successes();
    assertThat(published).isGreaterThan(SITES / 2);
    assertThat(score(scores, "straight up").successes()).isZero();
    assertThat(score(scores, "oracle").successes()).isGreaterThanOrEqualTo(published);
  }

  @Test
  void aSingleMoleculeLeavesGoldStraightUp() {
    List<PolicyScore> scores = table.row("Au111", "isolated", Optional.empty());
    assertThat(score(scores, "straight up").successes()).isEqualTo(SITES);
  }

  private static PolicyScore score(List<PolicyScore> scores, String player) {
    return scores.stream().filter(s -> s.policy().equals(player)).findFirst().orElseThrow();
  }
}
