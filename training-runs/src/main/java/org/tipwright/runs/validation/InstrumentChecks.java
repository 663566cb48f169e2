package org.tipwright.runs.validation;

import java.util.List;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.instrument.FaultSettings;
import org.tipwright.physics.instrument.FaultSettings.Drift;
import org.tipwright.physics.instrument.FaultSettings.Hysteresis;
import org.tipwright.physics.instrument.FaultSettings.Noise;
import org.tipwright.physics.instrument.FaultSettings.Preamplifier;
import org.tipwright.physics.instrument.FeedbackSettings;
import org.tipwright.physics.instrument.InstrumentFaults;
import org.tipwright.physics.instrument.MeasuredScan;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.AdsorbateKind;
import org.tipwright.physics.scan.ImagedSurface;
import org.tipwright.physics.scan.ScanFrame;
import org.tipwright.physics.scan.TipShape;

/** The instrument's faults at their published sizes. */
final class InstrumentChecks {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private InstrumentChecks() {}

  static List<Check> all() {
    return List.of(
        new Check(
            "thermal drift in an hour, as two images show it",
            "a 4.9 K microscope: 1.96 and 3.05 pm/min",
            InstrumentChecks::drift),
        new Check("piezo creep", "ΔL₀ [1 + γ log₁₀(t / 0.1 s)]", InstrumentChecks::creep),
        new Check(
            "noise of the current", "0.1 to 1 pA in 1 kHz, white", InstrumentChecks::currentNoise));
  }

  /** An adatom's centre and the terrace's height, an hour apart. */
  private static List<Finding> drift() {
    FaultSettings settings =
        new FaultSettings(
            Noise.NONE,
            Noise.NONE,
            FaultSettings.lowTemperature().drift(),
            0,
            Hysteresis.NONE,
            800,
            Preamplifier.IDEAL);
    InstrumentFaults instrument = new InstrumentFaults(settings, new RandomStream(1, "drift"));
    ImagedSurface surface = new ImagedSurface(TunnellingGap.silver(), 0.1, null);
    surface.place(List.of(Adsorbate.of(AdsorbateKind.adatom(), 0, 0, 0)));
    ScanFrame frame = ScanFrame.square(0, 0, 30, 31);
    MeasuredScan scan =
        new MeasuredScan(frame, TipShape.sharp(), 200, FeedbackSettings.deepSpm(), instrument);
    double[] before = new double[frame.pixels()];
    double[] after = new double[frame.pixels()];
    scan.constantCurrent(surface, 0.05, before);
    double began = instrument.seconds();
    instrument.moveTo(frame.leftAngstrom(), frame.bottomAngstrom(), 10, 3600);
    scan.constantCurrent(surface, 0.05, after);
    double hours = (instrument.seconds() - began) / 3600;
    double[] from = centre(frame, before);
    double[] to = centre(frame, after);
    double lateral = StrictMath.hypot(to[0] - from[0], to[1] - from[1]) / hours;
    double vertical = Math.abs(after[0] - before[0]) / hours;
    return List.of(
        Finding.judged("lateral drift", "Å/h", 1.2, 0.06, lateral),
        Finding.judged("vertical drift", "Å/h", 1.8, 0.09, vertical));
  }

  /** Centre of mass of what rises above the corner's height. */
  private static double[] centre(ScanFrame frame, double[] heights) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int row = 0; row < frame.rows(); row++) {
      for (int column = 0; column < frame.columns(); column++) {
        double excess = heights[row * frame.columns() + column] - heights[0];
        if (excess > 0.2) {
          mass += excess;
          x += excess * frame.xAngstrom(column);
          y += excess * frame.yAngstrom(row);
        }
      }
    }
    return new double[] {x / mass, y / mass};
  }

  private static List<Finding> creep() {
    FaultSettings settings =
        new FaultSettings(
            Noise.NONE,
            Noise.NONE,
            Drift.NONE,
            0.02,
            Hysteresis.NONE,
            INFINITY,
            Preamplifier.IDEAL);
    InstrumentFaults instrument = new InstrumentFaults(settings, new RandomStream(1, "creep"));
    instrument.moveTo(0, 0, 100, 10);
    double early = instrument.tipZ() - 100;
    instrument.moveTo(0, 0, 100, 990);
    double late = instrument.tipZ() - 100;
    return List.of(
        Finding.judged("creep 10 s after a move of 100 Å at γ = 0.02", "Å", 4, 0.04, early),
        Finding.judged("creep 1000 s after it", "Å", 8, 0.08, late));
  }

  private static List<Finding> currentNoise() {
    FaultSettings settings =
        new FaultSettings(
            new Noise(FaultSettings.lowTemperature().current().white(), 0),
            Noise.NONE,
            Drift.NONE,
            0,
            Hysteresis.NONE,
            INFINITY,
            Preamplifier.IDEAL);
    InstrumentFaults instrument = new InstrumentFaults(settings, new RandomStream(1, "noise"));
    instrument.moveTo(0, 0, 0, 0.0005);
    int samples = 20_000;
    double squares = 0;
    for (int i = 0; i < samples; i++) {
      double noise = instrument.readNanoampere(0);
      squares += noise * noise;
    }
    return List.of(
        Finding.judged(
            "rms of readings of 0.5 ms, the Nyquist interval of 1 kHz",
            "pA",
            0.3,
            0.3 * 5 / StrictMath.sqrt(2.0 * samples),
            1000 * StrictMath.sqrt(squares / samples)));
  }
}
