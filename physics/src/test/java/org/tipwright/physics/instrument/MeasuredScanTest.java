package org.tipwright.physics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.instrument.FaultSettings.Drift;
import org.tipwright.physics.instrument.FaultSettings.Hysteresis;
import org.tipwright.physics.instrument.FaultSettings.Noise;
import org.tipwright.physics.instrument.FaultSettings.Preamplifier;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.AdsorbateKind;
import org.tipwright.physics.scan.ImagedSurface;
import org.tipwright.physics.scan.Scan;
import org.tipwright.physics.scan.ScanFrame;
import org.tipwright.physics.scan.TipShape;

class MeasuredScanTest {

  private static final double SETPOINT = 0.05;

  private final ScanFrame frame = ScanFrame.square(0, 0, 30, 31);
  private final TipShape tip = TipShape.sharp();
  private final ImagedSurface surface = new ImagedSurface(TunnellingGap.silver(), 0.1, null);

  MeasuredScanTest() {
    surface.place(List.of(Adsorbate.of(AdsorbateKind.adatom(), 0, 0, 0)));
  }

  private double[] measured(FaultSettings faults, double speed) {
    double[] heights = new double[frame.pixels()];
    InstrumentFaults instrument = new InstrumentFaults(faults, new SplittableRandom(11));
    new MeasuredScan(frame, tip, speed, FeedbackSettings.deepSpm(), instrument)
        .constantCurrent(surface, SETPOINT, heights);
    return heights;
  }

  private double[] perfect() {
    double[] heights = new double[frame.pixels()];
    new Scan(frame, tip).constantCurrent(surface, SETPOINT, heights);
    return heights;
  }

  private static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  /** The loop lags by T_loop · slope: 0.55 ms · 20 Å/s · 0.2 = 2 mÅ, and pixels are averaged. */
  @Test
  void aSlowScanWithoutFaultsIsThePerfectImage() {
    assertThat(largestDifference(measured(FaultSettings.none(), 20), perfect())).isLessThan(0.012);
  }

  @Test
  void aFastScanSmearsTheAdatomForward() {
    double[] fast = measured(FaultSettings.none(), 4000);
    double[] perfect = perfect();
    int before = 15 * 31 + 12;
    int after = 15 * 31 + 18;
    assertThat(fast[before]).isLessThan(perfect[before] - 0.1);
    assertThat(fast[after]).isGreaterThan(perfect[after] + 0.1);
  }

  @Test
  void theLoopHoldsTheSetpointThroughTheAmplifier() {
    FaultSettings slowAmplifier =
        new FaultSettings(
            Noise.NONE,
            Noise.NONE,
            Drift.NONE,
            0,
            Hysteresis.NONE,
            800,
            new Preamplifier(10, 1000));
    assertThat(largestDifference(measured(slowAmplifier, 20), perfect())).isLessThan(0.02);
  }

  @Test
  void driftShiftsTheImage() {
    FaultSettings drifting =
        new FaultSettings(
            Noise.NONE,
            Noise.NONE,
            new Drift(0, 0.01),
            0,
            Hysteresis.NONE,
            800,
            Preamplifier.IDEAL);
    double[] heights = measured(drifting, 100);
    // A row forth and back takes 2 · 31 Å / (100 Å/s): the plane tilts by 0.0062 Å a row.
    double tilt = (heights[30 * 31] - heights[0]) / 30;
    assertThat(Math.abs(tilt)).isCloseTo(0.0062, within(0.0002));
  }

  @Test
  void withTheFeedbackOpenTheCurrentIsThatOfTheConstantHeight() {
    double[] currents = new double[frame.pixels()];
    double[] expected = new double[frame.pixels()];
    InstrumentFaults instrument =
        new InstrumentFaults(FaultSettings.none(), new SplittableRandom(1));
    new MeasuredScan(frame, tip, 100, FeedbackSettings.deepSpm(), instrument)
        .constantHeight(surface, 5, currents);
    new Scan(frame, tip).constantHeight(surface, 5, expected);
    for (int i = 0; i < currents.length; i++) {
      assertThat(currents[i]).isCloseTo(expected[i], within(0.02 * expected[i]));
    }
  }
}
