package org.tipwright.physics.forcefield;

/**
 * Van der Waals contact of two sites: {@code U(r) = ε[(R/r)¹² − 2(R/r)⁶]}, minimum −ε at r = R.
 *
 * @param depthEv ε, in eV
 * @param minimumAngstrom R, in Å
 */
public record LennardJones(double depthEv, double minimumAngstrom) {

  public LennardJones {
    if (!(depthEv >= 0) || !(minimumAngstrom > 0)) {
      throw new IllegalArgumentException(
          "Lennard-Jones: depth " + depthEv + " eV, minimum " + minimumAngstrom + " Å");
    }
  }

  /** Energy in eV from the squared distance in Å². */
  public double energyEv(double squaredAngstrom) {
    double s = minimumAngstrom * minimumAngstrom / squaredAngstrom;
    double s3 = s * s * s;
    return depthEv * s3 * (s3 - 2);
  }

  /** (dU/dr)/r in eV/Å² from the squared distance in Å²: times the vector, it is the slope. */
  public double slopeOverDistance(double squaredAngstrom) {
    double s = minimumAngstrom * minimumAngstrom / squaredAngstrom;
    double s3 = s * s * s;
    return 12 * depthEv * s3 * (1 - s3) / squaredAngstrom;
  }
}
