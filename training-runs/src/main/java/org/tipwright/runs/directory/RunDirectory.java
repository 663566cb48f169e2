package org.tipwright.runs.directory;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one training run.
 *
 * @param root the folder itself
 */
public record RunDirectory(Path root) {

  /** The complete settings, HOCON. */
  public Path config() {
    return root.resolve("config.conf");
  }

  /** Seed, git revision, machine: see {@link RunInfo}. */
  public Path info() {
    return root.resolve("run.json");
  }

  /** One row per round. */
  public Path metrics() {
    return root.resolve("metrics.csv");
  }

  /** The same for TensorBoard, which knows its files by the start of their name. */
  public Path events() {
    return root.resolve("events.out.tfevents.tipwright");
  }

  /** One folder per checkpoint. */
  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /** The policy with the best validation so far; of equals the later. */
  public Path best() {
    return root.resolve("best.zip");
  }

  /** The chosen policy of a run that has ended: the best, or the last if none was validated. */
  public Path policy() {
    return root.resolve("policy.zip");
  }

  /** The table at the end of the run, as JSON. */
  public Path evaluation() {
    return root.resolve("evaluation.json");
  }

  /** Recorded episodes. */
  public Path episodes() {
    return root.resolve("episodes");
  }

  /** Lifts of a training on an instrument, recorded as they were made. */
  public Path lifts() {
    return root.resolve("lifts");
  }

  /** Whether a run has been started here. */
  public boolean isStarted() {
    return Files.exists(config());
  }

  /** Makes the folder with the settings and what is to be known of seed, revision and machine. */
  public void create(Config resolved, RunInfo info) throws IOException {
    Files.createDirectories(checkpoints());
    Files.createDirectories(episodes());
    SafeFile.write(info(), info.json());
    ConfigRenderOptions hocon =
        ConfigRenderOptions.defaults().setOriginComments(false).setJson(false);
    SafeFile.write(config(), resolved.root().render(hocon).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The settings that the run was started with.
   *
   * @throws IOException if the file is not there or cannot be read
   */
  public Config readConfig() throws IOException {
    try {
      return ConfigFactory.parseString(Files.readString(config())).resolve();
    } catch (ConfigException unreadable) {
      throw new IOException(
          "the settings in " + config() + " cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }
}
