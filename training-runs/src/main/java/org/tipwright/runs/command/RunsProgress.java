package org.tipwright.runs.command;

import java.io.PrintWriter;
import java.util.Locale;
import org.tipwright.runs.comparison.ParallelRuns;

/** Says every few seconds how many runs have ended, whether more have or not. */
final class RunsProgress implements ParallelRuns.Watcher {

  private static final double SECONDS_BETWEEN_LINES = 5;

  private final PrintWriter out;
  private final long startNanos = System.nanoTime();
  private double lastLineSeconds;

  RunsProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void onProgress(int ended, int all) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    if (seconds - lastLineSeconds >= SECONDS_BETWEEN_LINES) {
      lastLineSeconds = seconds;
      out.printf(
          Locale.ROOT,
          "%d of %d runs in %d:%02d%n",
          ended,
          all,
          (int) seconds / 60,
          (int) seconds % 60);
      out.flush();
    }
  }
}
