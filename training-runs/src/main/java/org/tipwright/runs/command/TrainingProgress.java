package org.tipwright.runs.command;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.tipwright.runs.schedule.RoundReport;
import org.tipwright.runs.training.TrainingListener;

/**
 * Shows how a training goes: a bar on a terminal, else a line every few seconds. Writes to standard
 * error.
 */
final class TrainingProgress implements TrainingListener, AutoCloseable {

  private static final int PARTS = 1000;
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final PrintStream out;
  private final @Nullable ProgressBar bar;
  private long lastLineNanos;
  private boolean silent;

  /** A bar if {@code terminal}, else lines. */
  TrainingProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.lastLineNanos = System.nanoTime() - (long) (SECONDS_BETWEEN_LINES * 1e9);
    this.bar =
        terminal
            ? new ProgressBarBuilder()
                .setTaskName("training")
                .setInitialMax(PARTS)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(250)
                .hideEta()
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build()
            : null;
  }

  @Override
  public synchronized void onRound(RoundReport report) {
    if (bar != null) {
      bar.stepTo(Math.round(report.progress() * PARTS));
      bar.setExtraMessage(" " + text(report));
      return;
    }
    long now = System.nanoTime();
    boolean due = now - lastLineNanos >= SECONDS_BETWEEN_LINES * 1e9;
    if (!silent && (due || report.progress() >= 1)) {
      lastLineNanos = now;
      out.printf(Locale.ROOT, "%3.0f %%  %s%n", 100 * report.progress(), text(report));
    }
  }

  @Override
  public synchronized void onNotice(String sentence) {
    out.println((bar != null ? "\n" : "") + "tipwright: " + sentence);
  }

  /** {@code 850 steps/s, 3200 episodes, success 41 % (greedy 52 %), 3:20 left}. */
  static String text(RoundReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%.0f steps/s, %d episodes", report.stepsPerSecond(), report.episodes()));
    if (!Double.isNaN(report.successRate())) {
      text.append(String.format(Locale.ROOT, ", success %.0f %%", 100 * report.successRate()));
    }
    if (!Double.isNaN(report.validationSuccessRate())) {
      text.append(
          String.format(Locale.ROOT, " (greedy %.0f %%)", 100 * report.validationSuccessRate()));
    }
    if (report.abandoned() > 0) {
      text.append(", ").append(report.abandoned()).append(" abandoned");
    }
    if (!Double.isNaN(report.secondsLeft()) && !Double.isInfinite(report.secondsLeft())) {
      text.append(", ").append(clock(report.secondsLeft())).append(" left");
    }
    return text.toString();
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  /** Ends the bar; later rounds are not shown. */
  @Override
  public synchronized void close() {
    silent = true;
    if (bar != null) {
      bar.close();
    }
  }
}
