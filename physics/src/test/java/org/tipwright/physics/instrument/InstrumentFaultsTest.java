package org.tipwright.physics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.instrument.FaultSettings.Drift;
import org.tipwright.physics.instrument.FaultSettings.Hysteresis;
import org.tipwright.physics.instrument.FaultSettings.Noise;
import org.tipwright.physics.instrument.FaultSettings.Preamplifier;

class InstrumentFaultsTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final RandomGenerator random = new SplittableRandom(7);

  private static FaultSettings with(Drift drift, double creep, double speed) {
    return new FaultSettings(
        Noise.NONE, Noise.NONE, drift, creep, Hysteresis.NONE, speed, Preamplifier.IDEAL);
  }

  private static FaultSettings with(Noise current, Preamplifier preamplifier) {
    return new FaultSettings(
        current, Noise.NONE, Drift.NONE, 0, Hysteresis.NONE, INFINITY, preamplifier);
  }

  @Test
  void aPerfectInstrumentChangesNothingAndDrawsNothing() {
    RandomGenerator forbidden =
        () -> {
          throw new AssertionError("a random number was drawn");
        };
    InstrumentFaults instrument = new InstrumentFaults(FaultSettings.none(), forbidden);
    for (int i = 0; i < 1000; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      double z = random.nextGaussian();
      double current = random.nextGaussian();
      instrument.moveTo(x, y, z, 0.1);
      assertThat(instrument.tipX()).isEqualTo(x);
      assertThat(instrument.tipY()).isEqualTo(y);
      assertThat(instrument.tipZ()).isEqualTo(z);
      assertThat(instrument.readNanoampere(current)).isEqualTo(current);
      assertThat(instrument.atRail()).isFalse();
    }
    assertThat(instrument.seconds()).isCloseTo(100, within(1e-9));
  }

  /** 1.96 and 3.05 pm/min of a microscope at 4.9 K: 1.2 and 1.8 Å in an hour. */
  @Test
  void driftCarriesTheTipAsMeasuredAtLowTemperature() {
    InstrumentFaults instrument =
        new InstrumentFaults(with(FaultSettings.lowTemperature().drift(), 0, INFINITY), random);
    instrument.moveTo(0, 0, 0, 3600);
    assertThat(StrictMath.hypot(instrument.tipX(), instrument.tipY()))
        .isCloseTo(60 * 0.0196, within(1e-9));
    assertThat(Math.abs(instrument.tipZ())).isCloseTo(60 * 0.0305, within(1e-9));
  }

  @Test
  void driftGoesInAnotherDirectionOnAnotherDay() {
    FaultSettings settings = with(FaultSettings.lowTemperature().drift(), 0, INFINITY);
    InstrumentFaults one = new InstrumentFaults(settings, new SplittableRandom(1));
    InstrumentFaults other = new InstrumentFaults(settings, new SplittableRandom(2));
    one.moveTo(0, 0, 0, 3600);
    other.moveTo(0, 0, 0, 3600);
    assertThat(one.tipX()).isNotCloseTo(other.tipX(), within(1e-3));
  }

  @Test
  void aMoveTakesAsLongAsTheSpeedAllows() {
    InstrumentFaults instrument = new InstrumentFaults(with(Drift.NONE, 0, 800), random);
    instrument.moveTo(240, 0, 320, 0.25);
    assertThat(instrument.seconds()).isCloseTo(0.75, within(1e-12));
    instrument.sweepTo(240, 0, 328, 0.05);
    assertThat(instrument.seconds()).isCloseTo(0.80, within(1e-12));
    instrument.sweepTo(240, 0, 248, 0.05);
    assertThat(instrument.seconds()).isCloseTo(0.90, within(1e-12));
  }

  @Test
  void whatWasCalledZeroNoLongerCounts() {
    InstrumentFaults instrument =
        new InstrumentFaults(with(FaultSettings.lowTemperature().drift(), 0.02, 5), random);
    instrument.settle(0, 0, 20);
    instrument.moveTo(0, 0, 0, 120);
    assertThat(instrument.tipZ()).isNotCloseTo(0, within(0.5));
    instrument.callThisTheCommandedPlace();
    assertThat(instrument.tipZ()).isZero();
    instrument.moveTo(0, 0, 0, 120);
    assertThat(Math.abs(instrument.tipZ())).isBetween(0.02, 0.3);
  }

  /** 10⁹ V/A and 10 V: 10 nA. */
  @Test
  void theAmplifierStopsAtItsRailAndSaysSo() {
    InstrumentFaults instrument =
        new InstrumentFaults(with(Noise.NONE, new Preamplifier(10, INFINITY)), random);
    instrument.moveTo(0, 0, 0, 0.01);
    assertThat(instrument.readNanoampere(-23)).isEqualTo(-10);
    assertThat(instrument.atRail()).isTrue();
    assertThat(instrument.readNanoampere(3)).isEqualTo(3);
    assertThat(instrument.atRail()).isFalse();
  }

  /** After 1/(2πB) a first-order low pass has done 63 % of a step. */
  @Test
  void theAmplifierFollowsAStepInItsOwnTime() {
    InstrumentFaults instrument =
        new InstrumentFaults(with(Noise.NONE, new Preamplifier(10, 1000)), random);
    double period = 1e-6;
    instrument.moveTo(0, 0, 0, period);
    double after = 0;
    for (double t = 0; t < 1 / (2 * StrictMath.PI * 1000); t += period) {
      after = instrument.readNanoampere(1);
    }
    assertThat(after).isCloseTo(1 - StrictMath.exp(-1), within(0.005));
  }

  /** At its corner it passes 1/√2 of a sine. */
  @Test
  void theAmplifierDampsASineAtItsCornerByThreeDecibels() {
    InstrumentFaults instrument =
        new InstrumentFaults(with(Noise.NONE, new Preamplifier(INFINITY, 1000)), random);
    double period = 2e-6;
    instrument.moveTo(0, 0, 0, period);
    double largest = 0;
    for (int i = 0; i < 5000; i++) {
      double read =
          instrument.readNanoampere(StrictMath.sin(2 * StrictMath.PI * 1000 * i * period));
      largest = i > 2500 ? Math.max(largest, read) : 0;
    }
    assertThat(largest).isCloseTo(StrictMath.sqrt(0.5), within(0.005));
  }

  /**
   * Mean over T of white noise of 0.3 pA in 1 kHz: 0.3 · √(1/(2 T · 1 kHz)); 5 σ of the estimate.
   */
  @Test
  void whiteCurrentNoiseFallsWithTheRootOfTheDwell() {
    InstrumentFaults instrument =
        new InstrumentFaults(with(new Noise(3e-4, 0), Preamplifier.IDEAL), random);
    for (double dwell : new double[] {0.0005, 0.05}) {
      instrument.moveTo(0, 0, 0, dwell);
      double squares = 0;
      int samples = 20_000;
      for (int i = 0; i < samples; i++) {
        double deviation = instrument.readNanoampere(2) - 2;
        squares += deviation * deviation;
      }
      double expected = 3e-4 * StrictMath.sqrt(1 / (2 * dwell * 1000));
      assertThat(StrictMath.sqrt(squares / samples))
          .isCloseTo(expected, within(5 * expected / StrictMath.sqrt(2.0 * samples)));
    }
  }

  /** Through a 1 kHz low pass the same noise has the equivalent bandwidth of π/2 kHz. */
  @Test
  void theAmplifierLimitsTheNoiseThatAFastReadingSees() {
    InstrumentFaults instrument =
        new InstrumentFaults(with(new Noise(3e-4, 0), new Preamplifier(10, 1000)), random);
    instrument.moveTo(0, 0, 0, 5e-6);
    double squares = 0;
    int samples = 400_000;
    for (int i = 0; i < samples; i++) {
      double read = instrument.readNanoampere(0);
      squares += read * read;
    }
    double expected = 3e-4 * StrictMath.sqrt(StrictMath.PI / 2);
    // 2 s of a signal of 0.16 ms correlation: some 6,000 independent values, 5 σ = 4.5 %.
    assertThat(StrictMath.sqrt(squares / samples)).isCloseTo(expected, within(0.05 * expected));
  }

  @Test
  void heightNoiseMovesTheTipAndNotTheCommand() {
    FaultSettings settings =
        new FaultSettings(
            Noise.NONE,
            new Noise(0.002, 0),
            Drift.NONE,
            0,
            Hysteresis.NONE,
            INFINITY,
            Preamplifier.IDEAL);
    InstrumentFaults instrument = new InstrumentFaults(settings, random);
    double squares = 0;
    for (int i = 0; i < 10_000; i++) {
      instrument.moveTo(1, 2, 3, 0.0005);
      assertThat(instrument.tipX()).isEqualTo(1);
      squares += (instrument.tipZ() - 3) * (instrument.tipZ() - 3);
    }
    assertThat(StrictMath.sqrt(squares / 10_000)).isCloseTo(0.002, within(5 * 0.002 / 141));
  }

  @Test
  void aRestoredInstrumentGoesOnAsTheSavedOne() {
    FaultSettings settings = FaultSettings.ambient();
    InstrumentFaults one = new InstrumentFaults(settings, new SplittableRandom(3));
    for (int i = 0; i < 50; i++) {
      one.moveTo(0.3 * i, -i, 20 - i, 0.05);
      one.readNanoampere(i);
    }
    InstrumentFaults other = new InstrumentFaults(settings, new SplittableRandom(99));
    other.restore(one.save());
    RandomGenerator same = new SplittableRandom(5);
    InstrumentFaults first = again(settings, one, same);
    InstrumentFaults second = again(settings, other, new SplittableRandom(5));
    for (int i = 0; i < 50; i++) {
      first.moveTo(i, i, 0.1 * i, 0.1);
      second.moveTo(i, i, 0.1 * i, 0.1);
      assertThat(second.tipX()).isEqualTo(first.tipX());
      assertThat(second.tipY()).isEqualTo(first.tipY());
      assertThat(second.tipZ()).isEqualTo(first.tipZ());
      assertThat(second.readNanoampere(5)).isEqualTo(first.readNanoampere(5));
    }
    assertThat(second.save()).isEqualTo(first.save());
  }

  /** The same state on a stream that stands where another one does. */
  private static InstrumentFaults again(
      FaultSettings settings, InstrumentFaults from, RandomGenerator random) {
    InstrumentFaults copy = new InstrumentFaults(settings, random);
    copy.restore(from.save());
    return copy;
  }

  @Test
  void aStateOfTheWrongSizeIsRefused() {
    InstrumentFaults instrument = new InstrumentFaults(FaultSettings.none(), random);
    assertThatThrownBy(() -> instrument.restore(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 3");
  }

  @Test
  void faultsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Hysteresis(0.3, 1000)).hasMessageContaining("0.3");
    assertThatThrownBy(() -> new Noise(-1, 0)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Preamplifier(0, 1)).hasMessageContaining("rail");
    assertThatThrownBy(() -> with(Drift.NONE, 0.5, 1)).hasMessageContaining("creep");
    assertThatThrownBy(() -> with(Drift.NONE, 0, 0)).hasMessageContaining("speed");
  }
}
