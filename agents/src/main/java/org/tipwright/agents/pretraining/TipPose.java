package org.tipwright.agents.pretraining;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.tipwright.agents.belief.Attempt;
import org.tipwright.env.lift.LiftMove;

/**
 * A simulated tip as it may stand in the laboratory: perhaps mirrored, turned by any angle, contact
 * a little beside the path's beginning. The family is the same under all of these.
 */
final class TipPose {

  /** Steps from contact that are safe with every tip. */
  private static final int SAFE_STEPS = 8;

  /** Where an attempt was safe is looked at every so many steps from its end. */
  private static final int SAFE_STRIDE = 4;

  private final TipLibrary library;
  private int tip;
  private boolean mirrored;
  private double angle;
  private double contactX;
  private double contactY;
  private double cos;
  private double sin;

  TipPose(TipLibrary library) {
    this.library = library;
  }

  /** The given tip, in radians and Å. */
  void set(int newTip, boolean newMirrored, double newAngle, double x, double y) {
    tip = newTip;
    mirrored = newMirrored;
    angle = newAngle;
    contactX = x;
    contactY = y;
    cos = StrictMath.cos(newAngle);
    sin = StrictMath.sin(newAngle);
  }

  /** The same as another. */
  void set(TipPose other) {
    tip = other.tip;
    mirrored = other.mirrored;
    angle = other.angle;
    contactX = other.contactX;
    contactY = other.contactY;
    cos = other.cos;
    sin = other.sin;
  }

  /** Turns it and moves contact. */
  void shift(double radians, double x, double y) {
    set(tip, mirrored, angle + radians, contactX + x, contactY + y);
  }

  /**
   * Becomes another tip, so turned that their paths point the same way at the height of a likeness.
   */
  void become(int other, boolean otherMirrored, int likeness) {
    double from = library.azimuth(tip, likeness);
    double to = library.azimuth(other, likeness);
    double turn = (mirrored ? -from : from) - (otherMirrored ? -to : to);
    set(other, otherMirrored, angle + turn, contactX, contactY);
  }

  int tip() {
    return tip;
  }

  /** Distance of contact from the path's beginning, in Å. */
  double contactOffset() {
    return StrictMath.sqrt(contactX * contactX + contactY * contactY);
  }

  /** Where its path is at a level, in Å from contact. */
  double lineX(int level) {
    double y = library.lineY(tip, level);
    return cos * library.lineX(tip, level) - sin * (mirrored ? -y : y) - contactX;
  }

  /** See {@link #lineX}. */
  double lineY(int level) {
    double y = library.lineY(tip, level);
    return sin * library.lineX(tip, level) + cos * (mirrored ? -y : y) - contactY;
  }

  /** How far a position, in Å from contact, lies within where the bond survives. */
  double margin(double x, double y, int step) {
    double fromX = x + contactX;
    double fromY = y + contactY;
    double turnedY = cos * fromY - sin * fromX;
    return library.margin(
        tip,
        cos * fromX + sin * fromY,
        mirrored ? -turnedY : turnedY,
        step * LiftMove.VERTICAL_ANGSTROM);
  }

  /**
   * By how much an attempt contradicts this tip, in Å: how far within the safe region the bond
   * broke, or how far without it did not, whichever is more. Not told farther than a limit.
   */
  double violation(Attempt attempt, double limit) {
    double[] x = attempt.x();
    double[] y = attempt.y();
    int end = attempt.steps();
    double worst = 0;
    if (attempt.ruptured()) {
      worst = StrictMath.max(0, margin(x[end], y[end], end));
    }
    for (int n = end - 1; n > SAFE_STEPS && worst <= limit; n -= SAFE_STRIDE) {
      worst = StrictMath.max(worst, -margin(x[n], y[n], n));
    }
    return worst;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeInt(tip);
    out.writeBoolean(mirrored);
    out.writeDouble(angle);
    out.writeDouble(contactX);
    out.writeDouble(contactY);
  }

  void restore(DataInputStream in) throws IOException {
    set(in.readInt(), in.readBoolean(), in.readDouble(), in.readDouble(), in.readDouble());
  }
}
