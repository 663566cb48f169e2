package org.tipwright.agents.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShellsTest {

  private static final Shells SHELLS =
      Shells.of(BeliefSettings.from(BeliefSettings.defaults()), 140);

  @Test
  void aDirectionLeadsBackToItsPosition() {
    double x = 3;
    double y = -4;
    double scale = Shells.toDirection(Shells.distance(x, y, 60), 60);
    double directionX = scale * x;
    double directionY = scale * y;
    double back = Shells.fromDirection(directionX, directionY, 60);
    assertThat(back * directionX).isCloseTo(x, within(1e-9));
    assertThat(back * directionY).isCloseTo(y, within(1e-9));
    double cosine = 6 / Math.sqrt(25 + 36);
    assertThat(directionX * directionX + directionY * directionY)
        .isCloseTo(2 - 2 * cosine, within(1e-9));
  }

  @Test
  void everyDistanceWithinReachHasAShellOfItsOwn() {
    for (int k = 0; k < SHELLS.count(); k++) {
      assertThat(SHELLS.of(SHELLS.distance(k))).isEqualTo(k);
    }
    assertThat(SHELLS.of(14 * Math.sqrt(1 + 2.8 * 2.8))).isEqualTo(SHELLS.count() - 1);
    assertThat(SHELLS.of(1000)).isEqualTo(SHELLS.count() - 1);
  }

  @Test
  void aDirectionTooFlatToFollowCountsAsTheSteepestThatCanBeFollowed() {
    double way = Shells.fromDirection(1.9, 0, 10) * 1.9;
    assertThat(way).isPositive().isLessThan(10);
  }
}
