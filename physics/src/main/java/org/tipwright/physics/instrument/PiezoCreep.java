package org.tipwright.physics.instrument;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Creep of one axis, {@code ΔL(t) = ΔL₀ γ log₁₀(t / 0.1 s)} after every move, all moves superposed.
 * The logarithm is the sum of relaxations of {@link LogTime}, so that the cost does not grow with
 * the number of moves.
 */
final class PiezoCreep {

  private final double share;
  private final double[] relaxed = new double[LogTime.RELAXATIONS];
  private double commanded;
  private double extension;

  PiezoCreep(double perDecade) {
    this.share = perDecade * LogTime.SHARE;
  }

  /** At rest since long ago; commands count from where that was. */
  void settle() {
    Arrays.fill(relaxed, 0);
    commanded = 0;
    extension = 0;
  }

  /** Goes steadily to a command during an interval; one of no length is a jump. */
  void advance(double target, LogTime interval) {
    if (share == 0) {
      return;
    }
    double way = target - commanded;
    double sum = 0;
    for (int i = 0; i < relaxed.length; i++) {
      relaxed[i] += interval.gone(i) * (commanded - relaxed[i]) + interval.followed(i) * way;
      sum += relaxed[i];
    }
    extension = share * sum;
    commanded = target;
  }

  /** By how much the piezo is longer than commanded, in Å. */
  double extensionAngstrom() {
    return extension;
  }

  static int bytes() {
    return (LogTime.RELAXATIONS + 2) * Double.BYTES;
  }

  void save(ByteBuffer to) {
    to.putDouble(commanded).putDouble(extension);
    for (double value : relaxed) {
      to.putDouble(value);
    }
  }

  void restore(ByteBuffer from) {
    commanded = from.getDouble();
    extension = from.getDouble();
    for (int i = 0; i < relaxed.length; i++) {
      relaxed[i] = from.getDouble();
    }
  }
}
