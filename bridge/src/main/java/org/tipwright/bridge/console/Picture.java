package org.tipwright.bridge.console;

import java.util.List;
import java.util.Optional;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.StateReport;

/**
 * All that the page is drawn from.
 *
 * @param bridge its address
 * @param description what the bridge is, once it has said so
 * @param report its newest state
 * @param silentSeconds for how long nothing was heard from it
 * @param events what has happened, the newest last
 * @param question what is to be confirmed, or empty
 */
public record Picture(
    String bridge,
    Optional<Description> description,
    Optional<StateReport> report,
    double silentSeconds,
    List<String> events,
    String question) {

  /** Longer than this, and the bridge counts as lost. */
  public static final double LOST_SECONDS = 3;

  public Picture {
    events = List.copyOf(events);
  }

  /** Whether nothing that is shown can be trusted any more. */
  boolean lost() {
    return report.isEmpty() || silentSeconds > LOST_SECONDS;
  }
}
