package org.tipwright.tests.contract;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;

class HoseEnvironmentTest {

  @Nested
  class E1 extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return Tasks.create("hose", Tasks.defaults("hose"));
    }
  }

  @Nested
  class MemberOfTheFamily extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return Tasks.create(
          "hose",
          ConfigFactory.parseString("path = family, family-member = 17")
              .withFallback(Tasks.defaults("hose")));
    }
  }

  /** The tip changes every second or third of the episodes that are played. */
  @Nested
  class Drifting extends EnvironmentContract {
    @Override
    protected EnvironmentCore create() {
      return Tasks.create(
          "hose-drift",
          ConfigFactory.parseString("least-episodes = 2, most-episodes = 3")
              .withFallback(Tasks.defaults("hose-drift")));
    }
  }

  @Nested
  class PathFromAFile extends EnvironmentContract {
    @TempDir Path folder;

    @Override
    protected EnvironmentCore create() {
      try {
        Path file = Files.writeString(folder.resolve("path.txt"), "2 2 2\n2 2 5\n5 9 18\n");
        return Tasks.create(
            "hose",
            Tasks.defaults("hose")
                .withValue("path-file", ConfigValueFactory.fromAnyRef(file.toString())));
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }
}
