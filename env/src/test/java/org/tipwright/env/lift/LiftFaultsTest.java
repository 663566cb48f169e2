package org.tipwright.env.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.tipwright.env.Tasks;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.instrument.FaultSettings;

class LiftFaultsTest {

  private static final String NOTHING_WRONG =
      """
      instrument {
        faults = on
        current-noise-picoampere { white = 0, flicker = 0 }
        height-noise-picometre { white = 0, flicker = 0 }
        drift-angstrom-per-hour { lateral = 0, vertical = 0 }
        creep-per-decade = 0
        hysteresis.share = 0
        speed-angstrom-per-second = 0
        preamplifier { rail-nanoampere = 0, bandwidth-hertz = 0 }
      }
      """;

  private static LiftSettings settings(String settings) {
    return LiftSettings.from(
        ConfigFactory.parseString(settings).withFallback(Tasks.defaults("lift")).resolve());
  }

  private static LiftBench bench(String settings) {
    LiftBench bench = new LiftBench(settings(settings));
    bench.seed(3);
    return bench;
  }

  /** Currents of contact and of 30 steps inward at 45°. */
  private static double[] lift(LiftBench bench) throws NotConverged {
    bench.approach();
    double[] currents = new double[31];
    currents[0] = bench.currentNanoampere();
    double azimuth = bench.site().inwardAzimuthRadians();
    for (int i = 1; i < currents.length; i++) {
      double lateral = Math.max(0, 0.1 * i - 1);
      bench.moveTip(lateral * StrictMath.cos(azimuth), lateral * StrictMath.sin(azimuth), 0.1 * i);
      currents[i] = bench.currentNanoampere();
    }
    return currents;
  }

  /** The sheet's figures are rounded: 1.96 pm/min is 1.176 Å/h. */
  @Test
  void theDefaultsAreThoseOfAGoodMicroscopeAndOff() {
    LiftInstrument instrument = settings("").instrument();
    FaultSettings known = FaultSettings.lowTemperature();
    FaultSettings faults = instrument.faults();
    assertThat(instrument.imperfect()).isFalse();
    assertThat(faults.current().white()).isCloseTo(known.current().white(), within(1e-12));
    assertThat(faults.current().flicker()).isCloseTo(known.current().flicker(), within(1e-12));
    assertThat(faults.height().white()).isCloseTo(known.height().white(), within(1e-12));
    assertThat(faults.height().flicker()).isCloseTo(known.height().flicker(), within(1e-12));
    assertThat(faults.drift().lateralAngstromPerSecond())
        .isCloseTo(known.drift().lateralAngstromPerSecond(), within(1e-12));
    assertThat(faults.drift().verticalAngstromPerSecond())
        .isCloseTo(known.drift().verticalAngstromPerSecond(), within(1e-12));
    assertThat(faults.creepPerDecade()).isEqualTo(known.creepPerDecade());
    assertThat(faults.hysteresis()).isEqualTo(known.hysteresis());
    assertThat(faults.speedAngstromPerSecond()).isEqualTo(known.speedAngstromPerSecond());
    assertThat(faults.preamplifier()).isEqualTo(known.preamplifier());
  }

  @Test
  void faultsOfNoSizeChangeNothing() throws NotConverged {
    double[] perfect = lift(bench(""));
    double[] faultless = lift(bench(NOTHING_WRONG));
    for (int i = 0; i < perfect.length; i++) {
      assertThat(faultless[i]).isCloseTo(perfect[i], within(1e-6 * perfect[i]));
    }
  }

  @Test
  void sizesDoNotMatterWhileFaultsAreOff() throws NotConverged {
    assertThat(lift(bench("instrument.creep-per-decade = 0.1"))).isEqualTo(lift(bench("")));
    assertThat(bench("").saveStreams().entries().keySet())
        .isEqualTo(bench("instrument.creep-per-decade = 0.1").saveStreams().entries().keySet());
  }

  @Test
  void theAmplifierNeverShowsMoreThanItsRail() throws NotConverged {
    double[] currents =
        lift(bench(NOTHING_WRONG + "\ninstrument.preamplifier.rail-nanoampere = 5"));
    assertThat(currents).startsWith(5, 5, 5);
    assertThat(currents[30]).isLessThan(5);
  }

  /** 2000 Å/h is 0.056 Å a dwell: after three seconds the gap is wrong by 1.7 Å. */
  @Test
  void verticalDriftChangesTheCurrentAndNotTheReportedPosition() throws NotConverged {
    String drifting = NOTHING_WRONG + "\ninstrument.drift-angstrom-per-hour.vertical = 2000";
    LiftBench bench = bench(drifting);
    double[] drifted = lift(bench);
    double[] perfect = lift(bench(""));
    assertThat(bench.tipZ()).isEqualTo(3);
    assertThat(Math.abs(StrictMath.log10(drifted[30] / perfect[30]))).isGreaterThan(0.3);
  }

  @Test
  void aRestoredBenchGoesOnAsTheSavedOne() throws NotConverged {
    LiftBench bench = bench("instrument.faults = on");
    var unused = lift(bench);
    StreamsState state = bench.saveStreams();
    double[] first = lift(bench);
    LiftBench other = new LiftBench(settings("instrument.faults = on"));
    other.restoreStreams(state);
    assertThat(lift(other)).isEqualTo(first);
  }

  @Test
  void aBadFaultIsNamed() {
    assertThatThrownBy(() -> settings("instrument.creep-per-decade = 2"))
        .hasMessage("instrument: creep per decade: 2.0 is not from 0 to 0.1");
    assertThatThrownBy(() -> settings("instrument.faults = on, dwell-seconds = 0"))
        .hasMessage("dwell-seconds = 0.0: must be above 0 where instrument.faults = on");
  }
}
