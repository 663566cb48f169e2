package org.tipwright.bridge.safety;

/**
 * A limit and where it is written, so that a refusal can point there.
 *
 * @param low smallest allowed value, −∞ where there is none
 * @param high largest allowed value, +∞ where there is none
 * @param where profile and line, such as {@code "profile lowtemp.conf line 31"}
 */
public record Limit(double low, double high, String where) {

  /** Whether a value lies within; NaN never does. */
  public boolean allows(double value) {
    return value >= low && value <= high;
  }
}
