package org.tipwright.runs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.List;

/** The presets that come with the program: commented files beside this class. */
public final class Presets {

  private Presets() {}

  /** Names of the presets. */
  public static List<String> names() {
    return List.of("hose", "lift");
  }

  /**
   * What a preset says, over the defaults.
   *
   * @throws WrongUse if there is no preset of this name
   */
  public static Config load(String name) {
    if (!names().contains(name)) {
      throw new WrongUse("unknown preset '" + name + "'" + Nearest.suggestion(name, names()));
    }
    return read(name, false);
  }

  /** What a preset says, over that, for one of the agents; nothing for most. */
  static Config load(String name, String agent) {
    return read(name + "-" + agent, true);
  }

  /** What every preset says, over that, where lifts are made on an instrument. */
  static Config onInstrument() {
    return read("instrument", false);
  }

  private static Config read(String name, boolean mayBeMissing) {
    return ConfigFactory.parseResources(
        Presets.class,
        "presets/" + name + ".conf",
        ConfigParseOptions.defaults()
            .setAllowMissing(mayBeMissing)
            .setOriginDescription("preset " + name));
  }
}
