package org.tipwright.bridge.nanonis.client;

import java.util.List;

/**
 * The signals of an instrument, whose positions differ from one to another.
 *
 * @param names by index, such as {@code "Current (A)"}
 */
public record SignalNames(List<String> names) {

  public SignalNames {
    names = List.copyOf(names);
  }

  /**
   * The index of a signal.
   *
   * @param name with its unit, or without if that is unambiguous
   * @throws IllegalArgumentException if there is none or more than one
   */
  public int index(String name) {
    int found = names.indexOf(name);
    if (found >= 0) {
      return found;
    }
    for (int i = 0; i < names.size(); i++) {
      if (withoutUnit(names.get(i)).equals(name)) {
        if (found >= 0) {
          throw new IllegalArgumentException(
              "signal '" + name + "' may be '" + names.get(found) + "' or '" + names.get(i) + "'");
        }
        found = i;
      }
    }
    if (found < 0) {
      throw new IllegalArgumentException(
          "the instrument has no signal '" + name + "'; it has " + String.join(", ", names));
    }
    return found;
  }

  private static String withoutUnit(String name) {
    int unit = name.lastIndexOf(" (");
    return unit > 0 && name.endsWith(")") ? name.substring(0, unit) : name;
  }
}
