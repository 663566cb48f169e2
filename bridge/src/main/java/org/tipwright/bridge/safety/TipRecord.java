package org.tipwright.bridge.safety;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the tip: whether it may be in contact, which command is under way, and whether a
 * withdrawal proves that it is up.
 *
 * <p>{@code engaged} is kept pessimistic: set before a command that lowers the tip is begun,
 * cleared only when the tip was confirmed to be up with no command under way.
 */
final class TipRecord {

  private static final long SECOND = 1_000_000_000L;
  private static final long NO_PROOF = -1;

  private final StateLog log;
  private boolean engaged;
  private boolean contact;
  private long contactSince;
  private final Dose dose = new Dose();
  private boolean withdrawWanted;
  private long attempt;
  private boolean attemptVoid;
  private @Nullable Verb underWay;
  private long underWaySince;
  private long generation;
  private boolean failureTold;
  private long lastFailureTold;

  TipRecord(StateLog log) {
    this.log = log;
  }

  /** A command goes to the instrument. */
  void begin(Verb verb, long now) {
    generation++;
    underWay = verb;
    underWaySince = now;
    engaged |= verb.mayEngage();
    if (verb.command() == Command.APPROACH) {
      attempt++;
      attemptVoid = false;
    }
  }

  /** Number of the last approach, from 1; 0 before the first. */
  long attempt() {
    return attempt;
  }

  /** That attempt counts for nothing. */
  void voidAttempt() {
    attemptVoid = true;
  }

  boolean attemptVoid() {
    return attemptVoid;
  }

  /** An approach has ended in contact. */
  void contactMade(boolean sameMolecule, long now) {
    contact = true;
    contactSince = now;
    dose.contactChanged(now);
    if (!sameMolecule) {
      dose.anotherMolecule();
    }
  }

  /** The junction's current was read, which in contact goes through the molecule. */
  void measured(double nanoampere, long now) {
    if (contact) {
      dose.reading(nanoampere, now);
    }
  }

  /** Charge through the molecule in hand so far, in nC; 0 while there is no contact. */
  double doseNanocoulomb(long now) {
    return contact ? dose.nanocoulomb(now) : 0;
  }

  /** The instrument has answered, or thrown. */
  void finished() {
    underWay = null;
  }

  /** The command under way, if it has been so for longer than allowed. */
  Optional<Verb> slowerThan(LimitProfile.Times times, long now) {
    Verb verb = underWay;
    return verb != null && now - underWaySince > verb.command().longest(times).toNanos()
        ? Optional.of(verb)
        : Optional.empty();
  }

  boolean engaged() {
    return engaged;
  }

  /** Whether an approach has ended in contact and the tip was not seen up since. */
  boolean inContact() {
    return contact;
  }

  /** For how long it has been in contact, in s; 0 while it is not. */
  double contactSeconds(long now) {
    return contact ? (now - contactSince) / 1e9 : 0;
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
    return underWay == null || underWay.command() == Command.WITHDRAW ? generation : NO_PROOF;
  }

  /** A withdrawal was confirmed. */
  void withdrawn(long token, long now) {
    if (token == generation) {
      up(now);
    }
  }

  /** The tip was seen up, and nothing is under way that could have lowered it since. */
  void up(long now) {
    if (engaged) {
      log.event(SafetyEvent.Kind.WITHDRAWN, "the tip is withdrawn", now);
    }
    if (contact) {
      dose.contactChanged(now);
    }
    engaged = false;
    contact = false;
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
