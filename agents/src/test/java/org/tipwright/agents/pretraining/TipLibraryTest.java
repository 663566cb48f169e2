package org.tipwright.agents.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.tipwright.env.Tasks;
import org.tipwright.env.hose.HoseCorridor;
import org.tipwright.env.hose.HosePath;
import org.tipwright.env.hose.HoseSettings;
import org.tipwright.env.random.RandomStream;

class TipLibraryTest {

  private static final int TIPS = 10;
  private static final int FIRST_MEMBER = 5000;
  private static final TipLibrary LIBRARY =
      TipLibrary.pretrain(
          PretrainedSettings.from(
              ConfigFactory.parseString(
                      "tips = 10, first-member = 5000, least-radius-factor = 0.9,"
                          + " most-radius-factor = 0.9")
                  .withFallback(PretrainedSettings.defaults())));

  /** Positions around the path, every second within 1 Å or so of it, at all heights. */
  @Test
  void mapsSayWhatTheSimulationSaysButForATenthOfAnAngstrom() {
    RandomStream draws = new RandomStream(1, "positions");
    int asked = 0;
    int wrong = 0;
    for (int tip = 0; tip < TIPS; tip++) {
      HosePath path = path(FIRST_MEMBER + tip);
      HoseCorridor corridor = new HoseCorridor(path, 0.9);
      for (int i = 0; i < 2000; i++) {
        int level = 5 + draws.nextInt(TipMap.LEVELS - 6);
        double spread = i % 2 == 0 ? 10 : 30;
        int x = tenths(10 * LIBRARY.lineX(tip, level) + spread * draws.nextGaussian());
        int y = tenths(10 * LIBRARY.lineY(tip, level) + spread * draws.nextGaussian());
        double margin = LIBRARY.margin(tip, 0.1 * x, 0.1 * y, 0.2 * level);
        boolean survives = corridor.survives(x, y, 2 * level);
        asked++;
        wrong += (survives ? -margin : margin) > 0.1 ? 1 : 0;
      }
    }
    assertThat((double) wrong / asked).isLessThan(0.005);
  }

  @Test
  void aTipIsMostLikeItselfAndThenThoseAsFarOut() {
    for (int likeness = 0; likeness < LIBRARY.likenesses(); likeness++) {
      assertThat(LIBRARY.like(3, likeness, 0)).isEqualTo(3);
      int next = LIBRARY.like(3, likeness, 1);
      assertThat(next).isNotEqualTo(3);
      assertThat(LIBRARY.like(next, likeness, -1)).isEqualTo(3);
    }
  }

  /** Moves between tips are symmetric only if turning there and back turns by nothing. */
  @Test
  void becomingAnotherTipAndItselfAgainTurnsByNothing() {
    TipPose pose = new TipPose(LIBRARY);
    pose.set(2, true, 0.7, 0.1, -0.2);
    double x = pose.lineX(60);
    pose.become(6, false, 1);
    assertThat(pose.lineX(60)).isNotEqualTo(x);
    pose.become(2, true, 1);
    assertThat(pose.lineX(60)).isCloseTo(x, org.assertj.core.data.Offset.offset(1e-9));
  }

  private static HosePath path(int member) {
    return HoseSettings.from(
            ConfigFactory.parseString("path = family, family-member = " + member)
                .withFallback(Tasks.defaults("hose")))
        .drawPath();
  }

  private static int tenths(double number) {
    return (int) Math.round(number);
  }
}
