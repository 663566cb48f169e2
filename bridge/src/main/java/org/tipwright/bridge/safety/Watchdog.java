package org.tipwright.bridge.safety;

import java.util.Optional;

/**
 * The supervisor's end of the second process that withdraws the tip when this one is gone. No
 * method waits for anything.
 */
public interface Watchdog extends AutoCloseable {

  /** None: for a simulated instrument, which dies with the bridge, and for tests. */
  Watchdog NONE =
      new Watchdog() {
        @Override
        public void beat(Beat beat) {}

        @Override
        public WatchdogStatus status() {
          return new WatchdogStatus(Optional.empty(), 0, "", true);
        }

        @Override
        public boolean watching() {
          return true;
        }

        @Override
        public void reset(long latch, String operator) {}

        @Override
        public void close() {}
      };

  /** Sends what is so, and connects if there is no connection; called by one thread at a time. */
  void beat(Beat beat);

  /** What is known of it. */
  WatchdogStatus status();

  /**
   * Whether it has heard that something is armed or in contact, since that is so: if this process
   * died now, it would withdraw the tip.
   */
  boolean watching();

  /** Tells it with the next beats that an operator has reset a latch. */
  void reset(long latch, String operator);

  /** Ends the connection; the last beat should have said that nothing is armed. */
  @Override
  void close();
}
