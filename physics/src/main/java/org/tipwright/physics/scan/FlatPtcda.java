package org.tipwright.physics.scan;

/**
 * Where the carbon and oxygen atoms of a flat PTCDA are: its D2h-averaged geometry as distributed
 * with ppafm. Hydrogen is not seen.
 */
final class FlatPtcda {

  /** The first quadrant's atoms, x and y in Å; the others are mirror images. */
  private static final double[][] QUADRANT = {
    {1.437, 0},
    {2.896, 0},
    {0.728, 1.255},
    {1.490, 2.478},
    {2.897, 2.468},
    {3.614, 1.234},
    {5.075, 1.236},
    {5.733, 0},
    {5.811, 2.229}
  };

  private static final int ATOMS = 30;

  private FlatPtcda() {}

  static double[] x() {
    return mirrored(0);
  }

  static double[] y() {
    return mirrored(1);
  }

  private static double[] mirrored(int axis) {
    double[] all = new double[ATOMS];
    int n = 0;
    for (double[] atom : QUADRANT) {
      int images = atom[1] == 0 ? 2 : 4;
      for (int image = 0; image < images; image++) {
        boolean flipped = (axis == 0 ? image & 1 : image & 2) != 0;
        all[n++] = flipped ? -atom[axis] : atom[axis];
      }
    }
    return all;
  }
}
