package org.tipwright.bridge.command;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.tipwright.env.Tasks;
import org.tipwright.env.lift.LiftSettings;

/**
 * The settings of a simulated instrument: those of the lift task, with {@code key=value} on top.
 */
public final class SimulationSettings {

  private SimulationSettings() {}

  /**
   * Complete settings.
   *
   * @throws IllegalArgumentException if a key is unknown or a value wrong, in one sentence
   */
  static Config with(List<String> assignments) {
    return over(Tasks.defaults("lift"), assignments);
  }

  /**
   * Complete settings that differ from given ones, as a microscope does from the training.
   *
   * @param base complete settings of the lift task
   * @param assignments {@code key=value}
   * @throws IllegalArgumentException if a key is unknown or a value wrong, in one sentence
   */
  public static Config over(Config base, List<String> assignments) {
    Config settings = base;
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      String key = equals < 0 ? assignment : assignment.substring(0, equals).strip();
      if (equals < 0) {
        throw new IllegalArgumentException("--set needs key=value, not '" + assignment + "'");
      }
      if (!settings.hasPath(key)) {
        throw new IllegalArgumentException(
            "unknown key '"
                + key
                + "' of the lift settings; did you mean '"
                + nearest(key, settings)
                + "'?");
      }
      try {
        settings =
            ConfigFactory.parseString(key + " = " + assignment.substring(equals + 1))
                .withFallback(settings)
                .resolve();
      } catch (ConfigException unreadable) {
        throw new IllegalArgumentException(
            "--set " + assignment + " cannot be read: " + unreadable.getMessage(), unreadable);
      }
    }
    try {
      var unused = LiftSettings.from(settings);
      return settings;
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException("lift settings: " + wrong.getMessage(), wrong);
    }
  }

  private static String nearest(String key, Config settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey())
        .min((a, b) -> Integer.compare(distance(key, a), distance(key, b)))
        .orElse("");
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
