package org.tipwright.bridge.safety;

import java.time.Duration;

/**
 * Where decisions are written down. Unlike a {@link SafetyListener} it may refuse: a decision that
 * it does not take trips, and nothing moves before the decision to move is written.
 */
public interface DecisionLog {

  /** Takes everything and keeps nothing: for tests, and where no instrument is at stake. */
  DecisionLog NONE =
      new DecisionLog() {
        @Override
        public boolean take(SafetyEvent event) {
          return true;
        }

        @Override
        public boolean awaitWritten(Duration longest) {
          return true;
        }
      };

  /**
   * Takes an event, by the thread whose call led to it, without waiting for anything.
   *
   * @return false if it cannot
   */
  boolean take(SafetyEvent event);

  /** Waits until all that was taken is written; false if that fails or lasts longer. */
  boolean awaitWritten(Duration longest);
}
