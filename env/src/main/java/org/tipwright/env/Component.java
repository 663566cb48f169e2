package org.tipwright.env;

/**
 * One number of an observation or a continuous action.
 *
 * @param name what it is, in the field's words, such as {@code "tip-x"}
 * @param unit its unit, such as {@code "Å"}, or {@code "1"} where it has none
 * @param low smallest value that can occur, may be −∞
 * @param high largest value that can occur, may be +∞
 * @param scale a change that matters: what a network should see as one unit
 */
public record Component(String name, String unit, float low, float high, float scale) {

  /** A component whose scale is half its range, or 1 where it has no bounds. */
  public Component(String name, String unit, float low, float high) {
    this(
        name,
        unit,
        low,
        high,
        Float.isFinite(low) && Float.isFinite(high) ? 0.5f * high - 0.5f * low : 1);
  }

  public Component {
    if (!(scale > 0)) {
      throw new IllegalArgumentException(
          "component '" + name + "': scale " + scale + " is not above 0");
    }
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "component '" + name + "': low " + low + " is not below high " + high);
    }
  }
}
