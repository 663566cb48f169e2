package org.tipwright.env;

/**
 * One number of an observation or a continuous action.
 *
 * @param name what it is, in the field's words, such as {@code "tip-x"}
 * @param unit its unit, such as {@code "Å"}, or {@code "1"} where it has none
 * @param low smallest value that can occur, may be −∞
 * @param high largest value that can occur, may be +∞
 */
public record Component(String name, String unit, float low, float high) {

  public Component {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "component '" + name + "': low " + low + " is not below high " + high);
    }
  }
}
