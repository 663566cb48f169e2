package org.tipwright.env.lift;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.physics.NotConverged;

class RuptureSignTest {

  private static final double DARK = -1;

  private static Config settings(String overrides) {
    return ConfigFactory.parseString(overrides).withFallback(Tasks.defaults("lift"));
  }

  private static int stepsUntilShown(double height, double log, double shift) {
    RuptureSign sign = new RuptureSign(LiftSettings.from(settings("")));
    sign.begin();
    for (int step = 1; step <= 100; step++) {
      if (sign.shows(height, log, shift)) {
        return step;
      }
    }
    return 0;
  }

  @Test
  void showsAfterFiveDarkStepsInARow() {
    assertThat(stepsUntilShown(3, DARK, 0.2)).isEqualTo(5);
  }

  @Test
  void eitherSignalAloneKeepsTheBond() {
    assertThat(stepsUntilShown(3, 2, 0.2)).isZero();
    assertThat(stepsUntilShown(3, DARK, 4)).isZero();
  }

  @Test
  void isUnknownWhereBothMayBeDark() {
    assertThat(stepsUntilShown(6.1, DARK, 0)).isZero();
  }

  @Test
  void aCurrentThatComesBackWasSwitching() {
    RuptureSign sign = new RuptureSign(LiftSettings.from(settings("")));
    sign.begin();
    for (int i = 0; i < 40; i++) {
      assertThat(sign.shows(3, i % 5 == 4 ? 2 : DARK, 0)).isFalse();
    }
  }

  /** Truth is looked at here alone: what the signals show must be so. */
  @Test
  void whatItShowsIsAlwaysARupture() throws NotConverged {
    LiftTask task =
        new LiftTask(
            LiftSettings.from(
                settings(
                    "end { at-rupture = off, at-recognised-rupture = on }, site.strength-nanonewton.mean = 0.9")));
    task.seed(5);
    float[] observation = new float[task.observationSpec().size()];
    int recognised = 0;
    for (int episode = 0; episode < 12; episode++) {
      task.reset(observation, 0);
      StepType type = StepType.FIRST;
      while (!type.isLast()) {
        type = task.step(new float[] {LiftMove.UP.ordinal()}, 0, observation, 0);
      }
      if (task.bench().tipZ() < 13.9) {
        recognised++;
        assertThat(task.bench().bondIntact()).isFalse();
      }
    }
    assertThat(recognised).isPositive();
  }
}
