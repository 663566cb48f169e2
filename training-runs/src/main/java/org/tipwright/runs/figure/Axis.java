package org.tipwright.runs.figure;

/**
 * An axis of a figure.
 *
 * @param title what it shows, with the unit, such as {@code height above contact (Å)}
 * @param min where it begins; NaN lets the data choose
 * @param max where it ends; NaN lets the data choose
 * @param logarithmic whether in decades
 */
public record Axis(String title, double min, double max, boolean logarithmic) {

  /** A linear axis as long as its data. */
  public static Axis linear(String title) {
    return new Axis(title, Double.NaN, Double.NaN, false);
  }

  /** A logarithmic axis as long as its data, in whole decades. */
  public static Axis logarithmic(String title) {
    return new Axis(title, Double.NaN, Double.NaN, true);
  }

  /** The same axis from {@code newMin} to {@code newMax}. */
  public Axis from(double newMin, double newMax) {
    return new Axis(title, newMin, newMax, logarithmic);
  }

  /** The same axis, beginning at zero. */
  public Axis fromZero() {
    return new Axis(title, 0, max, logarithmic);
  }
}
