package org.tipwright.bridge.safety;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.safety.Refusal.Kind;

/**
 * The rules of the supervisor, written a second time to be executed beside it: one thread, one
 * instrument without a delay, and what follows from each act at once. Knows the limits of {@link
 * SafetyRulesTest} only.
 */
final class RuleBook {

  static final double LEASE_SECONDS = 1;
  static final double COMMAND_SECONDS = 0.5;
  static final double APPROACH_SECONDS = 0.8;
  static final double MEASURE_SECONDS = 1;
  static final double CONTACT_SECONDS = 1.5;
  static final double DOSE_NANOCOULOMB = 16;
  static final int COMMANDS_PER_SECOND = 6;

  private static final int NOBODY = -1;
  private static final TipPosition TOP = new TipPosition(0, 0, 20);

  // What is so.
  private long now;
  SafetyState state = SafetyState.READ_ONLY;
  int holder = NOBODY;
  long seen;
  boolean engaged;
  private boolean dryRun;
  private long leaseEnds;
  private long armingEnds;
  private boolean wantedUp;
  private @Nullable Long contactSince;
  private double charge;
  private double lastNanoampere;
  private long lastRead;
  private @Nullable Long underWaySince;
  private boolean missed;
  private double longest;
  private long lastWatched;
  private long windowBegan;
  private int windowCount;

  // The instrument.
  boolean up = true;
  TipPosition position = TOP;
  double biasVolt = 0.003;
  int motions;
  private double nanoampere = 20;
  private boolean broken;
  private boolean misses;
  private boolean empty;
  private boolean stuck;
  private @Nullable Act meanwhile;

  // A dry run's account.
  private boolean planUp = true;
  private TipPosition planPosition = TOP;

  /** Where an order to move by so much sends the tip. */
  TipPosition target(Act.Order order) {
    TipPosition from = dryRun && holder == order.agent() ? planPosition : position;
    return new TipPosition(from.xAngstrom(), from.yAngstrom(), from.zAngstrom() + order.value());
  }

  /** Whether withdrawals fail. */
  boolean stuck() {
    return stuck;
  }

  /**
   * What comes of an act.
   *
   * @param number of an order
   * @return how it is refused, if it is
   */
  Optional<Kind> happens(Act act, long number) {
    Optional<Kind> refusal = Optional.empty();
    if (act instanceof Act.Arm arm) {
      refusal = arm(arm.seconds());
    } else if (act instanceof Act.Disarm) {
      timeEnds();
      state = state == SafetyState.ARMED ? SafetyState.READ_ONLY : state;
    } else if (act instanceof Act.Reset) {
      if (state != SafetyState.TRIPPED || engaged) {
        refusal = Optional.of(Kind.STATE);
      } else {
        state = SafetyState.READ_ONLY;
      }
    } else if (act instanceof Act.Stop) {
      trip();
      bringUp();
    } else if (act instanceof Act.Acquire acquire) {
      refusal = acquire(acquire);
    } else if (act instanceof Act.Heartbeat heartbeat) {
      timeEnds();
      refusal = holds(heartbeat.agent());
      leaseEnds = refusal.isEmpty() ? now + nanos(LEASE_SECONDS) : leaseEnds;
    } else if (act instanceof Act.Release release) {
      timeEnds();
      refusal = holds(release.agent());
      if (refusal.isEmpty()) {
        leaseEnds();
      }
    } else if (act instanceof Act.Passes passes) {
      now += nanos(passes.seconds());
      if (!passes.watched()) {
        return refusal;
      }
      lastWatched = now;
      timeEnds();
    } else if (act instanceof Act.Order order) {
      TipPosition target = target(order);
      refusal = order(order, number, target);
    } else {
      ofTheInstrument(act);
      return refusal;
    }
    settle();
    return refusal;
  }

  private void ofTheInstrument(Act act) {
    if (act instanceof Act.Current current) {
      nanoampere = current.nanoampere();
    } else if (act instanceof Act.Breaks breaks) {
      broken = breaks.broken();
    } else if (act instanceof Act.Empty change) {
      empty = change.empty();
    } else if (act instanceof Act.Misses change) {
      misses = change.misses();
    } else if (act instanceof Act.Sticks sticks) {
      stuck = sticks.stuck();
    } else if (act instanceof Act.LoweredByHand) {
      up = false;
      position = TipPosition.CONTACT;
    } else if (act instanceof Act.Meanwhile next) {
      meanwhile = next.act();
    }
  }

  // Leases and arming.

