package org.tipwright.runs.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {

  private final KnownKeys keys =
      new KnownKeys(
          ConfigFactory.parseString(
              """
              seed = 1
              dqn { learning-rate = 1e-3, hidden = [64, 64], double = true }
              env { path-file = "", tip { mean = 1.25, sd = 0.12 } }
              """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dqn.learning-rat=1 | unknown key 'dqn.learning-rat'; did you mean 'dqn.learning-rate'?",
        "learning-rate=1 | unknown key 'learning-rate'; did you mean 'dqn.learning-rate'?",
        "dqn.learning-rate=quick | 'dqn.learning-rate' must be a number, but the command line says 'quick'",
        "dqn.double=2 | 'dqn.double' must be on or off, but the command line says '2'",
        "dqn.hidden=64 | 'dqn.hidden' must be a list, such as [1, 2], but the command line says '64'",
        "env.path-file=[1] | 'env.path-file' must be a word, but the command line says '[1]'",
        "env.tip=3 | 'env.tip' must be a group of keys: env.tip.mean, env.tip.sd, but the command line says '3'",
        "dqn.gamm.a=1 | unknown key 'dqn.gamm.a'; did you mean 'dqn.double'?"
      })
  void aWrongAssignmentIsRefusedInOneSentence(String assignment, String sentence) {
    assertThatThrownBy(() -> keys.check(Assignment.all(List.of(assignment))))
        .isInstanceOf(WrongUse.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dqn.learning-rate=3e-4",
        "dqn.double=off",
        "dqn.hidden=[32]",
        "env.path-file=/data/my path #2.txt",
        "env.tip={mean=1}",
        "seed=-7"
      })
  void aRightAssignmentIsAccepted(String assignment) {
    assertThatCode(() -> keys.check(Assignment.all(List.of(assignment))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "=3", "a b=3", "seed = 3"})
  void whatIsNotKeyEqualsValueIsRefused(String text) {
    assertThatThrownBy(() -> Assignment.all(List.of(text)))
        .isInstanceOf(WrongUse.class)
        .hasMessage(
            "'" + text + "' is not of the form key=value, such as seed=2 or dqn.gamma=0.97");
  }

  @Test
  void aValueThatIsBrokenHoconIsRefused() {
    assertThatThrownBy(() -> Assignment.all(List.of("dqn.hidden=[64")))
        .isInstanceOf(WrongUse.class)
        .hasMessageStartingWith("'dqn.hidden=[64' cannot be read: ");
  }
}
