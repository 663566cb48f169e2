package org.tipwright.bridge.nanonis;

import java.util.List;

/** Finds values by the names of their fields. */
final class Named {

  private Named() {}

  static Value value(String command, Layout layout, List<Value> values, String name) {
    int index = layout.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(command + " has no field '" + name + "' in " + layout);
    }
    return values.get(index);
  }

  static double real(String command, Value value, String name) {
    if (value instanceof Value.Real real) {
      return real.number();
    }
    throw notA(command, name, "real number");
  }

  static long whole(String command, Value value, String name) {
    if (value instanceof Value.Whole whole) {
      return whole.number();
    }
    throw notA(command, name, "integer");
  }

  static String text(String command, Value value, String name) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw notA(command, name, "string");
  }

  static long[] wholes(String command, Value value, String name) {
    if (value instanceof Value.Wholes wholes) {
      return wholes.numbers();
    }
    throw notA(command, name, "array of integers");
  }

  static float[] reals(String command, Value value, String name) {
    if (value instanceof Value.Reals reals) {
      return reals.numbers();
    }
    throw notA(command, name, "array of real numbers");
  }

  static List<String> texts(String command, Value value, String name) {
    if (value instanceof Value.Texts texts) {
      return texts.texts();
    }
    throw notA(command, name, "array of strings");
  }

  /** Every value with its name and unit, each after a space. */
  static String list(Layout layout, List<Value> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      Field field = layout.fields().get(i);
      text.append(' ').append(field.name()).append('=').append(values.get(i));
      if (!field.unit().isEmpty()) {
        text.append(' ').append(field.unit());
      }
    }
    return text.toString();
  }

  private static IllegalArgumentException notA(String command, String name, String kind) {
    return new IllegalArgumentException(command + ": '" + name + "' is no " + kind);
  }
}
