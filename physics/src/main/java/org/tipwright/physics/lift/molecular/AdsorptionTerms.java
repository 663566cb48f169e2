package org.tipwright.physics.lift.molecular;

import java.util.List;
import org.tipwright.physics.molecule.Atom;
import org.tipwright.physics.molecule.Molecule;

/**
 * What holds each atom on the metal: the 9-3 law {@code ε[½(d/ζ)⁹(1 + βc(x, y)) − (3/2)(d/ζ)³]}, ζ
 * the height over the image plane. Below ζ = d/2 both parts go on as straight lines.
 */
final class AdsorptionTerms {

  private static final double WALL = 0.5;

  private final double imagePlane;
  private final double beta;
  private final double registryX;
  private final double registryY;
  private final Lattice lattice;
  private final double[] depth;
  private final double[] distance;
  private final double[] lateral = new double[5];

  /**
   * The terms of one molecule.
   *
   * @param depthEv ε of each atom
   * @param distanceAngstrom d of each atom
   * @param registryX a lattice point in the molecule's frame, in Å; likewise {@code registryY}
   */
  AdsorptionTerms(
      Substrate surface,
      double[] depthEv,
      double[] distanceAngstrom,
      Lattice lattice,
      double registryX,
      double registryY) {
    this.imagePlane = surface.imagePlaneAngstrom();
    this.beta = surface.corrugation();
    this.lattice = lattice;
    this.registryX = registryX;
    this.registryY = registryY;
    this.depth = depthEv.clone();
    this.distance = distanceAngstrom.clone();
  }

  /** Shares a molecule's adsorption among its atoms: 1 : 0.9 : 0.3 for C, O, H, as in PTCDA. */
  static double[] depths(Molecule molecule, Substrate surface, double cornerEv) {
    List<Atom> atoms = molecule.atoms();
    double[] depth = new double[atoms.size()];
    for (int i = 0; i < depth.length; i++) {
      depth[i] = surface.adsorptionEv() * atoms.get(i).element().adsorptionShare() / PTCDA_SHARES;
    }
    for (int corner : molecule.cornerOxygens()) {
      depth[corner] += cornerEv;
    }
    return depth;
  }

  private static final double PTCDA_SHARES = 24 + 6 * 0.9 + 8 * 0.3;

  /** Adds slopes, and second derivatives if a matrix is given, of the heights {@code r[3i + 2]}. */
  double addTo(double[] r, double[] slope, SkylineMatrix stiffness, boolean curvature) {
    double energy = 0;
    for (int i = 0; i < depth.length; i++) {
      int at = 3 * i;
      double zeta = r[at + 2] - imagePlane;
      double d = distance[i];
      double held = Math.max(zeta, WALL * d);
      double below = zeta - held;
      double q = d / held;
      double q3 = q * q * q;
      double repulsion = 0.5 * depth[i] * q3 * q3 * q3;
      double attraction = -1.5 * depth[i] * q3;
      double repulsionSlope = -9 * repulsion / held;
      double attractionSlope = -3 * attraction / held;
      repulsion += below * repulsionSlope;
      attraction += below * attractionSlope;
      double c = 1;
      if (beta != 0) {
        c = 1 + beta * lattice.at(r[at] - registryX, r[at + 1] - registryY, lateral);
        slope[at] += beta * repulsion * lateral[0];
        slope[at + 1] += beta * repulsion * lateral[1];
      }
      energy += c * repulsion + attraction;
      slope[at + 2] += c * repulsionSlope + attractionSlope;
      if (curvature) {
        if (below >= 0) {
          stiffness.add(at + 2, at + 2, (-10 * c * repulsionSlope - 4 * attractionSlope) / held);
        }
        if (beta != 0) {
          stiffness.add(at, at, beta * repulsion * lateral[2]);
          stiffness.add(at + 1, at, beta * repulsion * lateral[3]);
          stiffness.add(at + 1, at + 1, beta * repulsion * lateral[4]);
          stiffness.add(at + 2, at, beta * repulsionSlope * lateral[0]);
          stiffness.add(at + 2, at + 1, beta * repulsionSlope * lateral[1]);
        }
      }
    }
    return energy;
  }
}
