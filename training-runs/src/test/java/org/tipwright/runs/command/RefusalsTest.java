package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "doctr | unknown verb 'doctr'; did you mean 'doctor'?",
        "doctor --verbos | unknown option '--verbos' of 'doctor'; did you mean '--verbose'?",
        "train lfit | unknown preset 'lfit'; did you mean 'lift'?",
        "train | 'train' needs a preset, one of hose, lift",
        "train lift dqn.batc=3 | unknown key 'dqn.batc'; did you mean 'dqn.batch'?",
        "train lift dqn.batch=x | 'dqn.batch' must be a number, but the command line says 'x'",
        "train lift training.groups=0 | 'training.groups' is 0 but must be at least 1",
        "train --resume lift-1 | there is no run 'lift-1', nor any other yet; start one with './tipwright train lift'",
        "report latest | there are no runs yet; start one with './tipwright train lift'",
        "evaluate x --episodes many | --episodes <n> must be a whole number, not 'many'",
        "deploy x | 'deploy' needs --instrument <uri>; './tipwright deploy --help' explains it",
        "bridge arn | unknown verb 'arn' of 'bridge'; did you mean 'arm'?",
        "benchmark learning hose --agents dqm | unknown agent 'dqm'; did you mean 'dqn'?",
        "benchmark learning hse | unknown task 'hse'; did you mean 'hose'?",
        "benchmark learning hose --seeds 0 | --seeds is 0 but must be at least 1",
        "benchmark lift-table --sites 0 | --sites is 0 but must be at least 1",
        "doctor now | 'doctor' does not know what to do with 'now'; './tipwright doctor --help' explains it"
      })
  void wrongUseIsOneSentenceAndExitCodeTwo(String arguments, String sentence) {
    CommandRun run = CommandRun.of(home, arguments.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualToNormalizingNewlines("tipwright: " + sentence + "\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void theStackIsShownOnlyWhenAskedFor() {
    assertThat(CommandRun.of(home, "doctor", "now").err()).doesNotContain("\tat ");
    assertThat(CommandRun.of(home, "doctor", "now", "--verbose").err()).contains("\tat ");
  }

  @Test
  void withoutAVerbTheProgramExplainsItself() {
    CommandRun run = CommandRun.of(home);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Verbs:").contains("doctor");
  }
}
