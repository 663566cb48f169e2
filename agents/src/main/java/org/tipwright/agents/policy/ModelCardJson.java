package org.tipwright.agents.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/** Model cards as JSON, keys sorted, so that equal cards are equal text. */
final class ModelCardJson {

  private static final String ACTIONS = "actions";
  private static final String SCALED = "scaled-observations";

  private ModelCardJson() {}

  static String write(ModelCard card) {
    Map<String, Object> content = new TreeMap<>();
    content.put("task", card.task());
    content.put("preset", card.preset());
    content.put("training-seed", card.trainingSeed());
    content.put(
        "observation",
        card.observationSpec().components().stream().map(ModelCardJson::map).toList());
    if (card.actionSpec() instanceof ActionSpec.Discrete discrete) {
      content.put(ACTIONS, discrete.names());
    } else if (card.actionSpec() instanceof ActionSpec.Continuous continuous) {
      content.put("action", continuous.components().stream().map(ModelCardJson::map).toList());
    }
    ObservationScale scale = card.scale();
    if (scale.equals(ObservationScale.of(card.observationSpec(), true))) {
      content.put(SCALED, true);
    } else if (scale.equals(ObservationScale.of(card.observationSpec(), false))) {
      content.put(SCALED, false);
    } else {
      content.put("observation-middles", text(scale.middles()));
      content.put("observation-factors", text(scale.factors()));
      content.put("observation-limit", Float.toString(scale.limit()));
    }
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
    ObservationSpec observations = new ObservationSpec(components(card, "observation"));
    return new ModelCard(
        card.getString("task"),
        card.getString("preset"),
        card.getLong("training-seed"),
        observations,
        card.hasPath(ACTIONS)
            ? new ActionSpec.Discrete(List.copyOf(card.getStringList(ACTIONS)))
            : new ActionSpec.Continuous(components(card, "action")),
        card.hasPath(SCALED)
            ? ObservationScale.of(observations, card.getBoolean(SCALED))
            : new ObservationScale(
                numbers(card, "observation-middles"),
                numbers(card, "observation-factors"),
                Float.parseFloat(card.getString("observation-limit"))),
        card.getConfig("settings"),
        card.getConfig("evaluation"));
  }

  private static List<Component> components(Config card, String key) {
    return card.getConfigList(key).stream().map(ModelCardJson::component).toList();
  }

  private static List<String> text(float[] numbers) {
    List<String> text = new ArrayList<>();
    for (float number : numbers) {
      text.add(Float.toString(number));
    }
    return text;
  }

  private static float[] numbers(Config card, String key) {
    List<String> text = card.getStringList(key);
    float[] numbers = new float[text.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(text.get(i));
    }
    return numbers;
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
