package org.tipwright.runs.command;

import java.nio.file.Files;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.directory.RunDirectory;

/** Makes sure that a run has a policy. */
final class TrainedRun {

  private TrainedRun() {}

  /** Refuses a run that has not been trained far enough to have one. */
  static void check(RunDirectory run) {
    if (!Files.isRegularFile(run.policy())) {
      String name = ChosenRun.name(run);
      throw new WrongUse(
          "run '"
              + name
              + "' has no policy yet; finish it with './tipwright train --resume "
              + name
              + "'");
    }
  }
}
