package org.tipwright.physics.slide.rigid;

import java.util.List;
import org.jbox2d.collision.shapes.MassData;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.FixtureDef;
import org.jbox2d.dynamics.World;
import org.tipwright.physics.slide.SlideScene;

/**
 * The molecules as JBox2D bodies: no gravity, no friction, no bounce, contacts on. One JBox2D metre
 * is 1 Å, one joule 1 eV; masses are fictitious, because only relaxed states are reported.
 */
final class RigidBodies {

  /** JBox2D goes wrong without a word above this time step (measured: see docs/decisions/0006). */
  static final double LARGEST_TIME_STEP = 1.0;

  private static final int VELOCITY_ITERATIONS = 20;
  private static final int POSITION_ITERATIONS = 10;

  /** So large that the stiffest bond, some 6 eV/Å², is followed at the largest time step. */
  private static final double MASS = 12;

  /** About the anchors' distance from the centre: a torque counts as a force there. */
  static final double REACH_ANGSTROM = 6.2;

  private static final double INERTIA = MASS * REACH_ANGSTROM * REACH_ANGSTROM;

  private final World world = new World(new Vec2(0, 0));
  private final Body[] bodies;
  private final double[] velocityX;
  private final double[] velocityY;
  private final double[] spin;

  RigidBodies(MoleculeOutline outline, List<SlideScene.Pose> poses) {
    world.setAllowSleep(false);
    world.setContinuousPhysics(false);
    world.setWarmStarting(true);
    double[] x = outline.x();
    double[] y = outline.y();
    Vec2[] corners = new Vec2[x.length];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Vec2((float) x[i], (float) y[i]);
    }
    PolygonShape shape = new PolygonShape();
    shape.set(corners, corners.length);
    bodies = new Body[poses.size()];
    velocityX = new double[bodies.length];
    velocityY = new double[bodies.length];
    spin = new double[bodies.length];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = body(poses.get(i), shape);
    }
  }

  private Body body(SlideScene.Pose pose, PolygonShape shape) {
    BodyDef definition = new BodyDef();
    definition.type = BodyType.DYNAMIC;
    definition.allowSleep = false;
    definition.position.set((float) pose.xAngstrom(), (float) pose.yAngstrom());
    definition.angle = (float) pose.azimuthRadians();
    Body body = world.createBody(definition);
    FixtureDef fixture = new FixtureDef();
    fixture.shape = shape;
    fixture.density = 1;
    fixture.friction = 0;
    fixture.restitution = 0;
    body.createFixture(fixture);
    MassData massData = new MassData();
    massData.mass = (float) MASS;
    massData.I = (float) INERTIA;
    body.setMassData(massData);
    return body;
  }

  int size() {
    return bodies.length;
  }

  double x(int i) {
    return bodies[i].m_sweep.c.x;
  }

  double y(int i) {
    return bodies[i].m_sweep.c.y;
  }

  double azimuth(int i) {
    return bodies[i].m_sweep.a;
  }

  /** Sets what acts on a body during the next step: forces in eV/Å, torque in eV. */
  void push(int i, double forceX, double forceY, double torque) {
    bodies[i].m_force.set((float) forceX, (float) forceY);
    bodies[i].m_torque = (float) torque;
  }

  /** Work per time that the forces do on the moving bodies, in eV per time unit. */
  double power() {
    double power = 0;
    for (Body body : bodies) {
      power += (double) body.m_force.x * body.m_linearVelocity.x;
      power += (double) body.m_force.y * body.m_linearVelocity.y;
      power += (double) body.m_torque * body.m_angularVelocity;
    }
    return power;
  }

  /** Takes all motion out. */
  void stop() {
    for (Body body : bodies) {
      body.m_linearVelocity.setZero();
      body.m_angularVelocity = 0;
    }
  }

  /**
   * Lets the bodies move for one time step under the forces set before.
   *
   * @return the largest force that was left on a body, contacts included, in eV/Å; a torque counts
   *     as a force at the anchors
   */
  double step(double timeStep) {
    if (!(timeStep > 0 && timeStep <= LARGEST_TIME_STEP)) {
      throw new IllegalArgumentException(
          "a JBox2D step of " + timeStep + " time units is not within 0 to " + LARGEST_TIME_STEP);
    }
    for (int i = 0; i < bodies.length; i++) {
      velocityX[i] = bodies[i].m_linearVelocity.x;
      velocityY[i] = bodies[i].m_linearVelocity.y;
      spin[i] = bodies[i].m_angularVelocity;
    }
    world.step((float) timeStep, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
    double largest = 0;
    for (int i = 0; i < bodies.length; i++) {
      double forceX = MASS * (bodies[i].m_linearVelocity.x - velocityX[i]) / timeStep;
      double forceY = MASS * (bodies[i].m_linearVelocity.y - velocityY[i]) / timeStep;
      double torque = INERTIA * (bodies[i].m_angularVelocity - spin[i]) / timeStep;
      largest = Math.max(largest, Math.max(Math.abs(forceX), Math.abs(forceY)));
      largest = Math.max(largest, Math.abs(torque) / REACH_ANGSTROM);
    }
    return largest;
  }

  /** The fastest that any part of a body moves, in Å per time unit. */
  double fastest() {
    double fastest = 0;
    for (Body body : bodies) {
      fastest = Math.max(fastest, Math.abs(body.m_linearVelocity.x));
      fastest = Math.max(fastest, Math.abs(body.m_linearVelocity.y));
      fastest = Math.max(fastest, Math.abs(body.m_angularVelocity) * REACH_ANGSTROM);
    }
    return fastest;
  }
}
