package org.tipwright.runs.validation;

/**
 * One number of ours beside one that is known.
 *
 * @param quantity what was measured, with the conditions
 * @param unit its unit, "1" for a ratio
 * @param expected the known number
 * @param tolerance largest difference allowed, in the same unit
 * @param got our number
 * @param judged whether a difference beyond the tolerance is a failure; otherwise the number is
 *     only reported
 * @param remark what a reader must know beside the numbers, or ""
 */
public record Finding(
    String quantity,
    String unit,
    double expected,
    double tolerance,
    double got,
    boolean judged,
    String remark) {

  /** A number that must hold. */
  public static Finding judged(
      String quantity, String unit, double expected, double tolerance, double got) {
    return new Finding(quantity, unit, expected, tolerance, got, true, "");
  }

  /** A number that is shown and not judged, with the reason. */
  public static Finding reported(
      String quantity, String unit, double expected, double tolerance, double got, String remark) {
    return new Finding(quantity, unit, expected, tolerance, got, false, remark);
  }

  /** The same finding with a remark. */
  public Finding with(String newRemark) {
    return new Finding(quantity, unit, expected, tolerance, got, judged, newRemark);
  }

  /** Whether our number is within the tolerance. */
  public boolean holds() {
    return Math.abs(got - expected) <= tolerance;
  }
}
