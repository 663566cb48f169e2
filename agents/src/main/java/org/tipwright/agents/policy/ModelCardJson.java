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
import java.util.TreeMap;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/** Model cards as JSON, keys sorted, so that equal cards are equal text. */
final class ModelCardJson {

  private ModelCardJson() {}

  static String write(ModelCard card) {
    Map<String, Object> content = new TreeMap<>();
    content.put("task", card.task());
    content.put("preset", card.preset());
    content.put("training-seed", card.trainingSeed());
    content.put(
        "observation",
        card.observationSpec().components().stream().map(ModelCardJson::map).toList());
    content.put("actions", card.actionSpec().names());
    content.put("scaled-observations", card.scaledObservations());
    content.put("settings", card.settings().root().unwrapped());
    content.put("evaluation", card.evaluation().root().unwrapped());
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
    Map<String, Object> content = new TreeMap<>();
    content.put("name", component.name());
    content.put("unit", component.unit());
    content.put("low", Float.toString(component.low()));
    content.put("high", Float.toString(component.high()));
    content.put("scale", Float.toString(component.scale()));
    return content;
  }

  private static Component component(Config config) {
    return new Component(
        config.getString("name"),
        config.getString("unit"),
        Float.parseFloat(config.getString("low")),
        Float.parseFloat(config.getString("high")),
        Float.parseFloat(config.getString("scale")));
  }
}
