package org.tipwright.physics.lift.planar;

import org.jbox2d.collision.shapes.MassData;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.joints.RevoluteJointDef;

/**
 * The chain's rigid segments in JBox2D, joined by revolute joints: no gravity, no contacts, no
 * friction; what acts on the segments is put in from outside. One JBox2D metre is 1 Å, one joule 1
 * eV; masses are fictitious, because only relaxed states are reported.
 */
final class ChainBodies {

  /** JBox2D goes wrong without a word above this time step (measured: see docs/decisions/0006). */
  static final double LARGEST_TIME_STEP = 1.0;

  private static final int VELOCITY_ITERATIONS = 8;
  private static final int POSITION_ITERATIONS = 3;

  private final World world = new World(new Vec2(0, 0));
  private final Body[] bodies;
  private final double segment;
  private final double[] angles;
  private final double[] nodeX;
  private final double[] nodeZ;

  ChainBodies(int segments, double segmentAngstrom, double mass, double inertia) {
    this.segment = segmentAngstrom;
    this.bodies = new Body[segments];
    this.angles = new double[segments];
    this.nodeX = new double[segments + 1];
    this.nodeZ = new double[segments + 1];
    world.setAllowSleep(false);
    world.setContinuousPhysics(false);
    world.setWarmStarting(true);
    for (int i = 0; i < segments; i++) {
      BodyDef definition = new BodyDef();
      definition.type = BodyType.DYNAMIC;
      definition.allowSleep = false;
      bodies[i] = world.createBody(definition);
      MassData massData = new MassData();
      massData.mass = (float) mass;
      massData.I = (float) inertia;
      bodies[i].setMassData(massData);
    }
    float half = (float) (segmentAngstrom / 2);
    for (int i = 1; i < segments; i++) {
      RevoluteJointDef joint = new RevoluteJointDef();
      joint.bodyA = bodies[i - 1];
      joint.bodyB = bodies[i];
      joint.localAnchorA.set(half, 0);
      joint.localAnchorB.set(-half, 0);
      world.createJoint(joint);
    }
  }

  int size() {
    return bodies.length;
  }

  /** Lays the chain flat at height 0, node 0 at x = 0, at rest. */
  void layFlat() {
    for (int i = 0; i < bodies.length; i++) {
      bodies[i].setTransform(new Vec2((float) ((i + 0.5) * segment), 0), 0);
    }
    stop();
    for (Body body : bodies) {
      body.m_force.setZero();
      body.m_torque = 0;
    }
    // A step without warm starting clears what the joints remember of earlier molecules.
    world.setWarmStarting(false);
    step(LARGEST_TIME_STEP);
    world.setWarmStarting(true);
  }

  /** Takes all motion out. */
  void stop() {
    for (Body body : bodies) {
      body.m_linearVelocity.setZero();
      body.m_angularVelocity = 0;
    }
  }

  /** Lets the bodies move for one time step under the forces set before. */
  void step(double timeStep) {
    if (!(timeStep > 0 && timeStep <= LARGEST_TIME_STEP)) {
      throw new IllegalArgumentException(
          "a JBox2D step of " + timeStep + " time units is not within 0 to " + LARGEST_TIME_STEP);
    }
    world.step((float) timeStep, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
  }

  Body body(int i) {
    return bodies[i];
  }

  double angle(int i) {
    return bodies[i].m_sweep.a;
  }

  /** Angles of the segments when {@link #updateNodes} was last called, in rad. */
  double[] angles() {
    return angles;
  }

  /**
   * Computes the node positions from the segments' angles and common centre, so that the joints are
   * exactly closed.
   */
  void updateNodes() {
    double meanX = 0;
    double meanZ = 0;
    double x = 0;
    double z = 0;
    double chainX = 0;
    double chainZ = 0;
    nodeX[0] = 0;
    nodeZ[0] = 0;
    for (int i = 0; i < bodies.length; i++) {
      double a = bodies[i].m_sweep.a;
      angles[i] = a;
      double stepX = segment * StrictMath.cos(a);
      double stepZ = segment * StrictMath.sin(a);
      chainX += x + 0.5 * stepX;
      chainZ += z + 0.5 * stepZ;
      x += stepX;
      z += stepZ;
      nodeX[i + 1] = x;
      nodeZ[i + 1] = z;
      meanX += bodies[i].m_sweep.c.x;
      meanZ += bodies[i].m_sweep.c.y;
    }
    double shiftX = (meanX - chainX) / bodies.length;
    double shiftZ = (meanZ - chainZ) / bodies.length;
    for (int n = 0; n < nodeX.length; n++) {
      nodeX[n] += shiftX;
      nodeZ[n] += shiftZ;
    }
  }

  double[] nodeX() {
    return nodeX;
  }

  double[] nodeZ() {
    return nodeZ;
  }
}
