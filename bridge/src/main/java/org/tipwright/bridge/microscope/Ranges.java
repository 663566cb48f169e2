package org.tipwright.bridge.microscope;

/** What a module accepts; everything else is refused in one sentence. */
final class Ranges {

  private Ranges() {}

  static double finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be a finite number, not " + value);
    }
    return value;
  }

  static double positive(String what, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be above 0, not " + value);
    }
    return value;
  }

  static double atLeastZero(String what, double value) {
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be at least 0, not " + value);
    }
    return value;
  }

  static double within(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          what + " must be from " + low + " to " + high + ", not " + value);
    }
    return value;
  }

  static int index(String what, long value, int count) {
    if (value < 0 || value >= count) {
      throw new IllegalArgumentException(
          "there is no " + what + " " + value + ", only 0 to " + (count - 1));
    }
    return (int) value;
  }
}
