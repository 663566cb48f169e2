package org.tipwright.runs.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigDifferenceTest {

  @Test
  void theFirstChangedKeyIsNamedWithBothValues() {
    assertThat(first("a.x = 1, b = [1, 2]", "a.x = 2, b = [1, 3]"))
        .contains(new ConfigDifference("a.x", "1", "2"));
    assertThat(first("b = [1, 2]", "b = [1, 3]"))
        .contains(new ConfigDifference("b", "[1,2]", "[1,3]"));
  }

  @Test
  void aKeyOfOneSideOnlyIsADifference() {
    assertThat(first("a = 1", "a = 1, z = on"))
        .contains(new ConfigDifference("z", "not set", "on"));
  }

  @Test
  void spellingAndFreeKeysAreNone() {
    assertThat(first("a { x = 1 }, workers = 2", "a.x = \"1\", workers = 4")).isEmpty();
  }

  private static Optional<ConfigDifference> first(String before, String now) {
    return ConfigDifference.first(
        ConfigFactory.parseString(before), ConfigFactory.parseString(now), Set.of("workers"));
  }
}
