package org.tipwright.tests.architecture.wronghouse.env;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes collections in hash order, and one in an order of its own. */
public final class HashOrderedTask {

  private HashOrderedTask() {}

  static Map<String, Integer> sites() {
    return new HashMap<>();
  }

  static Set<String> corners() {
    return Set.of("north", "south");
  }

  static Set<String> only() {
    return Set.of("north");
  }

  static Map<String, Integer> sorted() {
    return new TreeMap<>();
  }
}
