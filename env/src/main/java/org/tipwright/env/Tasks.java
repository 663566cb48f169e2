package org.tipwright.env;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.tipwright.env.hose.DriftSettings;
import org.tipwright.env.hose.DriftingHoseTask;
import org.tipwright.env.hose.HoseSettings;
import org.tipwright.env.hose.HoseTask;
import org.tipwright.env.idle.IdleTask;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.lift.LiftTask;

/** The tasks by name, each made from its settings. */
public final class Tasks {

  private Tasks() {}

  /** Names of the tasks. */
  public static List<String> names() {
    return List.of("hose", "hose-drift", "lift", "idle");
  }

  /**
   * A task's settings with their default values and comments: the file {@code <task>.conf} beside
   * this class.
   */
  public static Config defaults(String task) {
    return ConfigFactory.parseResources(Tasks.class, task + ".conf").resolve();
  }

  /**
   * The same settings without need of any file: what a setting reads from one is put in its place,
   * so that an episode record can be replayed elsewhere.
   *
   * @throws IllegalArgumentException if a file that the settings name cannot be read
   */
  public static Config selfContained(String task, Config settings) {
    return switch (task) {
      case "hose" -> HoseSettings.selfContained(settings);
      case "lift" -> LiftSettings.selfContained(settings);
      default -> settings;
    };
  }

  /**
   * A new environment.
   *
   * @param task one of {@link #names}
   * @param settings complete settings, such as {@link #defaults} with overrides
   */
  public static EnvironmentCore create(String task, Config settings) {
    return switch (task) {
      case "hose" -> new HoseTask(HoseSettings.from(settings));
      case "hose-drift" -> new DriftingHoseTask(DriftSettings.from(settings));
      case "lift" -> new LiftTask(LiftSettings.from(settings));
      case "idle" -> new IdleTask(settings);
      default -> throw new IllegalArgumentException("no task '" + task + "'; there are " + names());
    };
  }
}