  private Optional<Kind> arm(double seconds) {
    timeEnds();
    boolean extension = state == SafetyState.ARMED && engaged;
    if (state != SafetyState.READ_ONLY && state != SafetyState.ARMED) {
      return Optional.of(Kind.STATE);
    }
    if (!extension && (!up || engaged)) {
      return Optional.of(Kind.STATE);
    }
    if (!(seconds > 0)) {
      return Optional.of(Kind.MALFORMED);
    }
    if (seconds > 480 * 60) {
      return Optional.of(Kind.LIMIT);
    }
    armingEnds = now + nanos(seconds);
    state = SafetyState.ARMED;
    return Optional.empty();
  }

  private Optional<Kind> acquire(Act.Acquire acquire) {
    timeEnds();
    if (state == SafetyState.TRIPPED) {
      return Optional.of(Kind.STATE);
    }
    if (holder != NOBODY) {
      return Optional.of(Kind.LEASE);
    }
    if (acquire.dryRun() && state == SafetyState.ARMED) {
      return Optional.of(Kind.STATE);
    }
    holder = acquire.agent();
    dryRun = acquire.dryRun();
    leaseEnds = now + nanos(LEASE_SECONDS);
    seen = 0;
    planUp = true;
    planPosition = TOP;
    state = dryRun ? SafetyState.DRY_RUN : state;
    return Optional.empty();
  }

  private Optional<Kind> holds(int agent) {
    return holder == agent ? Optional.empty() : Optional.of(Kind.LEASE);
  }

  private void leaseEnds() {
    holder = NOBODY;
    dryRun = false;
    if (state != SafetyState.TRIPPED) {
      state = SafetyState.READ_ONLY;
    }
  }

  private void trip() {
    state = SafetyState.TRIPPED;
    leaseEnds();
  }

  /** What the clock alone brings about. */
  private void timeEnds() {
    if (holder != NOBODY && now > leaseEnds) {
      if (engaged && state == SafetyState.ARMED) {
        trip();
      } else {
        leaseEnds();
      }
    }
    if (state == SafetyState.ARMED && now > armingEnds) {
      state = SafetyState.READ_ONLY;
    }
    if (underWaySince != null && now - underWaySince > nanos(longest)) {
      trip();
    }
    if (state == SafetyState.ARMED
        && contactSince != null
        && now - contactSince > nanos(CONTACT_SECONDS)) {
      wantedUp = true;
    }
    if (state == SafetyState.ARMED
        && contactSince != null
        && charge + lastNanoampere * ((now - lastRead) / 1e9) > DOSE_NANOCOULOMB) {
      wantedUp = true;
    }
  }

  /** The current of a contact was read. */
  private void read() {
    charge += Math.max(lastNanoampere, Math.abs(nanoampere)) * ((now - lastRead) / 1e9);
    lastNanoampere = Math.abs(nanoampere);
    lastRead = now;
  }

  // The tip.

  private boolean mustComeUp() {
    return engaged && (state != SafetyState.ARMED || wantedUp);
  }

  private void settle() {
    if (mustComeUp()) {
      bringUp();
    }
  }

  private void bringUp() {
    if (stuck) {
      return;
    }
    up = true;
    position = TOP;
    if (underWaySince == null) {
      isUp();
    }
  }

  private void isUp() {
    engaged = false;
    wantedUp = false;
    contactSince = null;
  }

  // Orders.

  private Optional<Kind> order(Act.Order order, long number, TipPosition target) {
    timeEnds();
    Optional<Kind> refusal = atTheDoor(order);
    if (refusal.isPresent()) {
      return refusal;
    }
    // A tip that must come up is brought up before anything else is looked at.
    settle();
    if (now - lastWatched > nanos(LEASE_SECONDS)) {
      trip();
      bringUp();
      return Optional.of(Kind.STATE);
    }
    if (number <= seen) {
      return Optional.of(Kind.SEQUENCE);
    }
    seen = number;
    if (state == SafetyState.READ_ONLY || dryRun != (state == SafetyState.DRY_RUN)) {
      return Optional.of(Kind.STATE);
    }
    if (now - windowBegan >= nanos(1)) {
      windowBegan = now;
      windowCount = 0;
    }
    windowCount++;
    if (order.command() != Command.WITHDRAW && windowCount > COMMANDS_PER_SECOND) {
      return Optional.of(Kind.RATE);
    }
    refusal = judged(order, target);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (dryRun) {
      plan(order.command(), target);
      return Optional.empty();
    }
    boolean notApproached = order.command() == Command.MOVE_TIP && !engaged;
    if (notApproached || (wantedUp && order.command() != Command.WITHDRAW)) {
      return Optional.of(Kind.STATE);
    }
    return carriedOut(order, target);
  }

  private Optional<Kind> atTheDoor(Act.Order order) {
    return state == SafetyState.TRIPPED ? Optional.of(Kind.STATE) : holds(order.agent());
  }

