package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RefusalsTest {

  @TempDir private Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "doctr | unknown verb 'doctr'; did you mean 'doctor'?",
        "doctor --verbos | unknown option '--verbos' of 'doctor'; did you mean '--verbose'?",
        "doctor now | 'doctor' does not know what to do with 'now'; './tipwright doctor --help' explains it"
      })
  void wrongUseIsOneSentenceAndExitCodeTwo(String arguments, String sentence) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).isEqualToNormalizingNewlines("tipwright: " + sentence + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theStackIsShownOnlyWhenAskedFor() {
    run("doctor", "now", "--verbose");

    assertThat(err.toString()).contains("\tat ");
  }

  @Test
  void withoutAVerbTheProgramExplainsItself() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("Verbs:").contains("doctor");
  }

  private int run(String... arguments) {
    CommandLine commandLine = Tipwright.commandLine(new Home(home));
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
