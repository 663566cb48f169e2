package org.tipwright.runs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code key=value} of a command line. A value that begins with a bracket, a brace or a quote
 * is HOCON; any other is taken letter by letter, so that paths need no quotes.
 */
final class Assignment {

  static final String PLACE = "the command line";

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_.-]+)=(.*)", Pattern.DOTALL);

  private Assignment() {}

  /** All assignments as one config; a later one wins over an earlier one. */
  static Config all(List<String> assignments) {
    Config all = ConfigFactory.empty();
    for (String text : assignments) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new WrongUse(
            "'" + text + "' is not of the form key=value, such as seed=2 or dqn.gamma=0.97");
      }
      all = assign(text, matcher.group(1), matcher.group(2)).withFallback(all);
    }
    return all;
  }

  private static Config assign(String text, String key, String value) {
    try {
      return ConfigFactory.empty().withValue(key, parse(value));
    } catch (ConfigException notHocon) {
      throw new WrongUse(
          "'" + text + "' cannot be read: " + Sentences.of(notHocon.getMessage()), notHocon);
    }
  }

  private static ConfigValue parse(String value) {
    boolean hocon = value.startsWith("[") || value.startsWith("{") || value.startsWith("\"");
    if (hocon) {
      return ConfigFactory.parseString("value = " + value)
          .getValue("value")
          .withOrigin(com.typesafe.config.ConfigOriginFactory.newSimple(PLACE));
    }
    if (value.equals("true") || value.equals("false")) {
      return ConfigValueFactory.fromAnyRef(Boolean.valueOf(value), PLACE);
    }
    try {
      double number = Double.parseDouble(value);
      boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
      return whole
          ? ConfigValueFactory.fromAnyRef((long) number, PLACE)
          : ConfigValueFactory.fromAnyRef(number, PLACE);
    } catch (NumberFormatException notANumber) {
      return ConfigValueFactory.fromAnyRef(value, PLACE);
    }
  }
}
