package org.tipwright.physics.lift.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tipwright.physics.NotConverged;

class ChainBenchTest {

  private static final double UP = StrictMath.PI / 2;

  @Test
  void springsShareALoadAsStaticsSays() throws NotConverged {
    ChainBench bench = new ChainBench(new PlanarChain(4, 1.5, 7, 0, 2, 0), 1e-5);
    bench.hold(0, 0, 2);
    ChainSupport left = bench.hold(0, UP, 2);
    ChainSupport right = bench.hold(4, UP, 2);
    bench.load(1, 0, -0.02);
    bench.relax();
    assertThat(left.forceEvPerAngstrom()).isCloseTo(0.015, within(1e-4));
    assertThat(right.forceEvPerAngstrom()).isCloseTo(0.005, within(1e-4));
  }

  @Test
  void anAdvancedSpringTakesItsNodeAlong() throws NotConverged {
    ChainBench bench = new ChainBench(new PlanarChain(3, 1.5, 7, 0, 2, 0), 1e-5);
    bench.hold(3, UP, 2).advance(0.1);
    bench.hold(0, UP, 2).advance(0.1);
    bench.hold(0, 0, 2);
    bench.relax();
    assertThat(bench.zAngstrom(2)).isCloseTo(0.1, within(1e-4));
    assertThat(bench.xAngstrom(3)).isCloseTo(4.5, within(1e-4));
  }

  @Test
  void forcesAreTheSlopesOfTheEnergy() {
    BenchField field = new BenchField(new PlanarChain(3, 1.5, 7, 1.2, 2, 0.1));
    field.add(new ChainSupport(2, 0.7, 1.5, 2.2));
    field.load(1, 0.2, -0.3);
    double[] x = {0.1, 1.5, 2.9, 4.2};
    double[] z = {0.05, 0.3, 0.5, 1.1};
    for (int node = 0; node < 4; node++) {
      field.evaluate(x, z, 0);
      double forceX = field.forceX()[node];
      double forceZ = field.forceZ()[node];
      assertThat(forceX).isCloseTo(-slope(field, x, x, z, node), within(1e-6));
      assertThat(forceZ).isCloseTo(-slope(field, z, x, z, node), within(1e-6));
    }
  }

  private static double slope(BenchField field, double[] of, double[] x, double[] z, int node) {
    double kept = of[node];
    of[node] = kept + 1e-5;
    double above = field.evaluate(x, z, 0);
    of[node] = kept - 1e-5;
    double below = field.evaluate(x, z, 0);
    of[node] = kept;
    return (above - below) / 2e-5;
  }
}
