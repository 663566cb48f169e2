package org.tipwright.physics.slide.rigid;

import org.tipwright.physics.NotConverged;

/**
 * Lets molecules come to rest under the tip. JBox2D integrates and keeps them apart; whenever the
 * motion runs uphill all velocities are taken out and the time step is halved, else it grows again
 * (the velocity control of FIRE, Bitzek et al., Phys. Rev. Lett. 97 (2006) 170201). At rest what
 * the surface and the tip exert on a body is balanced, by contacts if need be.
 */
final class RigidRelaxation {

  /** Largest force left on a body in a returned state, in eV/Å (1.6 pN). */
  private static final double TOLERANCE = 1e-3;

  /** Fastest motion in a returned state, in Å per time unit. */
  private static final double AT_REST = 1e-4;

  private static final double SMALLEST_TIME_STEP = 0.25;
  private static final double GROWTH = 1.1;
  private static final int GROWTH_DELAY = 5;
  private static final int MOST_STEPS = 20_000;

  /** Energy in eV that float32 positions and pushing bodies apart may add in a relaxation. */
  private static final double ENERGY_SLACK_EV = 5e-3;

  /** Molecules may lie in one another by this, in Å: JBox2D lets contacts sink in by 0.005 Å. */
  private static final double OVERLAP_ANGSTROM = 0.02;

  private final MoleculeOutline outline;
  private final RigidField field;

  RigidRelaxation(RigidMolecule molecule, RigidField field) {
    this.outline = molecule.outline();
    this.field = field;
  }

  /**
   * Relaxes all bodies under the field's tip.
   *
   * @throws NotConverged if they do not come to rest, if energy came from nowhere, or if molecules
   *     overlap
   */
  void relax(RigidBodies bodies) throws NotConverged {
    bodies.stop();
    double timeStep = RigidBodies.LARGEST_TIME_STEP;
    int downhill = 0;
    double residual = forces(bodies);
    double startEnergyEv = field.energyEv();
    boolean rest = residual < TOLERANCE;
    for (int step = 0; step < MOST_STEPS && !rest; step++) {
      residual = bodies.step(timeStep);
      double applied = forces(bodies);
      boolean balanced = residual < TOLERANCE || applied < TOLERANCE;
      rest = balanced && bodies.fastest() < AT_REST;
      if (bodies.power() >= 0) {
        if (++downhill > GROWTH_DELAY) {
          timeStep = Math.min(timeStep * GROWTH, RigidBodies.LARGEST_TIME_STEP);
        }
      } else {
        bodies.stop();
        timeStep = Math.max(timeStep / 2, SMALLEST_TIME_STEP);
        downhill = 0;
      }
    }
    if (!rest) {
      throw new NotConverged("rigid molecules: " + residual + " eV/Å left" + tip());
    }
    if (!(field.energyEv() <= startEnergyEv + ENERGY_SLACK_EV)) {
      throw new NotConverged(
          "rigid molecules: energy rose from "
              + startEnergyEv
              + " to "
              + field.energyEv()
              + " eV in a relaxation"
              + tip());
    }
    checkApart(bodies);
  }

  private void checkApart(RigidBodies bodies) throws NotConverged {
    for (int i = 0; i < bodies.size(); i++) {
      for (int j = 0; j < i; j++) {
        double overlap =
            outline.overlapAngstrom(
                bodies.x(i) - bodies.x(j),
                bodies.y(i) - bodies.y(j),
                bodies.azimuth(j),
                bodies.azimuth(i));
        if (overlap > OVERLAP_ANGSTROM) {
          throw new NotConverged(
              "molecules " + j + " and " + i + " overlap by " + overlap + " Å" + tip());
        }
      }
    }
  }

  private String tip() {
    return "; tip at x " + field.tipX() + ", y " + field.tipY() + ", z " + field.tipZ() + " Å";
  }

  /** Sets the forces on the bodies and returns the largest, in eV/Å, contacts not counted. */
  double forces(RigidBodies bodies) {
    double largest = 0;
    field.clear();
    for (int i = 0; i < bodies.size(); i++) {
      field.add(bodies.x(i), bodies.y(i), bodies.azimuth(i));
      bodies.push(i, field.forceX(), field.forceY(), field.torque());
      largest = Math.max(largest, Math.abs(field.forceX()));
      largest = Math.max(largest, Math.abs(field.forceY()));
      largest = Math.max(largest, Math.abs(field.torque()) / RigidBodies.REACH_ANGSTROM);
    }
    return largest;
  }
}
