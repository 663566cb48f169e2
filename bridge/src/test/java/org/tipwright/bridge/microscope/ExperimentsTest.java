package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spectroscopy, lock-in, loop of the sensor, atom tracking, logger. */
class ExperimentsTest {

  @TempDir private Path folder;

  private ScopeBench onMetal() {
    ScopeBench bench = new ScopeBench(folder, 31);
    return bench.approachAt(bench.bareX(), 0);
  }

  private static SpectrumData biasSpectrum(ScopeBench bench) {
    bench.microscope.tell(
        scope -> {
          scope.biasSpectroscopy().open();
          scope.biasSpectroscopy().settings().setLimits(-0.2, 0.2);
          scope.biasSpectroscopy().start();
        });
    bench.pass(10);
    return bench.microscope.ask(scope -> Objects.requireNonNull(scope.biasSpectroscopy().data()));
  }

  @Test
  void aBiasSpectrumShowsTheOnsetOfTheSurfaceState() {
    SpectrumData data = biasSpectrum(onMetal());
    float[] volt = data.row(0);
    float[] current = data.row(1);
    assertThat(volt[0]).isEqualTo(-0.2f);
    assertThat(volt[volt.length - 1]).isEqualTo(0.2f);
    double below = slope(volt, current, -0.18, -0.1);
    double above = slope(volt, current, 0.05, 0.18);
    assertThat(above / below).isCloseTo(1 / 0.6, within(0.15));
  }

