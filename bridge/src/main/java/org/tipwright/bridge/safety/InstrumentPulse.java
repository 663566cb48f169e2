package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.tipwright.bridge.instrument.Instrument;

/**
 * Whether the instrument still answers while nobody commands: one thread asks it now and then,
 * another looks how long the answer takes. It asks what may be asked at any time: whether the tip
 * is up. One question may fail on a busy machine; two in a row do not by chance.
 */
final class InstrumentPulse {

  /** Share of the patience. */
  private static final double HESITATION = 0.4;

  private static final long NOT_ASKED = Long.MIN_VALUE;

  private final Instrument instrument;
  private final JunctionWatch junction;
  private final MonotonicClock clock;
  private final long patience;

  /** When the first of the questions was asked that it has not answered since. */
  private volatile long unansweredSince = NOT_ASKED;

  /** Why two questions in a row failed; empty if they did not. */
  private volatile String failure = "";

  // Of the thread that asks.
  private boolean failedBefore;

  /**
   * A pulse that was not felt yet.
   *
   * @param junction looked at while a tip is in contact
   * @param patience how long an answer may take
   */
  InstrumentPulse(
      Instrument instrument, JunctionWatch junction, MonotonicClock clock, Duration patience) {
    this.instrument = instrument;
    this.junction = junction;
    this.clock = clock;
    this.patience = patience.toNanos();
  }

  /**
   * Asks once; returns when the instrument has answered, or failed.
   *
   * @return whether it has answered
   */
  boolean feel() {
    if (unansweredSince == NOT_ASKED) {
      unansweredSince = clock.nanos();
    }
    try {
      var unused = instrument.withdrawn();
      junction.look();
      Optional<String> trouble = instrument.trouble();
      rest();
      failure = trouble.orElse("");
      return trouble.isEmpty();
    } catch (Throwable failed) {
      if (failedBefore) {
        failure = "it was asked whether the tip is up, and what flows: " + failed.getMessage();
      }
      failedBefore = true;
      return false;
    }
  }

  /** Forgets what was felt while it mattered. */
  void rest() {
    failure = "";
    failedBefore = false;
    unansweredSince = NOT_ASKED;
  }

  /**
   * Why the watchdog need not be kept waiting while the tip has to come up: the answer takes longer
   * than it should, though not yet for so long that the instrument counts as lost.
   */
  Optional<String> hesitates(long now) {
    long since = unansweredSince;
    return since != NOT_ASKED && now - since > patience * HESITATION
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the tip has to come up, and the instrument has not answered for %.2f s",
                (now - since) / 1e9))
        : Optional.empty();
  }

  /** Why the instrument counts as lost, if it does. */
  Optional<String> lost(long now) {
    String why = failure;
    if (!why.isEmpty()) {
      return Optional.of(why);
    }
    long since = unansweredSince;
    return since != NOT_ASKED && now - since > patience
        ? Optional.of(
            String.format(Locale.ROOT, "it has not answered for %.2f s", (now - since) / 1e9))
        : Optional.empty();
  }
}
