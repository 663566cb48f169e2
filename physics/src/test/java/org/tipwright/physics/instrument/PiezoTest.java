package org.tipwright.physics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tipwright.physics.instrument.FaultSettings.Hysteresis;

class PiezoTest {

  private final LogTime interval = new LogTime();

  private void advance(PiezoCreep creep, double target, double seconds) {
    interval.prepare(seconds);
    creep.advance(target, interval);
  }

  /** ΔL(t) = ΔL₀ [1 + γ log₁₀(t / 0.1 s)] from 2 s to 10⁵ s, in one wait or in many. */
  @Test
  void creepFollowsTheLogarithmOfTime() {
    PiezoCreep creep = new PiezoCreep(0.015);
    creep.settle();
    advance(creep, 100, 0);
    assertThat(creep.extensionAngstrom()).isZero();
    double t = 0;
    for (double next = 2; next < 1e5; next *= 1.1) {
      advance(creep, 100, next - t);
      t = next;
      assertThat(creep.extensionAngstrom())
          .isCloseTo(100 * 0.015 * StrictMath.log10(t / 0.1), within(0.001 * 1.5));
    }
  }

  @Test
  void creepOfSeveralMovesAddsUp() {
    PiezoCreep creep = new PiezoCreep(0.02);
    creep.settle();
    advance(creep, 50, 0);
    advance(creep, 50, 300);
    advance(creep, -30, 0);
    advance(creep, -30, 60);
    double expected = 0.02 * (50 * StrictMath.log10(360 / 0.1) - 80 * StrictMath.log10(60 / 0.1));
    assertThat(creep.extensionAngstrom()).isCloseTo(expected, within(0.002 * 0.02 * 80));
  }

  /** A slow ramp is the limit of many small moves. */
  @Test
  void aRampCreepsAsItsManySmallMoves() {
    PiezoCreep ramp = new PiezoCreep(0.02);
    ramp.settle();
    advance(ramp, 10, 50);
    PiezoCreep steps = new PiezoCreep(0.02);
    steps.settle();
    for (int i = 1; i <= 5000; i++) {
      advance(steps, 10 * (i - 0.5) / 5000, 0);
      advance(steps, 10 * (i - 0.5) / 5000, 0.01);
    }
    assertThat(ramp.extensionAngstrom()).isCloseTo(steps.extensionAngstrom(), within(1e-4));
  }

  private static double position(PiezoHysteresis hysteresis, double command) {
    hysteresis.advance(command);
    return command + hysteresis.extensionAngstrom();
  }

  /** Half way the loop of a full stroke is open by its share of the stroke; 2 % for 24 plays. */
  @Test
  void aFullStrokeOpensTheLoopByTheGivenShare() {
    for (double share : new double[] {0.1, 0.125, 0.15}) {
      double range = 1e4;
      PiezoHysteresis hysteresis = new PiezoHysteresis(new Hysteresis(share, range));
      hysteresis.settle();
      position(hysteresis, range);
      double bottom = position(hysteresis, 0);
      double up = position(hysteresis, range / 2);
      double top = position(hysteresis, range);
      double down = position(hysteresis, range / 2);
      assertThat((down - up) / (top - bottom)).isCloseTo(share, within(0.02 * share + 0.002));
    }
  }

  @Test
  void closedLoopsRepeat() {
    PiezoHysteresis hysteresis = new PiezoHysteresis(new Hysteresis(0.125, 1e4));
    hysteresis.settle();
    position(hysteresis, 3000);
    position(hysteresis, 500);
    double once = position(hysteresis, 2000);
    position(hysteresis, 3000);
    position(hysteresis, 500);
    assertThat(position(hysteresis, 2000)).isCloseTo(once, within(1e-9));
  }

  /** Rayleigh: the opening grows with the square of the stroke, so a lift hardly shows it. */
  @Test
  void aSmallStrokeIsNearlyAsCommanded() {
    PiezoHysteresis hysteresis = new PiezoHysteresis(new Hysteresis(0.125, 1e4));
    hysteresis.settle();
    position(hysteresis, 14);
    assertThat(Math.abs(position(hysteresis, 0))).isLessThan(0.02);
  }
}
