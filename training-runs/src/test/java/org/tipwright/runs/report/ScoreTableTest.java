package org.tipwright.runs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.PolicyScore;

class ScoreTableTest {

  private static final PolicyScore UP = new PolicyScore("straight up", 10, 200, 0, 20, -0.8);
  private static final PolicyScore ORACLE =
      new PolicyScore("oracle", 190, 200, 0, Double.NaN, Double.NaN);

  @Test
  void everyPolicyHasALineWithItsShareAndInterval() {
    assertThat(ScoreTable.text("200 sites", result(120)))
        .isEqualTo(
            """
            200 sites
            policy       success    95 % interval  with retries  sites  mean steps
            ───────────  ───────  ───────────────  ────────────  ─────  ──────────
            trained       60.0 %  53.1 % … 66.5 %   90.0 % in 3    200         118
            straight up    5.0 %    2.7 % … 9.0 %                  200          20
            oracle        95.0 %  91.0 % … 97.3 %                  200
            The interval of 'trained' lies above that of every fixed policy.
            """);
  }

  @Test
  void aPolicyWhoseIntervalOverlapsIsNamed() {
    assertThat(ScoreTable.verdict(result(14)))
        .isEqualTo("The interval of 'trained' does not lie above that of straight up.");
  }

  private static EvaluationResult result(int successes) {
    return new EvaluationResult(
        "lift",
        1,
        new PolicyScore("trained", successes, 200, 0, 118, 1.2, 3, 180),
        List.of(UP, ORACLE));
  }
}
