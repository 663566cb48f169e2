package org.tipwright.physics.lift.molecular;

import java.util.Arrays;

/**
 * The fast inertial relaxation engine, FIRE: Bitzek et al., Phys. Rev. Lett. 97 (2006) 170201, with
 * the constants of that paper's common implementations.
 */
final class Fire {

  private static final int STEPS = 100;
  private static final double START = 0.1;
  private static final double LARGEST = 1.0;
  private static final double GROWTH = 1.1;
  private static final double CUT = 0.5;
  private static final double MIXING = 0.1;
  private static final double MIXING_DECAY = 0.99;
  private static final int DELAY = 5;

  private final double longestMove;
  private final double[] velocity;
  private double timeStep;
  private double mixing;
  private int downhill;
  private int moves;

  Fire(int coordinates, double longestMoveAngstrom) {
    velocity = new double[coordinates];
    longestMove = longestMoveAngstrom;
  }

  /** Starts at rest. */
  void start() {
    Arrays.fill(velocity, 0);
    timeStep = START;
    mixing = MIXING;
    downhill = 0;
    moves = 0;
  }

  /** Moves the coordinates once; false after 100 moves, when something else should be tried. */
  boolean move(double[] r, double[] slope) {
    if (moves++ >= STEPS) {
      return false;
    }
    double power = 0;
    double speed = 0;
    double force = 0;
    for (int i = 0; i < r.length; i++) {
      power -= slope[i] * velocity[i];
      speed += velocity[i] * velocity[i];
      force += slope[i] * slope[i];
    }
    if (power > 0) {
      double pull = mixing * StrictMath.sqrt(speed / force);
      for (int i = 0; i < r.length; i++) {
        velocity[i] = (1 - mixing) * velocity[i] - pull * slope[i];
      }
      if (++downhill > DELAY) {
        timeStep = Math.min(timeStep * GROWTH, LARGEST);
        mixing *= MIXING_DECAY;
      }
    } else {
      Arrays.fill(velocity, 0);
      timeStep *= CUT;
      mixing = MIXING;
      downhill = 0;
    }
    double fastest = 0;
    for (int i = 0; i < r.length; i++) {
      velocity[i] -= timeStep * slope[i];
      fastest = Math.max(fastest, Math.abs(velocity[i]));
    }
    double dt = fastest * timeStep > longestMove ? longestMove / fastest : timeStep;
    for (int i = 0; i < r.length; i++) {
      r[i] += dt * velocity[i];
    }
    return true;
  }
}
