package org.tipwright.runs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tipwright.agents.dqn.DqnSettings;
import org.tipwright.agents.ppo.PpoSettings;
import org.tipwright.env.Tasks;

/**
 * The complete settings of a run: {@code preset}, {@code task}, {@code seed}, {@code agent}, {@code
 * instrument}, {@code from}, the task's own under {@code env}, the agents' under {@code dqn} and
 * {@code ppo}, the trainer's under {@code training}, the final evaluation's under {@code
 * evaluation}.
 */
public final class RunConfig {

  private static final List<String> AGENTS = List.of("dqn", "ppo");
  private static final String INSTRUMENT = "instrument";
  private static final String NONE = "none";

  private RunConfig() {}

  /**
   * Merges defaults, preset, file and assignments, each over the one before.
   *
   * @param preset one of {@link Presets#names}
   * @param file a HOCON file over the preset, or empty
   * @param assignments {@code key=value}, the last one wins
   * @throws WrongUse if a name, key, value or file is not right
   */
  public static Config resolve(String preset, Optional<Path> file, List<String> assignments) {
    Config own =
        Assignment.all(assignments)
            .withFallback(file.map(RunConfig::read).orElse(ConfigFactory.empty()));
    Config base = Presets.load(preset);
    String agent = name(own.withFallback(base), "agent", AGENTS);
    Config asked =
        own.withFallback(onInstrument(own))
            .withFallback(Presets.load(preset, agent))
            .withFallback(base);
    try {
      asked = asked.resolve();
    } catch (ConfigException unresolved) {
      throw new WrongUse(Sentences.of(unresolved), unresolved);
    }
    Config reference = reference(name(asked, "task", Tasks.names()));
    new KnownKeys(reference).check(asked);
    return asked
        .withFallback(reference)
        .withValue("preset", ConfigValueFactory.fromAnyRef(preset))
        .resolve();
  }

  /**
   * The complete settings of a run with assignments over them.
   *
   * @throws WrongUse if a key is unknown or a value of the wrong type
   */
  public static Config override(Config complete, List<String> assignments) {
    Config asked = Assignment.all(assignments);
    new KnownKeys(complete).check(asked);
    return asked.withFallback(complete);
  }

  /**
   * The complete settings of a run that begins with what another has learnt: that one's, with
   * assignments over them.
   *
   * @param other complete settings of the other run, perhaps of an earlier version
   * @throws WrongUse if a key is unknown or a value of the wrong type
   */
  public static Config like(Config other, List<String> assignments) {
    Config complete = other.withFallback(reference(other.getString("task")));
    Config asked = Assignment.all(assignments);
    new KnownKeys(complete).check(asked);
    return asked.withFallback(onInstrument(asked)).withFallback(complete);
  }

  private static Config onInstrument(Config own) {
    return isOnInstrument(own) ? Presets.onInstrument() : ConfigFactory.empty();
  }

  /** Whether the lifts of a run are made on an instrument; no run of an earlier version is. */
  public static boolean isOnInstrument(Config settings) {
    return settings.hasPath(INSTRUMENT) && !settings.getString(INSTRUMENT).equals(NONE);
  }

  /** Every key that a run of this task knows, with its default. */
  public static Config reference(String task) {
    ClassLoader resources = RunConfig.class.getClassLoader();
    return ConfigFactory.parseResources(resources, "org/tipwright/runs/config/run.conf")
        .withFallback(Tasks.defaults(task).atPath("env"))
        .withFallback(DqnSettings.defaults().atPath("dqn"))
        .withFallback(PpoSettings.defaults().atPath("ppo"))
        .withFallback(
            ConfigFactory.parseResources(resources, "org/tipwright/runs/training/training.conf")
                .resolve()
                .atPath("training"));
  }

  /** The settings as HOCON that {@code --config} reads back, keys sorted, without comments. */
  public static String render(Config settings) {
    return settings
        .root()
        .render(
            ConfigRenderOptions.defaults()
                .setOriginComments(false)
                .setComments(false)
                .setJson(false)
                .setFormatted(true));
  }

  private static String name(Config asked, String key, List<String> known) {
    String name =
        asked.hasPath(key) ? String.valueOf(asked.getValue(key).unwrapped()) : known.get(0);
    if (!known.contains(name)) {
      throw new WrongUse("unknown " + key + " '" + name + "'" + Nearest.suggestion(name, known));
    }
    return name;
  }

  private static Config read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(
          "there is no settings file '"
              + file
              + "'"
              + NearestFile.suggestion(file, name -> name.endsWith(".conf")));
    }
    try {
      return ConfigFactory.parseFile(
          file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException unreadable) {
      throw new WrongUse("cannot read the settings file: " + Sentences.of(unreadable), unreadable);
    }
  }
}
