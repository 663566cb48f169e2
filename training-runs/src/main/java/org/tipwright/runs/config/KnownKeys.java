package org.tipwright.runs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what was asked against the complete defaults: every key must be there, and of its type. */
final class KnownKeys {

  private static final Set<String> SWITCH_WORDS = Set.of("true", "false", "yes", "no", "on", "off");

  private final Config reference;
  private final List<String> names;

  KnownKeys(Config reference) {
    this.reference = reference;
    this.names = reference.entrySet().stream().map(Map.Entry::getKey).sorted().toList();
  }

  /**
   * Checks every key of a layer.
   *
   * @throws WrongUse naming the first key, in alphabetical order, that is unknown or of wrong type
   */
  void check(Config layer) {
    List<Map.Entry<String, ConfigValue>> asked =
        layer.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    for (Map.Entry<String, ConfigValue> entry : asked) {
      check(entry.getKey(), entry.getValue());
    }
  }

  private void check(String key, ConfigValue value) {
    if (!reference.hasPath(key)) {
      throw unknown(key, value);
    }
    ConfigValue known = reference.getValue(key);
    String needed =
        switch (known.valueType()) {
          case NUMBER -> isNumber(value) ? "" : "a number";
          case BOOLEAN -> isSwitch(value) ? "" : "on or off";
          case STRING -> isWord(value) ? "" : "a word";
          case LIST -> value.valueType() == ConfigValueType.LIST ? "" : "a list, such as [1, 2]";
          case OBJECT, NULL -> "a group of keys: " + children(key);
        };
    if (!needed.isEmpty()) {
      throw new WrongUse(
          "'"
              + key
              + "' must be "
              + needed
              + ", but "
              + place(value)
              + " says '"
              + text(value)
              + "'");
    }
  }

  private WrongUse unknown(String key, ConfigValue value) {
    boolean onCommandLine = Assignment.PLACE.equals(value.origin().description());
    return new WrongUse(
        "unknown key '"
            + key
            + "'"
            + (onCommandLine ? "" : " in " + place(value))
            + Nearest.suggestion(key, names));
  }

  private String children(String key) {
    return names.stream()
        .filter(name -> name.startsWith(key + "."))
        .collect(Collectors.joining(", "));
  }

  private static boolean isNumber(ConfigValue value) {
    if (value.valueType() == ConfigValueType.STRING) {
      try {
        Double.parseDouble((String) value.unwrapped());
        return true;
      } catch (NumberFormatException notANumber) {
        return false;
      }
    }
    return value.valueType() == ConfigValueType.NUMBER;
  }

  private static boolean isSwitch(ConfigValue value) {
    return value.valueType() == ConfigValueType.BOOLEAN
        || SWITCH_WORDS.contains(String.valueOf(value.unwrapped()));
  }

  private static boolean isWord(ConfigValue value) {
    return value.valueType() == ConfigValueType.STRING
        || value.valueType() == ConfigValueType.NUMBER
        || value.valueType() == ConfigValueType.BOOLEAN;
  }

  private static String text(ConfigValue value) {
    return String.valueOf(value.unwrapped());
  }

  private static String place(ConfigValue value) {
    ConfigOrigin origin = value.origin();
    String file = origin.filename();
    String where = file == null ? origin.description().replaceAll(": \\d+$", "") : file;
    return origin.lineNumber() > 0 ? where + " line " + origin.lineNumber() : where;
  }
}
