package org.tipwright.physics.lift.planar;

import org.jbox2d.dynamics.Body;
import org.tipwright.physics.NotConverged;

/**
 * Lets the chain come to rest under a force field: JBox2D integrates, and whenever the motion runs
 * uphill all velocities are taken out and the time step is halved, else it grows again. This is the
 * velocity control of FIRE (Bitzek et al., Phys. Rev. Lett. 97 (2006) 170201) without its mixing of
 * velocity and force, which the joints would undo: measured, it doubled the number of steps.
 */
final class ChainRelaxation {

  private static final double SMALLEST_TIME_STEP = 0.5;
  private static final double GROWTH = 1.1;
  private static final int GROWTH_DELAY = 5;
  private static final int MOST_STEPS = 5_000;

  /**
   * Time step of a second attempt of as many steps, for bonds so stiff that the usual steps keep
   * the chain ringing: measured above some 2.2 nN with a depth of 1 eV.
   */
  private static final double CALM_TIME_STEP = 0.25;

  /** Energy in eV that float32 positions may lose or gain in a relaxation. */
  private static final double ENERGY_SLACK_EV = 1e-3;

  private final ChainField field;
  private final ChainGradient gradient;
  private final ChainBodies chain;
  private final double sidewaysMass;

  private double y;
  private double velocityY;
  private double residual;
  private long worldSteps;

  ChainRelaxation(
      ChainField field, ChainGradient gradient, ChainBodies chain, double sidewaysMass) {
    this.field = field;
    this.gradient = gradient;
    this.chain = chain;
    this.sidewaysMass = sidewaysMass;
  }

  /** Starts again from a flat chain at rest. */
  void layFlat() {
    chain.layFlat();
    y = 0;
  }

  /**
   * Relaxes until no generalised force exceeds the tolerance; the field lets go on the way of what
   * has been stretched beyond any return.
   *
   * @param tolerance in eV/Å
   * @throws NotConverged if 10,000 world steps do not suffice, or if energy came from nowhere
   */
  void relax(double tolerance) throws NotConverged {
    chain.stop();
    velocityY = 0;
    double timeStep = SMALLEST_TIME_STEP;
    int downhill = 0;
    residual = forces();
    double startEnergyEv = gradient.energyEv();
    for (int step = 0; step < 2 * MOST_STEPS; step++) {
      if (field.letGo()) {
        residual = forces();
        startEnergyEv = gradient.energyEv();
      }
      if (residual < tolerance) {
        if (!(gradient.energyEv() <= startEnergyEv + ENERGY_SLACK_EV)) {
          throw new NotConverged(
              "planar chain: energy rose from "
                  + startEnergyEv
                  + " to "
                  + gradient.energyEv()
                  + " eV in a relaxation");
        }
        return;
      }
      if (power() >= 0) {
        if (++downhill > GROWTH_DELAY) {
          timeStep = Math.min(timeStep * GROWTH, ChainBodies.LARGEST_TIME_STEP);
        }
      } else {
        chain.stop();
        velocityY = 0;
        timeStep = Math.max(timeStep / 2, SMALLEST_TIME_STEP);
        downhill = 0;
      }
      if (step >= MOST_STEPS) {
        timeStep = CALM_TIME_STEP;
      }
      chain.step(timeStep);
      worldSteps++;
      velocityY += timeStep * field.forceSideways() / sidewaysMass;
      y += timeStep * velocityY;
      residual = forces();
    }
    throw new NotConverged(
        "planar chain: "
            + residual
            + " eV/Å left after "
            + 2 * MOST_STEPS
            + " world steps, "
            + field.where());
  }

  /** Puts the forces on the bodies and returns the largest generalised one, in eV/Å. */
  private double forces() {
    chain.updateNodes();
    double[] x = chain.nodeX();
    double[] z = chain.nodeZ();
    double largest = gradient.evaluate(x, z, chain.angles(), y);
    double[] forceX = field.forceX();
    double[] forceZ = field.forceZ();
    int last = chain.size() - 1;
    for (int i = 0; i <= last; i++) {
      // An inner node belongs to two segments, each bears half of its force.
      double left = i == 0 ? 1 : 0.5;
      double right = i == last ? 1 : 0.5;
      double leftX = left * forceX[i];
      double leftZ = left * forceZ[i];
      double rightX = right * forceX[i + 1];
      double rightZ = right * forceZ[i + 1];
      double lever = (x[i + 1] - x[i]) * (rightZ - leftZ) - (z[i + 1] - z[i]) * (rightX - leftX);
      Body body = chain.body(i);
      body.m_force.set((float) (leftX + rightX), (float) (leftZ + rightZ));
      body.m_torque = (float) (gradient.bending(i) + 0.5 * lever);
    }
    return largest;
  }

  /**
   * Work per time that the forces do on the chain, in eV per time unit, from rotations and the
   * common centre alone: the noise of the joints drops out.
   */
  private double power() {
    double[] x = chain.nodeX();
    double[] z = chain.nodeZ();
    double meanX = 0;
    double meanZ = 0;
    double nodeX = 0;
    double nodeZ = 0;
    double centreX = 0;
    double centreZ = 0;
    double power = field.forceSideways() * velocityY;
    for (int i = 0; i < chain.size(); i++) {
      Body body = chain.body(i);
      double spin = body.m_angularVelocity;
      double stepX = -spin * (z[i + 1] - z[i]);
      double stepZ = spin * (x[i + 1] - x[i]);
      centreX += nodeX + 0.5 * stepX;
      centreZ += nodeZ + 0.5 * stepZ;
      nodeX += stepX;
      nodeZ += stepZ;
      meanX += body.m_linearVelocity.x;
      meanZ += body.m_linearVelocity.y;
      power += gradient.turning(i) * spin;
    }
    int n = chain.size();
    return power
        + gradient.pushX() * (meanX - centreX) / n
        + gradient.pushZ() * (meanZ - centreZ) / n;
  }

  /** Energy of the last state, in eV. */
  double energyEv() {
    return gradient.energyEv();
  }

  /** Largest generalised force of the last state, in eV/Å. */
  double residualEvPerAngstrom() {
    return residual;
  }

  /** Out-of-plane displacement of the held oxygen, in Å. */
  double sidewaysAngstrom() {
    return y;
  }

  /** World steps taken so far: the cost of all relaxations. */
  long worldSteps() {
    return worldSteps;
  }
}
