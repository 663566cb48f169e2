package org.tipwright.bridge.watchdog;

import java.time.Duration;
import java.util.Optional;
import org.tipwright.bridge.v1.SupervisorBeat;

/**
 * What is known of the one supervisor that is connected. It counts as alive at the moment of the
 * last report that it answered, not when the answer came: a beat that was held up on the way says
 * nothing of the present.
 */
final class Session {

  private final long id;
  private final String name;
  private final long lease;
  private long aliveAt;
  private long heardNumber;
  private long heardStamp;
  private long reported;
  private boolean armed;
  private boolean engaged;
  private boolean asked;

  Session(long id, String name, Duration lease, long now) {
    this.id = id;
    this.name = name;
    this.lease = lease.toNanos();
    this.aliveAt = now;
  }

  /** Takes note of a beat; answers with what is wrong with it, which says nothing of the rest. */
  Optional<String> hear(SupervisorBeat beat) {
    boolean inOrder = beat.getNumber() == heardNumber + 1 && beat.getStamp() > heardStamp;
    boolean possible = beat.getHeardStamp() >= 0 && beat.getHeardStamp() <= reported;
    if (!inOrder || !possible) {
      return Optional.of("its heartbeat #" + beat.getNumber() + " does not follow #" + heardNumber);
    }
    heardNumber = beat.getNumber();
    heardStamp = beat.getStamp();
    aliveAt = Math.max(aliveAt, beat.getHeardStamp());
    armed = beat.getArmed();
    engaged = beat.getEngaged();
    return Optional.empty();
  }

  /** Whether the beat asks for a withdrawal that the one before did not ask for. */
  boolean begins(SupervisorBeat beat) {
    boolean before = asked;
    asked = !beat.getWithdrawNow().isEmpty();
    return asked && !before;
  }

  /** A report with this stamp goes out. */
  void reported(long now) {
    reported = now;
  }

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  long heardStamp() {
    return heardStamp;
  }

  /** Whether its end, or its silence, withdraws the tip. */
  boolean watched() {
    return armed || engaged;
  }

  /** What is at stake, for sentences. */
  String stake() {
    return engaged
        ? "the tip may be in contact"
        : armed ? "the bridge is armed" : "nothing is armed";
  }

  boolean silent(long now) {
    return now - aliveAt > lease;
  }

  double silentSeconds(long now) {
    return (now - aliveAt) / 1e9;
  }

  long lease() {
    return lease;
  }
}
