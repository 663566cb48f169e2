package org.tipwright.env.hose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/**
 * Points chosen, with an independent program, 0.02 to 0.05 Å inside and outside of where one rule
 * of the definition decides alone. Positions in tenths of Å.
 */
class HoseCorridorTest {

  private final HoseCorridor e1 = new HoseCorridor(PublishedPath.path());

  @Test
  void ruleANearContactTheOriginsSideOfTheTiltedPlaneSurvives() {
    assertThat(e1.survives(0, 3, 23)).isTrue();
    assertThat(e1.survives(12, -9, 23)).isTrue();
    assertThat(e1.survives(-3, 3, 22)).isFalse();
    assertThat(e1.survives(12, -12, 22)).isFalse();
  }

  @Test
  void ruleAHoldsFarFromThePathToo() {
    assertThat(e1.survives(-27, -12, 1)).isTrue();
    assertThat(e1.survives(-30, -12, 1)).isFalse();
  }

  @Test
  void ruleBFromThreeToFiveTheHoseIsThreeQuartersWide() {
    assertThat(e1.survives(18, 21, 20)).isTrue();
    assertThat(e1.survives(18, 24, 22)).isTrue();
    assertThat(e1.survives(6, 15, 27)).isFalse();
  }

  @Test
  void ruleCBeyondFiveTheHoseWidens() {
    assertThat(e1.survives(87, 21, 30)).isTrue();
    assertThat(e1.survives(102, 33, 17)).isTrue();
    assertThat(e1.survives(-6, 72, 80)).isFalse();
  }

  @Test
  void atThirteenAndAHalfTheHoseIsStillWide() {
    assertThat(e1.survives(60, 84, 87)).isTrue();
    assertThat(e1.survives(81, 0, 108)).as("7.3 Å off, at r = 13.5").isTrue();
    assertThat(e1.survives(81, 0, 109)).as("a tenth higher, at r = 13.58").isFalse();
  }

  @Test
  void ruleDBetweenThirteenAndAHalfAndFifteenAndAHalfTheHoseIsNarrow() {
    assertThat(e1.survives(63, 87, 104)).isTrue();
    assertThat(e1.survives(81, 81, 80)).isFalse();
  }

  @Test
  void ruleEBeyondFifteenAndAHalfTheHoseWidensAgain() {
    assertThat(e1.survives(117, 60, 120)).isTrue();
    assertThat(e1.survives(66, 75, 128)).isFalse();
  }

  /** The count comes from the independent program; no point is within 6e-5 Å of a border. */
  @Test
  void asManyLatticePointsSurviveAsInAnIndependentProgram() {
    int survivors = 0;
    for (int x = -10; x <= 50; x++) {
      for (int y = -10; y <= 50; y++) {
        for (int z = 1; z < 140; z++) {
          survivors += e1.survives(3 * x, 3 * y, z) ? 1 : 0;
        }
      }
    }
    assertThat(survivors).isEqualTo(149_094);
  }

  @Test
  void aVerticalPathHasACorridorToo() {
    HoseCorridor vertical = new HoseCorridor(new HosePathBuilder().lineTo(0, 0, 17).build());
    for (int z = 0; z < 140; z++) {
      assertThat(vertical.survives(0, 0, z)).as("height %s", z / 10.0).isTrue();
    }
    assertThat(vertical.survives(12, 0, 40)).isFalse();
  }

  @Test
  void aPathThatLeavesDownwardsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HoseCorridor(new HosePathBuilder().lineTo(1, 0, -17).build()))
        .withMessageContaining("has to go up");
  }
}
