package org.tipwright.bridge.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import picocli.CommandLine.Option;

/** Which instrument to serve, as typed. */
final class InstrumentOption {

  @Option(
      names = "--instrument",
      paramLabel = "<name>",
      defaultValue = "sim",
      description =
          "Which instrument: 'sim', the simulated one and the default, or 'nanonis', one that"
              + " speaks the Nanonis TCP protocol.")
  private String name;

  @Option(
      names = "--config",
      paramLabel = "<file>",
      description =
          "Settings of the instrument 'nanonis', over those of nanonis.conf: where it listens, the"
              + " site to lift at, how its controller must be set.")
  private @Nullable Path config;

  @Option(
      names = "--instrument-seed",
      paramLabel = "<seed>",
      defaultValue = "1",
      description = "Seed of the simulated instrument; by default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--set",
      paramLabel = "<key=value>",
      description = "A setting of the simulated instrument, as in the lift task; repeatable.")
  private List<String> assignments = new ArrayList<>();

  /**
   * What was chosen.
   *
   * @throws IllegalArgumentException if there is no such instrument, or its settings are wrong
   */
  InstrumentChoice choice() {
    switch (name) {
      case "sim" -> {
        if (config != null) {
          throw new IllegalArgumentException(
              "--config is for --instrument nanonis; the simulated instrument has --set key=value");
        }
        return new InstrumentChoice.Simulated(SimulationSettings.with(assignments), seed);
      }
      case "nanonis" -> {
        if (!assignments.isEmpty()) {
          throw new IllegalArgumentException(
              "--set is for the simulated instrument; the settings of 'nanonis' stand in the file"
                  + " of --config");
        }
        if (config == null) {
          throw new IllegalArgumentException(
              "--instrument nanonis needs --config <file>: where the instrument listens, and the"
                  + " site to lift at");
        }
        return new InstrumentChoice.Nanonis(DriverSettings.read(config));
      }
      default ->
          throw new IllegalArgumentException(
              "there is no instrument '" + name + "', only 'sim' and 'nanonis'");
    }
  }
}