  private static double slope(float[] x, float[] y, double from, double to) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < x.length; i++) {
      if (x[i] >= from && x[i] <= to) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return (y[last] - y[first]) / (x[last] - x[first]);
  }

  @Test
  void afterASpectrumEverythingIsAsItWas() {
    ScopeBench bench = onMetal();
    double z = bench.z();
    var unused = biasSpectrum(bench);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.biasSpectroscopy().running()))
        .isFalse();
    assertThat(bench.microscope.<Double>ask(scope -> scope.bias().volt())).isEqualTo(0.05);
    assertThat(bench.microscope.<ZStatus>ask(scope -> scope.z().status())).isEqualTo(ZStatus.ON);
    assertThat(bench.z()).isCloseTo(z, within(0.1));
  }

  @Test
  void aWithdrawalDuringASpectrumWins() {
    ScopeBench bench = onMetal();
    bench.microscope.tell(
        scope -> {
          scope.biasSpectroscopy().open();
          scope.biasSpectroscopy().start();
        });
    bench.pass(0.5);
    bench.microscope.tell(scope -> scope.z().withdraw());
    bench.pass(6);
    assertThat(bench.z())
        .isEqualTo(bench.microscope.<Double>ask(scope -> scope.piezo().highestAngstrom()));
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.biasSpectroscopy().running()))
        .isFalse();
  }

  @Test
  void aSafetyConditionEndsASpectrumEarly() {
    ScopeBench bench = onMetal();
    bench.microscope.tell(
        scope -> {
          scope.biasSpectroscopy().open();
          scope
              .biasSpectroscopy()
              .conditions()
              .setFirst(
                  SafetyConditions.Action.STOP,
                  1e-11,
                  SignalTable.CURRENT,
                  SignalComparison.HIGHER);
        });
    float[] current = biasSpectrum(bench).row(1);
    assertThat(current[0]).isNegative();
    assertThat(current[current.length - 1]).isNaN();
  }

  @Test
  void aModuleMustBeOpened() {
    ScopeBench bench = new ScopeBench(folder, 31);
    assertThatThrownBy(() -> bench.microscope.tell(scope -> scope.biasSpectroscopy().start()))
        .hasMessageContaining("not open");
    assertThatThrownBy(() -> bench.microscope.tell(scope -> scope.zSpectroscopy().start()))
        .hasMessageContaining("not open");
    assertThatThrownBy(() -> bench.microscope.tell(scope -> scope.approach().run(true)))
        .hasMessageContaining("not open");
  }

  /** Positive offsets retract; the decay gives the work function of the silver gap. */
  @Test
  void aHeightSpectrumShowsTheDecayOfTheCurrent() {
    ScopeBench bench = onMetal();
    bench.microscope.tell(
        scope -> {
          scope.zSpectroscopy().open();
          scope.zSpectroscopy().setRange(0, 1);
          scope.zSpectroscopy().start();
        });
    bench.pass(5);
    SpectrumData data =
        bench.microscope.ask(scope -> Objects.requireNonNull(scope.zSpectroscopy().data()));
    float[] current = data.row(1);
    double decay = Math.log(current[0] / current[current.length - 1]);
    assertThat(decay).isCloseTo(2.1736, within(0.1));
    assertThat(bench.microscope.<ZStatus>ask(scope -> scope.z().status())).isEqualTo(ZStatus.ON);
  }

  @Test
  void theLockInFindsTheConductance() {
    ScopeBench bench = onMetal();
    bench.microscope.tell(
        scope -> {
          scope.lockIn().enable(0, true);
          scope.lockIn().setAmplitude(0, 0.001);
        });
    bench.pass(1);
    double demodulated =
        bench.microscope.ask(scope -> scope.signals().published(SignalTable.LOCK_IN));
    assertThat(demodulated).isCloseTo(1e-3 * 0.02e-9 / 0.05, within(1e-13));
  }

  @Test
  void theSensorIsPulledDownNearTheSurface() {
    ScopeBench bench = onMetal();
    assertThat(
            bench.microscope.<Double>ask(
                scope -> scope.signals().published(SignalTable.FREQUENCY_SHIFT)))
        .isBetween(-6.0, -0.5);
  }

  @Test
  void centringTheLoopTakesTheShiftIntoTheCentre() {
    ScopeBench bench = onMetal();
    bench.microscope.tell(scope -> scope.pll().centre());
    assertThat(bench.microscope.<Double>ask(scope -> scope.pll().centreHertz()))
        .isNotEqualTo(30_000);
  }

  @Test
  void atomTrackingClimbsAnAdsorbate() {
    ScopeBench bench = new ScopeBench(folder, 31);
    var molecule = bench.molecule();
    double x = molecule.cornerX(0);
    double y = molecule.cornerY(0);
    bench.approachAt(x, y);
    bench.microscope.tell(
        scope -> {
          scope.tracking().enable(AtomTracking.Control.MODULATION, true);
          scope.tracking().enable(AtomTracking.Control.CONTROLLER, true);
        });
    double before = bench.truth.imageHeightAngstrom(x, y);
    bench.pass(5);
    MicroscopeTruth.Moment now = bench.truth.now();
    assertThat(bench.truth.imageHeightAngstrom(now.xAngstrom(), now.yAngstrom()))
        .isGreaterThan(before + 0.3);
  }

  @Test
  void theLoggerGivesEverySampleInItsOwnRhythm() {
    ScopeBench bench = onMetal();
    List<float[]> samples = new ArrayList<>();
    bench.microscope.tell(
        scope -> {
          scope.logger().listen((counter, oversampling, values) -> samples.add(values));
          scope.logger().setChannels(List.of(SignalTable.CURRENT, SignalTable.BIAS));
          scope.logger().setOversampling(1);
          scope.logger().start();
        });
    bench.pass(0.5);
    assertThat(samples).hasSize(5000);
    assertThat(samples.get(100)[1]).isEqualTo(0.05f);
  }

  @Test
  void whatIsPublishedIsUpToOnePeriodOld() {
    ScopeBench bench = onMetal();
    long before = bench.microscope.ask(scope -> scope.signals().publications());
    bench.pass(0.2);
    long after = bench.microscope.ask(scope -> scope.signals().publications());
    assertThat(after - before).isBetween(9L, 11L);
  }
}
