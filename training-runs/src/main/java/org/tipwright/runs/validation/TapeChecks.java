package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.planar.ChainBench;
import org.tipwright.physics.lift.planar.ChainSupport;
import org.tipwright.physics.lift.planar.PlanarChain;

/**
 * The planar engine's chain as a long tape on Au(111): 32 segments with a quarter of the molecule's
 * bending, so that the bent zone (√(EI/2γ') = 2.7 Å) is short beside the 46 Å. A grip pulls the
 * last node along one direction and lets it go freely across: the angle is the nominal one however
 * much has come off.
 */
final class TapeChecks {

  private static final int SEGMENTS = 32;
  private static final double SEGMENT_ANGSTROM = 1.45;
  private static final double STEP_ANGSTROM = 0.2;
  private static final int AVERAGED = 20;
  private static final double UP = StrictMath.PI / 2;

  private TapeChecks() {}

  static List<Check> all() {
    return List.of(
        new Check(
            "planar chain: peeling a pinned tape",
            "Kendall, J. Phys. D 8 (1975) 1449, inextensible: F = γ'/(1 − cos θ)",
            TapeChecks::pinned),
        new Check(
            "planar chain: peeling a sliding tape",
            "constant F = γ' (arXiv 2205.03705)",
            TapeChecks::sliding));
  }

  private static List<Finding> pinned() throws NotConverged {
    List<Finding> findings = new ArrayList<>();
    // How far the grip goes: the steeper the fold, the more tape it takes until the end is far off.
    double[][] angleAndWay = {{90, 16}, {120, 24}, {135, 28}, {180, 30}};
    for (double[] pair : angleAndWay) {
      double radians = StrictMath.toRadians(pair[0]);
      ChainBench bench = tape();
      bench.hold(0, 0, 4);
      if (pair[0] == 180) {
        lift(bench);
      }
      double known = adhesion() / (1 - StrictMath.cos(radians));
      double got = steadyForce(bench, bench.hold(SEGMENTS, radians, 0.5), pair[1]);
      String name = "force at " + (int) pair[0] + "°";
      findings.add(
          Finding.judged(name, "eV/Å", known, 0.05 * known, got)
              .with("mean over the last 4 Å of the grip's way of " + (int) pair[1] + " Å"));
    }
    return findings;
  }

  private static List<Finding> sliding() throws NotConverged {
    ChainBench bench = tape();
    double got = steadyForce(bench, bench.hold(SEGMENTS, UP, 0.5), 20);
    return List.of(
        Finding.judged("force", "eV/Å", adhesion(), 0.05 * adhesion(), got)
            .with("mean from 16 to 20 Å of height; no grip on the tail"));
  }

  /** Folded back flat, a tape stands 2√(2EI/γ') = 11 Å high; its end is brought there first. */
  private static void lift(ChainBench bench) throws NotConverged {
    ChainSupport up = bench.hold(SEGMENTS, UP, 0.5);
    for (int i = 0; i < 55; i++) {
      up.advance(STEP_ANGSTROM);
      bench.relax();
    }
  }

  private static double steadyForce(ChainBench bench, ChainSupport grip, double wayAngstrom)
      throws NotConverged {
    int steps = (int) StrictMath.rint(wayAngstrom / STEP_ANGSTROM);
    double sum = 0;
    for (int i = 1; i <= steps; i++) {
      grip.advance(STEP_ANGSTROM);
      bench.relax();
      if (i > steps - AVERAGED) {
        sum += grip.forceEvPerAngstrom();
      }
    }
    return sum / AVERAGED;
  }

  private static ChainBench tape() {
    return new ChainBench(
        new PlanarChain(SEGMENTS, SEGMENT_ANGSTROM, 7.14 / 4, 0.25 * SEGMENTS, 2.09, 0), 1e-3);
  }

  private static double adhesion() {
    return 0.25 / SEGMENT_ANGSTROM;
  }
}
