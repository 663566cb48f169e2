package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy against others on the same sites, as {@code evaluation.json} and {@code --json} hold it.
 *
 * @param task the task played
 * @param seed root of the sites
 * @param played the policy in question
 * @param baselines the others, in the order of tables
 */
public record EvaluationResult(
    String task, long seed, PolicyScore played, List<PolicyScore> baselines) {

  public EvaluationResult {
    baselines = List.copyOf(baselines);
  }

  /** As JSON; {@code baselines} maps names to objects, {@code baseline_order} keeps their order. */
  public Config json() {
    Config json =
        played
            .json()
            .withValue("task", ConfigValueFactory.fromAnyRef(task))
            .withValue("seed", ConfigValueFactory.fromAnyRef(seed))
            .withValue("policy", ConfigValueFactory.fromAnyRef(played.policy()))
            .withValue(
                "baseline_order",
                ConfigValueFactory.fromAnyRef(baselines.stream().map(PolicyScore::policy).toList()))
            .withValue("baselines", ConfigFactory.empty().root());
    for (PolicyScore baseline : baselines) {
      json = json.withValue(key(baseline.policy()), baseline.json().root());
    }
    return json;
  }

  /** One object of JSON on several lines. */
  public String text() {
    return render(json());
  }

  /** JSON of a config. */
  public static String render(Config json) {
    return json.root()
        .render(
            ConfigRenderOptions.defaults()
                .setComments(false)
                .setOriginComments(false)
                .setFormatted(true)
                .setJson(true))
        .stripTrailing();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IOException if it cannot be read
   */
  public static EvaluationResult read(Path file) throws IOException {
    try {
      Config json = ConfigFactory.parseString(Files.readString(file));
      List<PolicyScore> baselines = new ArrayList<>();
      for (String name : json.getStringList("baseline_order")) {
        baselines.add(PolicyScore.read(name, json.getConfig(key(name))));
      }
      return new EvaluationResult(
          json.getString("task"),
          json.getLong("seed"),
          PolicyScore.read(json.getString("policy"), json),
          baselines);
    } catch (ConfigException unreadable) {
      throw new IOException(
          "'" + file + "' is not an evaluation: " + unreadable.getMessage(), unreadable);
    }
  }

  private static String key(String baseline) {
    return ConfigUtil.joinPath("baselines", baseline);
  }
}
