package org.tipwright.bridge.console;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tipwright.bridge.v1.Position;
import org.tipwright.bridge.v1.StateReport;

/**
 * What has happened, as the differences between the states that a bridge reports. A slow terminal
 * sees fewer states, and then a line stands for several commands.
 */
final class EventFeed {

  private static final int KEPT = 200;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ArrayDeque<String> lines = new ArrayDeque<>();
  private Optional<StateReport> last = Optional.empty();

  /** Takes in a state. */
  void see(StateReport report, LocalTime now) {
    StateReport before = last.orElse(StateReport.getDefaultInstance());
    if (last.isEmpty() || before.getState() != report.getState()) {
      say(now, last.isEmpty() ? "connected: " + report.getState() : "now " + report.getState());
    }
    if (!report.getTripReason().isEmpty()
        && !report.getTripReason().equals(before.getTripReason())) {
      say(now, "tripped: " + report.getTripReason());
    }
    if (last.isPresent() && !before.getLeaseHolder().equals(report.getLeaseHolder())) {
      say(
          now,
          report.getLeaseHolder().isEmpty()
              ? "'" + before.getLeaseHolder() + "' no longer commands"
              : "'" + report.getLeaseHolder() + "' commands");
    }
    if (last.isPresent() && report.getLastSequence() > before.getLastSequence()) {
      say(now, command(before, report));
    }
    if (last.isPresent() && before.getEngaged() != report.getEngaged()) {
      say(now, report.getEngaged() ? "the tip may be in contact" : "the tip is withdrawn");
    }
    last = Optional.of(report);
  }

  /** Adds a line of the console's own. */
  void say(LocalTime now, String text) {
    lines.add(CLOCK.format(now) + "  " + text);
    if (lines.size() > KEPT) {
      lines.remove();
    }
  }

  /** The lines, the newest last. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String command(StateReport before, StateReport report) {
    long first = before.getLastSequence() + 1;
    long newest = report.getLastSequence();
    String numbers = newest > first ? "#" + first + " to #" + newest : "#" + newest;
    if (!report.hasPosition()) {
      return numbers;
    }
    Position at = report.getPosition();
    return String.format(
        Locale.ROOT,
        "%s: tip at (%.2f, %.2f, %.2f) Å, %.3g nA",
        numbers,
        at.getXM() * 1e10,
        at.getYM() * 1e10,
        at.getZM() * 1e10,
        report.getSignals().getCurrentA() * 1e9);
  }
}
