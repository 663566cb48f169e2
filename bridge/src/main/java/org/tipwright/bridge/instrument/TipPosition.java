package org.tipwright.bridge.instrument;

import java.util.Locale;

/**
 * A tip position relative to contact, in the laboratory's axes, z up.
 *
 * @param xAngstrom in Å
 * @param yAngstrom in Å
 * @param zAngstrom in Å
 */
public record TipPosition(double xAngstrom, double yAngstrom, double zAngstrom) {

  /** Contact, the origin. */
  public static final TipPosition CONTACT = new TipPosition(0, 0, 0);

  /** Straight distance to another position, in Å; NaN if either is not finite. */
  public double distanceAngstrom(TipPosition other) {
    double dx = other.xAngstrom - xAngstrom;
    double dy = other.yAngstrom - yAngstrom;
    double dz = other.zAngstrom - zAngstrom;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** Distance from the vertical through contact, in Å. */
  public double lateralAngstrom() {
    return Math.sqrt(xAngstrom * xAngstrom + yAngstrom * yAngstrom);
  }

  /** Whether all three are finite numbers. */
  public boolean isFinite() {
    return Double.isFinite(xAngstrom) && Double.isFinite(yAngstrom) && Double.isFinite(zAngstrom);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "(%.2f, %.2f, %.2f) Å", xAngstrom, yAngstrom, zAngstrom);
  }
}
