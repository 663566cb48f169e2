package org.tipwright.bridge.nanonis.driver;

/**
 * Between what a setting of the controller must lie, and where that is written.
 *
 * @param low smallest value that is fit
 * @param high largest value that is fit
 * @param where file and line, such as {@code "stm7.conf line 12"}
 */
public record Bounds(double low, double high, String where) {

  /** The controller keeps its settings in 32 bits. */
  private static final double RELATIVE_ROUNDING = 1e-6;

  /** Whether a value lies within; NaN never does. */
  public boolean allow(double value) {
    double rounding = RELATIVE_ROUNDING * Math.max(Math.abs(low), Math.abs(high));
    return value >= low - rounding && value <= high + rounding;
  }
}