  private Optional<Kind> judged(Act.Order order, TipPosition target) {
    boolean isUp = dryRun ? planUp : up;
    double z = (dryRun ? planPosition : position).zAngstrom();
    double value = order.value();
    return switch (order.command()) {
      case FOREIGN -> throw new IllegalStateException("scripts have tests of their own");
      case WITHDRAW -> Optional.empty();
      case APPROACH, CHECK_TIP, SCAN_SITE, SCAN -> unless(isUp, Kind.STATE);
      case SET_BIAS ->
          Double.isNaN(value)
              ? Optional.of(Kind.MALFORMED)
              : unless(Math.abs(value) >= 0.002 && Math.abs(value) <= 0.005, Kind.LIMIT);
      case MOVE_TIP ->
          Double.isNaN(value)
              ? Optional.of(Kind.MALFORMED)
              : isUp
                  ? Optional.of(Kind.STATE)
                  : unless(
                      Math.abs(target.zAngstrom() - z) <= 0.32
                          && target.zAngstrom() >= -0.3
                          && target.zAngstrom() <= 20,
                      Kind.LIMIT);
    };
  }

  private static Optional<Kind> unless(boolean allowed, Kind kind) {
    return allowed ? Optional.empty() : Optional.of(kind);
  }

  private void plan(Command command, TipPosition target) {
    switch (command) {
      case APPROACH -> {
        planUp = false;
        planPosition = TipPosition.CONTACT;
      }
      case MOVE_TIP -> planPosition = target;
      case WITHDRAW -> {
        planUp = true;
        planPosition = TOP;
      }
      case SET_BIAS, CHECK_TIP, SCAN_SITE, SCAN -> {}
    }
  }

  private Optional<Kind> carriedOut(Act.Order order, TipPosition target) {
    Command command = order.command();
    engaged |= command.lowers();
    underWaySince = now;
    longest =
        switch (command) {
          case APPROACH -> APPROACH_SECONDS;
          case CHECK_TIP, SCAN_SITE, SCAN -> MEASURE_SECONDS;
          case MOVE_TIP, SET_BIAS, WITHDRAW, FOREIGN -> COMMAND_SECONDS;
        };
    missed = false;
    boolean done = reaches(order, target);
    underWaySince = null;
    if (!done) {
      if (!mustComeUp() && state != SafetyState.TRIPPED) {
        trip();
        bringUp();
      }
      return Optional.of(Kind.TRIPPED);
    }
    if (isWrong(command)) {
      trip();
      bringUp();
      return Optional.of(Kind.TRIPPED);
    }
    if (command == Command.APPROACH && !missed) {
      contactSince = now;
      charge = 0;
      lastNanoampere = Math.abs(nanoampere);
      lastRead = now;
    } else if (command != Command.MOVE_TIP && command != Command.SET_BIAS) {
      isUp();
    } else if (contactSince != null) {
      read();
    }
    return mustComeUp() ? Optional.of(Kind.TRIPPED) : Optional.empty();
  }

  /** What is measured afterwards; it trips even if the tip is coming up already. */
  private boolean isWrong(Command command) {
    boolean badCurrent = !(Math.abs(nanoampere) < 80);
    return switch (command) {
      case APPROACH -> missed ? !up : badCurrent;
      case MOVE_TIP -> badCurrent || misses;
      case SET_BIAS -> badCurrent && !up;
      case WITHDRAW, CHECK_TIP, SCAN_SITE, SCAN -> !up;
      case FOREIGN -> throw new IllegalStateException("scripts have tests of their own");
    };
  }

  /** The instrument does it, or throws. */
  private boolean reaches(Act.Order order, TipPosition target) {
    switch (order.command()) {
      case APPROACH, MOVE_TIP -> {
        motions++;
        Act inBetween = meanwhile;
        meanwhile = null;
        if (inBetween != null) {
          happens(inBetween, 0);
        }
        if (broken) {
          return false;
        }
        boolean approach = order.command() == Command.APPROACH;
        if (approach && empty) {
          return retreats();
        }
        up = !approach && up;
        position = approach ? TipPosition.CONTACT : missed(target);
        return true;
      }
      case SET_BIAS -> {
        motions++;
        biasVolt = order.value();
        return true;
      }
      case WITHDRAW -> {
        if (stuck) {
          return false;
        }
        up = true;
        position = TOP;
        return true;
      }
      case CHECK_TIP, SCAN_SITE, SCAN -> {
        motions++;
        return true;
      }
      default -> throw new AssertionError();
    }
  }

  /** An approach that has found nothing to hold brings the tip up by itself. */
  private boolean retreats() {
    missed = !stuck;
    up = missed;
    position = missed ? TOP : TipPosition.CONTACT;
    return missed;
  }

  private TipPosition missed(TipPosition target) {
    return new TipPosition(
        target.xAngstrom() + (misses ? 1 : 0), target.yAngstrom(), target.zAngstrom());
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }
}
