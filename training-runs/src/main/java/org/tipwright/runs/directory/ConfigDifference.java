package org.tipwright.runs.directory;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The first setting in which two configurations differ.
 *
 * @param key its full path
 * @param before its value in the one, {@code not set} where it has none
 * @param now its value in the other
 */
public record ConfigDifference(String key, String before, String now) {

  /**
   * Compares every leaf, in the order of the keys.
   *
   * @param free keys that may differ
   */
  public static Optional<ConfigDifference> first(Config before, Config now, Set<String> free) {
    Map<String, String> then = leaves(before);
    Map<String, String> today = leaves(now);
    Set<String> keys = new TreeSet<>(then.keySet());
    keys.addAll(today.keySet());
    keys.removeAll(free);
    return keys.stream()
        .map(
            key ->
                new ConfigDifference(
                    key, then.getOrDefault(key, "not set"), today.getOrDefault(key, "not set")))
        .filter(difference -> !difference.before().equals(difference.now()))
        .findFirst();
  }

  private static Map<String, String> leaves(Config config) {
    Map<String, String> leaves = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> entry : config.entrySet()) {
      leaves.put(entry.getKey(), text(entry.getValue()));
    }
    return leaves;
  }

  /** Numbers and booleans given as strings are the same settings: HOCON converts either way. */
  private static String text(ConfigValue value) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> String.valueOf(value.unwrapped());
      default -> value.render(ConfigRenderOptions.concise());
    };
  }
}
