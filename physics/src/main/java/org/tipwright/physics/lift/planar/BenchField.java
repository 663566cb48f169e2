package org.tipwright.physics.lift.planar;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.forcefield.NineThreeAdsorption;

/** Smooth metal, dead loads and springs on a chain that no tip holds. */
final class BenchField implements ChainField {

  private final PlanarChain chain;
  private final NineThreeAdsorption inner;
  private final NineThreeAdsorption outer;
  private final List<ChainSupport> supports = new ArrayList<>();
  private final double[] loadX;
  private final double[] loadZ;
  private final double[] forceX;
  private final double[] forceZ;

  BenchField(PlanarChain chain) {
    this.chain = chain;
    double perSegment = chain.adsorptionEv() / chain.segments();
    this.inner = new NineThreeAdsorption(perSegment, chain.adsorptionAngstrom());
    this.outer =
        new NineThreeAdsorption(perSegment / 2 + chain.endWellEv(), chain.adsorptionAngstrom());
    this.loadX = new double[chain.nodes()];
    this.loadZ = new double[chain.nodes()];
    this.forceX = new double[chain.nodes()];
    this.forceZ = new double[chain.nodes()];
  }

  void add(ChainSupport support) {
    supports.add(support);
  }

  void load(int node, double x, double z) {
    loadX[node] = x;
    loadZ[node] = z;
  }

  @Override
  public double evaluate(double[] x, double[] z, double y) {
    double energy = 0;
    double d = chain.adsorptionAngstrom();
    int last = x.length - 1;
    for (int n = 0; n <= last; n++) {
      NineThreeAdsorption adsorption = n == 0 || n == last ? outer : inner;
      energy += adsorption.energyEv(d + z[n]) - loadX[n] * x[n] - loadZ[n] * z[n];
      forceX[n] = loadX[n];
      forceZ[n] = loadZ[n] - adsorption.slopeEvPerAngstrom(d + z[n]);
    }
    for (ChainSupport support : supports) {
      energy += support.pull(x, z, forceX, forceZ);
    }
    return energy;
  }

  @Override
  public double[] forceX() {
    return forceX;
  }

  @Override
  public double[] forceZ() {
    return forceZ;
  }

  @Override
  public double forceSideways() {
    return 0;
  }

  @Override
  public boolean letGo() {
    return false;
  }

  @Override
  public String where() {
    return "chain of " + chain.segments() + " segments on the test bench";
  }
}
