package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.tipwright.bridge.instrument.Instrument;

/**
 * Whether the instrument still answers while nobody commands: one thread asks it now and then,
 * another looks how long the answer takes. It asks what may be asked at any time: whether the tip
 * is up.
 */
final class InstrumentPulse {

  private static final long NOT_ASKED = Long.MIN_VALUE;

  private final Instrument instrument;
  private final MonotonicClock clock;
  private final long patience;

  /** When it was asked what it has not answered yet. */
  private volatile long askedAt = NOT_ASKED;

  private volatile String failure = "";

  /**
   * A pulse that was not felt yet.
   *
   * @param patience how long an answer may take
   */
  InstrumentPulse(Instrument instrument, MonotonicClock clock, Duration patience) {
    this.instrument = instrument;
    this.clock = clock;
    this.patience = patience.toNanos();
  }

  /** Asks once; returns when the instrument has answered, or failed. */
  void feel() {
    askedAt = clock.nanos();
    String why = "";
    try {
      var unused = instrument.withdrawn();
    } catch (Throwable failed) {
      why = "it was asked whether the tip is up: " + failed.getMessage();
    } finally {
      failure = why;
      askedAt = NOT_ASKED;
    }
  }

  /** Forgets what was felt while it mattered. */
  void rest() {
    failure = "";
  }

  /** Why the instrument counts as lost, if it does. */
  Optional<String> lost(long now) {
    String why = failure;
    if (!why.isEmpty()) {
      return Optional.of(why);
    }
    long since = askedAt;
    return since != NOT_ASKED && now - since > patience
        ? Optional.of(
            String.format(Locale.ROOT, "it has not answered for %.2f s", (now - since) / 1e9))
        : Optional.empty();
  }
}
