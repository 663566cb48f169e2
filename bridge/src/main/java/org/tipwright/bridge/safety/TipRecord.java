package org.tipwright.bridge.safety;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the tip: whether it may be in contact, which command is under way, and whether a
 * withdrawal proves that it is up.
 *
 * <p>{@code engaged} is kept pessimistic: set before an approach is begun, cleared only by a
 * confirmed withdrawal with no command under way.
 */
final class TipRecord {

  private static final long SECOND = 1_000_000_000L;
  private static final long NO_PROOF = -1;

  private final StateLog log;
  private boolean engaged;
  private long engagedSince;
  private boolean withdrawWanted;
  private @Nullable Command underWay;
  private long underWaySince;
  private long generation;
  private boolean failureTold;
  private long lastFailureTold;

  TipRecord(StateLog log) {
    this.log = log;
  }

  /** A command goes to the instrument. */
  void begin(Command command, long now) {
    generation++;
    underWay = command;
    underWaySince = now;
    if (command == Command.APPROACH) {
      engaged = true;
      engagedSince = now;
    }
  }

  /** The instrument has answered, or thrown. */
  void finished() {
    underWay = null;
  }

  /** The command under way, if it has been so for longer than allowed. */
  Optional<Command> slowerThan(long nanos, long now) {
    return now - underWaySince > nanos ? Optional.ofNullable(underWay) : Optional.empty();
  }

  boolean engaged() {
    return engaged;
  }

  /** For how long it has been in contact, in s; of no meaning while it is not. */
  double contactSeconds(long now) {
    return (now - engagedSince) / 1e9;
  }

  boolean withdrawWanted() {
    return withdrawWanted;
  }

  /** The tip, if in contact, has to come up though the bridge stays armed. */
  void wantWithdrawn() {
    withdrawWanted = engaged;
  }

  /**
   * A withdrawal begins. The token goes to {@link #withdrawn}: a withdrawal that began while
   * another command was under way proves nothing, for that command may engage the tip after it.
   */
  long beginWithdrawal() {
    return underWay == null || underWay == Command.WITHDRAW ? generation : NO_PROOF;
  }

  /** A withdrawal was confirmed. */
  void withdrawn(long token, long now) {
    if (token != generation) {
      return;
    }
    if (engaged) {
      log.event(SafetyEvent.Kind.WITHDRAWN, "the tip is withdrawn", now);
    }
    engaged = false;
    withdrawWanted = false;
  }

  /** A withdrawal was not confirmed; said at most once a second. */
  void withdrawalFailed(String why, long now) {
    if (!failureTold || now - lastFailureTold >= SECOND) {
      failureTold = true;
      lastFailureTold = now;
      log.event(
          SafetyEvent.Kind.WITHDRAWAL_FAILED, "withdrawing failed and is tried again: " + why, now);
    }
  }
}
