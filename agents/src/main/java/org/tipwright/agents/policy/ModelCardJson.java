package org.tipwright.agents.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/** Model cards as JSON, keys sorted, so that equal cards are equal text. */
final class ModelCardJson {

  private ModelCardJson() {}

  static String write(ModelCard card) {
    Map<String, Object> content =
        Map.of(
            "task", card.task(),
            "preset", card.preset(),
            "training-seed", card.trainingSeed(),
            "observation",
                card.observationSpec().components().stream().map(ModelCardJson::map).toList(),
            "actions", card.actionSpec().names(),
            "scaled-observations", card.scaledObservations(),
            "settings", card.settings().root().unwrapped(),
            "evaluation", card.evaluation().root().unwrapped());
    return ConfigValueFactory.fromMap(content)
        .render(ConfigRenderOptions.concise().setFormatted(true));
  }

  /**
   * Reads a card back.
   *
   * @throws ConfigException if the text is not a model card
   */
  static ModelCard read(String json) {
    Config card =
        ConfigFactory.parseString(json, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
    return new ModelCard(
        card.getString("task"),
        card.getString("preset"),
        card.getLong("training-seed"),
        new ObservationSpec(
            card.getConfigList("observation").stream().map(ModelCardJson::component).toList()),
        new ActionSpec.Discrete(List.copyOf(card.getStringList("actions"))),
        card.getBoolean("scaled-observations"),
        card.getConfig("settings"),
        card.getConfig("evaluation"));
  }

  /** Bounds are text, because JSON has no infinity and rounds floats. */
  private static Map<String, Object> map(Component component) {
    return Map.of(
        "name", component.name(),
        "unit", component.unit(),
        "low", Float.toString(component.low()),
        "high", Float.toString(component.high()));
  }

  private static Component component(Config config) {
    return new Component(
        config.getString("name"),
        config.getString("unit"),
        Float.parseFloat(config.getString("low")),
        Float.parseFloat(config.getString("high")));
  }
}
