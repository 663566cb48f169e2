package org.tipwright.bridge.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.bridge.instrument.TipPosition;

class PlanTest {

  @TempDir private Path folder;

  private Plan plan(String text) throws IOException {
    return Plan.read(Files.writeString(folder.resolve("lift.plan"), text));
  }

  @Test
  void readsAStepOfEachLine() throws IOException {
    assertThat(
            plan("""
                    # by hand
                    approach
                    set-bias -3   # mV
                    move-tip 0.1 0 0.25

                    withdraw
                    check-tip
                    scan-site
                    """)
                .steps())
        .containsExactly(
            new Step.Approach(),
            new Step.SetBias(-0.003),
            new Step.MoveTip(new TipPosition(0.1, 0, 0.25)),
            new Step.Withdraw(),
            new Step.CheckTip(),
            new Step.ScanSite());
  }

  @Test
  void aLineIsMovesOfAtMostThreeTenthsOfAnAngstromFromWhereTheTipIs() throws IOException {
    Plan plan =
        plan("approach\nmove-tip 0 0 0.3\nline-to 3 0 4.3\nwithdraw\napproach\nline-to 0 0 1");
    assertThat(plan.steps()).hasSize(1 + 1 + 17 + 1 + 1 + 4);
    TipPosition before = new TipPosition(0, 0, 0.3);
    for (Step step : plan.steps().subList(2, 19)) {
      TipPosition to = ((Step.MoveTip) step).to();
      assertThat(before.distanceAngstrom(to)).isLessThanOrEqualTo(0.3);
      before = to;
    }
    assertThat(before).isEqualTo(new TipPosition(3, 0, 4.3));
    assertThat(plan.steps().get(21)).isEqualTo(new Step.MoveTip(new TipPosition(0, 0, 0.25)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jump",
        "move-tip 1 2",
        "move-tip 1 2 three",
        "line-to 0 0 NaN",
        "withdraw now",
        "set-bias"
      })
  void aLineThatIsNoStepIsNamed(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan("approach\n" + line + "\n"))
        .withMessageContaining("line 2: '" + line + "' is no step; write approach, move-tip x y z");
  }

  @Test
  void aPlanWithoutAStepIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan("# nothing\n"))
        .withMessageContaining("has no step");
  }
}
