package org.tipwright.physics.lift.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lift.LiftSite;

class PlanarForceFieldTest {

  private static final double STEP = 1e-5;
  private final PlanarMolecule molecule = PlanarMolecule.ptcdaOnSilver();
  private final PlanarForceField field = new PlanarForceField(molecule);

  @Property(tries = 200)
  void forcesAreTheSlopesOfTheEnergy(
      @ForAll @IntRange(min = 0, max = 8) int node,
      @ForAll @IntRange(min = 0, max = 7) int missing,
      @ForAll @DoubleRange(min = 0.05, max = 1.2) double bend,
      @ForAll @DoubleRange(min = -2, max = 2) double sideways) {
    field.place(new LiftSite(0, 1, missing, 1.2), new MorseBond(1, 1.5, 2.25));
    double[] x = new double[9];
    double[] z = new double[9];
    for (int n = 0; n < 9; n++) {
      x[n] = 1.4 * n + 0.1;
      z[n] = 0.02 + bend * n * n / 20;
    }
    field.tipAt(11, 0.2, z[8] + 2.4);
    field.evaluate(x, z, sideways);
    double forceX = field.forceX()[node];
    double forceZ = field.forceZ()[node];
    double forceY = field.forceSideways();
    assertThat(forceX).isCloseTo(-slope(x, node, x, z, sideways), within(1e-6));
    assertThat(forceZ).isCloseTo(-slope(z, node, x, z, sideways), within(1e-6));
    double above = field.evaluate(x, z, sideways + STEP);
    double below = field.evaluate(x, z, sideways - STEP);
    assertThat(forceY).isCloseTo(-(above - below) / (2 * STEP), within(1e-6));
  }

  private double slope(double[] of, int node, double[] x, double[] z, double y) {
    double kept = of[node];
    of[node] = kept + STEP;
    double above = field.evaluate(x, z, y);
    of[node] = kept - STEP;
    double below = field.evaluate(x, z, y);
    of[node] = kept;
    return (above - below) / (2 * STEP);
  }
}
