package org.tipwright.runs.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.tipwright.runs.schedule.RoundReport;

/** Does something once a round has been reported, while the run waits. */
record AtRound(long round, Doing doing) implements TrainingListener {

  /** What is done. */
  interface Doing {
    void run() throws IOException;
  }

  @Override
  public void onRound(RoundReport report) {
    if (report.round() == round) {
      try {
        doing.run();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
