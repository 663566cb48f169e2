package org.tipwright.physics.lift.molecular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** Holds slopes against central differences of energies. */
final class Slopes {

  private static final double H = 1e-4;

  private Slopes() {}

  /** An energy as a function of positions that also fills its slopes. */
  @FunctionalInterface
  interface Energy {
    double at(double[] r, double[] slope);
  }

  /** Compares by Richardson's extrapolated differences, to 1e-6 of the largest slope. */
  static void check(Energy energy, double[] r) {
    double[] slope = new double[r.length];
    double[] unused = new double[r.length];
    energy.at(r, slope);
    double largest = 1e-3;
    for (double s : slope) {
      largest = Math.max(largest, Math.abs(s));
    }
    for (int i = 0; i < r.length; i++) {
      double fine = difference(energy, r, i, H, unused);
      double coarse = difference(energy, r, i, 2 * H, unused);
      assertThat((4 * fine - coarse) / 3)
          .as("slope along coordinate %d", i)
          .isCloseTo(slope[i], org.assertj.core.data.Offset.offset(1e-6 * largest));
    }
  }

  private static double difference(Energy energy, double[] r, int i, double h, double[] unused) {
    double at = r[i];
    r[i] = at + h;
    double up = energy.at(r, unused);
    r[i] = at - h;
    double down = energy.at(r, unused);
    r[i] = at;
    return (up - down) / (2 * h);
  }

  /** The adsorbed molecule with every atom displaced at random. */
  static double[] shaken(MoleculeOnMetal onMetal, double lift, double amplitude, long seed) {
    Random random = new Random(seed);
    int n = onMetal.molecule().atoms().size();
    double[] r = new double[3 * n];
    for (int i = 0; i < n; i++) {
      r[3 * i] = onMetal.molecule().atoms().get(i).xAngstrom() + amplitude * random.nextGaussian();
      r[3 * i + 1] =
          onMetal.molecule().atoms().get(i).yAngstrom() + amplitude * random.nextGaussian();
      r[3 * i + 2] = 2.86 + lift + amplitude * random.nextGaussian();
    }
    return r;
  }
}
