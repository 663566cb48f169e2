package org.tipwright.runs.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code run.json} says about revision and machine, for people. */
final class RunFacts {

  private RunFacts() {}

  /** One line each; none where there is no such file. */
  static List<String> read(Path info) throws IOException {
    if (!Files.exists(info)) {
      return List.of();
    }
    try {
      Config json = ConfigFactory.parseString(Files.readString(info));
      return List.of(
          "started " + json.getString("started") + ", sources " + json.getString("gitRevision"),
          json.getString("operatingSystem")
              + ", "
              + json.getString("java")
              + ", "
              + json.getInt("processors")
              + " processors");
    } catch (ConfigException unreadable) {
      throw new IOException(
          "'" + info + "' cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
