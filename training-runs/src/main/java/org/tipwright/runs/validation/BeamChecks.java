package org.tipwright.runs.validation;

import java.util.List;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.planar.ChainBench;
import org.tipwright.physics.lift.planar.ChainSupport;
import org.tipwright.physics.lift.planar.PlanarChain;
import org.tipwright.physics.lift.planar.PlanarMolecule;

/** The planar engine's chain as a beam: its own eight segments on the test bench. */
final class BeamChecks {

  private static final double ALONG = 0;
  private static final double UP = StrictMath.PI / 2;

  /** Springs of supports in eV/Å²; what they give way by is taken off, see the checks. */
  private static final double SUPPORT = 4;

  private BeamChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("planar chain: cantilever", "k = 3EI/L³", BeamChecks::cantilever),
        new Check("planar chain: buckling", "Euler's pinned load π²EI/L²", BeamChecks::buckling),
        new Check(
            "planar chain: flat rigid pull",
            "9-3 law: F = 4.5(0.4^(2/3) − 0.4^(5/3)) ε/d, k = 27 ε/d²",
            BeamChecks::flatPull));
  }

  /**
   * The far segment is held, the last node loaded. A hinge stands for the bending of half a segment
   * on either side, so the clamp sits in the middle of the held segment: L = (N − ½)ℓ. With m = N −
   * 1 hinges the deflection is Fℓ²/k_θ · Σj² = FL³/3EI · [1 − 1/(4(m + ½)²)], 0.4 % off for N = 8.
   */
  private static List<Finding> cantilever() throws NotConverged {
    PlanarChain chain = bare();
    int n = chain.segments();
    double length = (n - 0.5) * chain.segmentAngstrom();
    double expected = 3 * chain.bendingStiffnessEvAngstrom() / (length * length * length);
    ChainBench bench = new ChainBench(chain, 1e-5);
    bench.hold(0, ALONG, SUPPORT);
    bench.hold(0, UP, SUPPORT);
    bench.hold(1, UP, SUPPORT);
    double load = 0.2 * expected;
    bench.load(n, 0, load);
    bench.relax();
    double slope = (bench.zAngstrom(1) - bench.zAngstrom(0)) / chain.segmentAngstrom();
    double clamp = 0.5 * (bench.zAngstrom(0) + bench.zAngstrom(1));
    double deflection = bench.zAngstrom(n) - clamp - slope * length;
    return List.of(
        Finding.judged("load by deflection", "eV/Å²", expected, 0.02 * expected, load / deflection)
            .with(
                "eight segments, one clamped: L counts from its middle; deflection of 0.2 Å from"
                    + " the clamp's tangent"));
  }

  /**
   * Southwell's way: a small load in the shape of half a sine, which is the discrete chain's own
   * mode too, bends it by w ∝ 1/(P_c − P); two loads give P_c. The discrete chain's own is 4EI/ℓ²
   * sin²(π/2N) (Hencky), 1.3 % below Euler's for N = 8.
   */
  private static List<Finding> buckling() throws NotConverged {
    PlanarChain chain = bare();
    int n = chain.segments();
    double length = chain.lengthAngstrom();
    double euler =
        StrictMath.PI * StrictMath.PI * chain.bendingStiffnessEvAngstrom() / (length * length);
    ChainBench bench = new ChainBench(chain, 3e-5);
    bench.hold(0, ALONG, SUPPORT);
    bench.hold(0, UP, SUPPORT);
    bench.hold(n, UP, SUPPORT);
    for (int i = 1; i < n; i++) {
      bench.load(i, 0, 0.002 * StrictMath.sin(StrictMath.PI * i / n));
    }
    double low = bowPerAngstrom(bench, n, 0.5 * euler);
    double high = bowPerAngstrom(bench, n, 0.8 * euler);
    double critical = (0.5 + 0.3 * low / (low - high)) * euler;
    return List.of(
        Finding.judged("critical load", "eV/Å", euler, 0.02 * euler, critical)
            .with("eight segments, pinned ends, by Southwell's plot from 50 and 80 % of the load"));
  }

  /** 1/w at a thrust in eV/Å, in 1/Å. */
  private static double bowPerAngstrom(ChainBench bench, int n, double thrust) throws NotConverged {
    bench.load(n, -thrust, 0);
    bench.relax();
    return 1 / (bench.zAngstrom(n / 2) - 0.5 * (bench.zAngstrom(0) + bench.zAngstrom(n)));
  }

  /** Every node hangs on a spring of its share: the chain rises flat. */
  private static List<Finding> flatPull() throws NotConverged {
    PlanarChain chain = PlanarMolecule.smoothGold().chain();
    ChainBench bench = new ChainBench(chain, 3e-6);
    ChainSupport[] springs = new ChainSupport[chain.nodes()];
    for (int i = 0; i < springs.length; i++) {
      boolean end = i == 0 || i == springs.length - 1;
      springs[i] = bench.hold(i, UP, end ? SUPPORT / 2 : SUPPORT);
    }
    double epsilon = chain.adsorptionEv();
    double d = chain.adsorptionAngstrom();
    double above = pull(bench, springs, 0.004);
    double heightAbove = bench.zAngstrom(4);
    double below = pull(bench, springs, -0.008);
    double stiffness = (above - below) / (heightAbove - bench.zAngstrom(4));
    double largest = 0;
    double at = 0;
    pull(bench, springs, 0.004);
    while (bench.zAngstrom(4) < 0.3 * d) {
      double force = pull(bench, springs, 0.003);
      if (force > largest) {
        largest = force;
        at = bench.zAngstrom(4) + d;
      }
    }
    double coefficient = 4.5 * (StrictMath.pow(0.4, 2.0 / 3) - StrictMath.pow(0.4, 5.0 / 3));
    double known = coefficient * epsilon / d;
    double hooke = 27 * epsilon / (d * d);
    return List.of(
        Finding.judged("largest force", "eV/Å", known, 0.001 * known, largest),
        Finding.judged("its distance from the image plane", "d", 1.165, 0.002, at / d),
        Finding.judged("stiffness at rest", "eV/Å²", hooke, 0.001 * hooke, stiffness));
  }

  /** Advances all springs and returns the sum of their forces in eV/Å. */
  private static double pull(ChainBench bench, ChainSupport[] springs, double angstrom)
      throws NotConverged {
    for (ChainSupport spring : springs) {
      spring.advance(angstrom);
    }
    bench.relax();
    double sum = 0;
    for (ChainSupport spring : springs) {
      sum += spring.forceEvPerAngstrom();
    }
    return sum;
  }

  /** The molecule's chain with nothing below. */
  private static PlanarChain bare() {
    PlanarChain gold = PlanarMolecule.smoothGold().chain();
    return new PlanarChain(
        gold.segments(),
        gold.segmentAngstrom(),
        gold.bendingEvPerRadian(),
        0,
        gold.adsorptionAngstrom(),
        0);
  }
}
