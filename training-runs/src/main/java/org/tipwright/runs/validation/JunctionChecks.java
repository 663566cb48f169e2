package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.junction.MolecularJunction;
import org.tipwright.physics.junction.QPlusSensor;
import org.tipwright.physics.junction.SensorCycle;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.AdsorbateKind;
import org.tipwright.physics.scan.ImagedSurface;
import org.tipwright.physics.scan.Scan;
import org.tipwright.physics.scan.ScanFrame;
import org.tipwright.physics.scan.SurfaceState;
import org.tipwright.physics.scan.TipShape;

/** The current, the force sensor and the images of scanning. */
final class JunctionChecks {

  private static final double POINTS_PER_ANGSTROM = 20;

  private JunctionChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("tunnelling current against the gap", "WKB", JunctionChecks::current),
        new Check(
            "tip height for a junction resistance",
            "one decade per Å above 1 G0",
            JunctionChecks::heights),
        new Check(
            "frequency shift of a swinging sensor",
            "Giessibl, Rev. Mod. Phys. 75 (2003) 949",
            JunctionChecks::frequencyShift),
        new Check(
            "adsorbates in a constant-current image",
            "usual low-temperature images",
            JunctionChecks::apparentHeights),
        new Check(
            "standing waves of the surface state",
            "period π/k_F; Crommie, Lutz and Eigler, Nature 363 (1993) 524",
            JunctionChecks::standingWaves));
  }

  private static List<Finding> current() {
    List<Finding> findings = new ArrayList<>();
    double[][] known = {{4.0, 2.05}, {4.5, 2.17}, {5.0, 2.29}};
    for (double[] pair : known) {
      ImagedSurface surface = new ImagedSurface(new TunnellingGap(pair[0], 0), 0.1, null);
      TipShape tip = TipShape.sharp();
      double slope =
          StrictMath.log(
                  surface.currentNanoampere(tip, 0, 0, 5) / surface.currentNanoampere(tip, 0, 0, 8))
              / 3;
      findings.add(
          Finding.judged(
              "decay 2κ at φ = " + pair[0] + " eV", "1/Å", pair[1], 0.01 * pair[1], slope));
    }
    TunnellingGap gap = TunnellingGap.silver();
    findings.add(
        Finding.judged(
            "ratio of currents 1 Å apart at φ = 4.5 eV, images",
            "1",
            8.8,
            0.088,
            gap.nanosiemens(5) / gap.nanosiemens(6)));
    MolecularJunction lift = MolecularJunction.ptcdaOnSilver();
    findings.add(
        Finding.judged(
            "ratio of currents 1 Å apart at φ = 4.5 eV, lift",
            "1",
            8.8,
            0.088,
            lift.rupturedNanosiemens(5) / lift.rupturedNanosiemens(6)));
    return findings;
  }

  private static List<Finding> heights() {
    List<Finding> findings = new ArrayList<>();
    double decadePerAngstrom = StrictMath.pow(StrictMath.log(10) / 1.0246, 2);
    TunnellingGap gap = new TunnellingGap(decadePerAngstrom, 0);
    double[][] known = {{333, 1.41}, {175, 1.13}, {100, 0.89}, {47, 0.56}};
    for (double[] pair : known) {
      findings.add(
          Finding.reported(
              "height above point contact at " + (int) pair[0] + " kΩ",
              "Å",
              pair[1],
              0.02,
              gap.heightAngstrom(1e6 / pair[0]),
              "the known heights are those of a bare exponential; ours saturates smoothly at 1 G0"
                  + " and is half of it at point contact, which matters below 200 kΩ"));
    }
    return findings;
  }

  private static List<Finding> frequencyShift() {
    List<Finding> findings = new ArrayList<>();
    QPlusSensor sensor = QPlusSensor.common();
    for (double amplitude : new double[] {0.1, 0.3, 0.5}) {
      SensorCycle cycle = new SensorCycle(sensor, amplitude, 8);
      double[] forces = new double[cycle.points()];
      for (int i = 0; i < forces.length; i++) {
        forces[i] = -0.1 * cycle.offsetAngstrom(i);
      }
      double expected = 30_000.0 / (2 * 1_800);
      findings.add(
          Finding.judged(
              "shift by a harmonic 1 N/m at an amplitude of " + amplitude + " Å",
              "Hz",
              expected,
              0.01 * expected,
              cycle.frequencyShiftHertz(forces)));
    }
    return findings;
  }

  private static List<Finding> apparentHeights() {
    String choice = "a modelling choice within the range that images show";
    double[] adatom = profile(AdsorbateKind.adatom(), null, 0.1);
    double[] monoxide = profile(AdsorbateKind.carbonMonoxide(), null, 0.1);
    double bare = adatom[adatom.length - 1];
    int half = 0;
    while (adatom[half] - bare > 0.5 * (adatom[0] - bare)) {
      half++;
    }
    return List.of(
        Finding.reported("height of an adatom", "Å", 1.0, 0.2, adatom[0] - bare, choice),
        Finding.reported(
            "full width of an adatom at half height",
            "Å",
            7,
            1,
            2 * half / POINTS_PER_ANGSTROM,
            choice),
        Finding.reported(
            "height of CO under a metal tip", "Å", -0.4, 0.1, monoxide[0] - bare, choice));
  }

  private static List<Finding> standingWaves() {
    return List.of(
        Finding.judged("period on Cu(111)", "Å", 15, 0.3, period(SurfaceState.copper())),
        periodBesideItsOwn("Ag(111)", SurfaceState.silver()),
        periodBesideItsOwn("Au(111)", SurfaceState.gold()));
  }

  private static Finding periodBesideItsOwn(String metal, SurfaceState state) {
    double expected = StrictMath.PI / state.fermiPerAngstrom();
    return Finding.judged("period on " + metal, "Å", expected, 0.01 * expected, period(state));
  }

  /** Twice the mean distance of the zeros of the height around an adatom, at low bias. */
  private static double period(SurfaceState state) {
    double[] heights = profile(AdsorbateKind.adatom(), state, 1e-4);
    double bare = TunnellingGap.silver().heightAngstrom(0.01 / 1e-4);
    int first = 0;
    int last = 0;
    int zeros = 0;
    for (int i = (int) (40 * POINTS_PER_ANGSTROM); i + 1 < heights.length; i++) {
      if ((heights[i] - bare) * (heights[i + 1] - bare) < 0) {
        first = zeros == 0 ? i : first;
        last = i;
        zeros++;
      }
    }
    return 2 * (last - first) / POINTS_PER_ANGSTROM / (zeros - 1);
  }

  /** A line of a constant-current image from an adsorbate outwards, 290 Å long. */
  private static double[] profile(
      AdsorbateKind kind, @Nullable SurfaceState state, double biasVolt) {
    ImagedSurface surface = new ImagedSurface(TunnellingGap.silver(), biasVolt, state);
    surface.place(List.of(Adsorbate.of(kind, 0, 0, 0)));
    int columns = (int) (290 * POINTS_PER_ANGSTROM);
    ScanFrame line = new ScanFrame(0, 0, 1 / POINTS_PER_ANGSTROM, columns, 1);
    double[] heights = new double[line.pixels()];
    new Scan(line, TipShape.sharp()).constantCurrent(surface, 0.01, heights);
    return heights;
  }
}
