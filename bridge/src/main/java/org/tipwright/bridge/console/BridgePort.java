package org.tipwright.bridge.console;

import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.StateReport;

/**
 * What the console needs of a bridge. Calls may take long and may come from several threads; those
 * that fail throw an exception whose message is one sentence.
 */
public interface BridgePort extends AutoCloseable {

  /** What the instrument is, and its limits. */
  Description describe();

  /** The present state. */
  StateReport state();

  /** The operator's: lets the lease holder move the tip for a while. */
  StateReport arm(Arming arming);

  /** The operator's: ends that. */
  StateReport disarm();

  /** Anybody's: withdraws the tip and latches; waits for no other call. */
  StateReport stop();

  /** The operator's: unlatches a trip. */
  StateReport reset();

  /** The operator's: the attempt under way, or else the last one, counts for nothing. */
  StateReport voidAttempt();

  @Override
  void close();
}
