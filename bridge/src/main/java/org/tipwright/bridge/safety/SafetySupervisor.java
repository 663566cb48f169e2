package org.tipwright.bridge.safety;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentDescription;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.instrument.ScanRow;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * Stands between everybody and the instrument. Commands are checked against state, lease and limits
 * before anything moves, and refused whole; every fault ends in a withdrawn tip and a latched
 * TRIPPED.
 *
 * <p>Two locks: that of {@link CommandPath} lets one command at a time reach the instrument; that
 * of {@link GuardedRules} guards the rules and is never held during a call to the instrument or a
 * listener. A stop takes only the second, and the instrument's own {@code withdraw}, which waits
 * for nothing. If a command reaches the instrument after the stop all the same, the thread of that
 * command withdraws again when it is done, and so does the watch as long as the tip is not known to
 * be up.
 */
public final class SafetySupervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SafetySupervisor.class);
  private static final int LAST_ATTEMPTS = 3;

  private final Instrument instrument;
  private final LimitProfile profile;
  private final MonotonicClock clock;
  private final GuardedRules rules;
  private final InstrumentPulse pulse;
  private final WatchdogDuty watchdog;
  private final CommandPath commands;
  private final SecureRandom secrets = new SecureRandom();

  /** Supervises an instrument, with no log but the listener. */
  public SafetySupervisor(
      Instrument instrument, LimitProfile profile, MonotonicClock clock, SafetyListener listener) {
    this(instrument, profile, clock, listener, DecisionLog.NONE, Watchdog.NONE);
  }

  /**
   * Supervises an instrument; READ_ONLY at first. Somebody must call {@link #watch} regularly.
   *
   * @param watchdog withdraws the tip from another process when this one is gone
   */
  public SafetySupervisor(
      Instrument instrument,
      LimitProfile profile,
      MonotonicClock clock,
      SafetyListener listener,
      DecisionLog log,
      Watchdog watchdog) {
    this.instrument = instrument;
    this.profile = profile;
    this.clock = clock;
    this.rules = new GuardedRules(profile, clock, listener, log, new Withdrawal(instrument));
    this.pulse =
        new InstrumentPulse(
            instrument,
            new JunctionWatch(instrument, profile, clock, rules),
            clock,
            profile.lease().dividedBy(2));
    this.watchdog = new WatchdogDuty(watchdog, rules, pulse, clock, profile);
    this.commands = new CommandPath(instrument, profile, clock, rules, this.watchdog);
  }

  /** The limits. */
  public LimitProfile profile() {
    return profile;
  }

  /** What the instrument says of itself. */
  public InstrumentDescription describe() throws InstrumentException, Refusal {
    return commands.describe();
  }

  /** Calls {@code changed} after each event, until {@link #forget}. It must not block. */
  public void tell(Runnable changed) {
    rules.teller().add(changed);
  }

  /** Ends {@link #tell}. */
  public void forget(Runnable changed) {
    rules.teller().remove(changed);
  }

  /** How many events the listener missed, because it did not return for so long. */
  public long eventsNotTold() {
    return rules.teller().dropped();
  }

  /** The present state. */
  public StateSnapshot state() {
    return rules.state();
  }

  // Leases.

  /** Gives the lease to a client, if nobody has it; answers with the lease's secret. */
  public String acquireLease(String holder, boolean dryRun) throws Refusal {
    return acquireLease(holder, dryRun, id -> id);
  }

  /**
   * The same for a client that has to show more than the secret with each command.
   *
   * @param shown what the client will show, from the secret
   * @return the secret alone
   */
  public String acquireLease(String holder, boolean dryRun, UnaryOperator<String> shown)
      throws Refusal {
    byte[] bytes = new byte[16];
    secrets.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    String id = shown.apply(secret);
    rules.decide(
        m -> {
          m.acquire(id, holder, dryRun, clock.nanos());
          commands.planAnew();
        });
    return secret;
  }

  /** A heartbeat. */
  public void renewLease(String leaseId) throws Refusal {
    rules.decide(
        m -> {
          m.renew(leaseId, clock.nanos());
        });
  }

  /** Gives the lease back, and with it the arming; a tip in contact is withdrawn first. */
  public void releaseLease(String leaseId) throws Refusal {
    rules.decide(
        m -> {
          m.release(leaseId, clock.nanos());
        });
  }

  // The operator. Who may call these is the server's business.

  /**
   * Lets the lease holder, or the next one, move the tip for a while, at most until that lease
   * ends; arming again extends it.
   */
  public void arm(String operator, double seconds) throws Refusal {
    arm(operator, Phase.LIFT, seconds);
  }

  /**
   * The same for a phase.
   *
   * @param phase whose limits and allow-list hold; arming anew may change it
   */
  public void arm(String operator, Phase phase, double seconds) throws Refusal {
    boolean up;
    List<String> reasons = List.of();
    try {
      up = instrument.withdrawn();
      reasons = up ? unready(phase) : reasons;
    } catch (InstrumentException failure) {
      rules.trip("the instrument failed while being armed: " + failure.getMessage());
      up = false;
    }
    boolean withdrawn = up;
    List<String> unready = reasons;
    rules.decide(
        m -> {
          if (!unready.isEmpty()
              && (m.state() == SafetyState.ARMED
                  || (withdrawn && m.state() == SafetyState.READ_ONLY))) {
            throw m.refuse(
                Refusal.Kind.STATE,
                "Arm by '" + operator + "'",
                "the instrument is not ready: " + String.join("; ", unready),
                clock.nanos());
          }
          m.arm(operator, phase, seconds, withdrawn, clock.nanos());
        });
    watchdog.armed();
  }

  /**
   * What the instrument says, a bias that no agent's approach may begin with, a missing watchdog.
   */
  private List<String> unready(Phase phase) {
    List<String> reasons = new ArrayList<>();
    try {
      reasons.addAll(instrument.unready());
      if (phase == Phase.LIFT) {
        new LimitCheck(profile)
            .bias(instrument.biasVolt(), false)
            .ifPresent(beyond -> reasons.add(beyond + "; set it at the instrument"));
      }
    } catch (InstrumentException failure) {
      reasons.add("it cannot be asked for its settings: " + failure.getMessage());
    }
    instrument.trouble().ifPresent(reasons::add);
    watchdog.unready().ifPresent(reasons::add);
    return reasons;
  }

  /**
   * While armed, trips if somebody has changed the instrument's settings behind the bridge's back,
   * or if they cannot be read.
   */
  public void lookForChanges() {
    if (state().state() != SafetyState.ARMED) {
      return;
    }
    String reason;
    try {
      List<String> changed = instrument.changed();
      if (changed.isEmpty()) {
        return;
      }
      reason = "somebody has changed the instrument's settings: " + String.join("; ", changed);
    } catch (InstrumentException | RuntimeException | Error failure) {
      reason = "the instrument's settings cannot be read: " + failure.getMessage();
    }
    String why = reason;
    rules.note(
        m -> {
          if (m.state() == SafetyState.ARMED) {
            m.trip(why, clock.nanos());
          }
        });
  }

  /** Ends the arming; a tip in contact is withdrawn. */
  public void disarm(String operator) {
    rules.note(m -> m.disarm(operator, clock.nanos()));
  }

  /** Unlatches TRIPPED, and the watchdog with it, once the tip is known to be withdrawn. */
  public void reset(String operator) throws Refusal {
    Optional<String> unresettable = watchdog.unresettable();
    if (unresettable.isPresent()) {
      throw rules.refuse(Refusal.Kind.STATE, "Reset by '" + operator + "'", unresettable.get());
    }
    rules.decide(
        m -> {
          m.reset(operator, clock.nanos());
        });
    watchdog.reset(operator);
  }

  /**
   * Marks the attempt under way, or else the last one, as one that counts for nothing; moves
   * nothing.
   *
   * @param reason for the log; may be empty
   */
  public void voidAttempt(String operator, String reason) throws Refusal {
    rules.decide(m -> m.voidAttempt(operator, reason, clock.nanos()));
  }

  // Commands of the lease holder.

  /** Makes contact with the next molecule. */
  public CommandResult approach(Ticket ticket) throws Refusal {
    return commands.carryOut(new Verb.Approach(), ticket);
  }

  /** Moves the tip by one small step to a position relative to contact. */
  public CommandResult moveTip(Ticket ticket, TipPosition to) throws Refusal {
    return commands.carryOut(new Verb.MoveTip(to), ticket);
  }

  /** Sets the bias, in V. */
  public CommandResult setBias(Ticket ticket, double volt) throws Refusal {
    return commands.carryOut(new Verb.SetBias(volt), ticket);
  }

  /** Raises the tip to the end of its range. */
  public CommandResult withdraw(Ticket ticket) throws Refusal {
    return commands.carryOut(new Verb.Withdraw(), ticket);
  }

  /** Measures whether something hangs on the tip; only withdrawn. */
  public CommandResult checkTip(Ticket ticket) throws Refusal {
    return commands.carryOut(new Verb.CheckTip(), ticket);
  }

  /** Measures whether the molecule is still in its site; only withdrawn. */
  public CommandResult scanSite(Ticket ticket) throws Refusal {
    return commands.carryOut(new Verb.ScanSite(), ticket);
  }

  /**
   * Takes an image; only withdrawn, and leaves the tip up.
   *
   * @param rows gets each line, by the thread of the call
   */
  public CommandResult scan(Ticket ticket, ScanFrame frame, Consumer<ScanRow> rows) throws Refusal {
    return commands.carryOut(new Verb.Scan(frame, rows), ticket);
  }

  // Scripts.

  /**
   * Carries out a command of a script.
   *
   * @param phase under whose limits; refused unless the bridge is armed for it
   */
  public CommandResult carryOut(ForeignCommand command, Phase phase, Ticket ticket) throws Refusal {
    return commands.carryOut(new Verb.Foreign(command, phase, state().engaged()), ticket);
  }

  /** Notes that a script's command was refused before it came here; the caller tells the script. */
  public Refusal refuse(String called, String why) {
    return rules.refuse(Refusal.Kind.STATE, called, why);
  }

  /**
   * Gives a lease back while the feedback holds the tip: it stays there, and the arming stays for
   * the next script. The end of the arming withdraws.
   */
  public void leaveLease(String leaseId) throws Refusal {
    rules.decide(
        m -> {
          m.leave(leaseId, clock.nanos());
        });
  }

  /** Brings the tip up because somebody asked for it, without a trip; tried until it is up. */
  public void withdrawFor(String who) {
    rules.note(m -> m.wantWithdrawn(who, clock.nanos()));
  }

  /** What is watched beside the commands has a fault: the tip comes up, the state latches. */
  public void fault(String why) {
    rules.trip(why);
  }

  /**
   * Withdraws the tip and latches TRIPPED, waiting for no command. Answers once the tip is known to
   * be up, or after the profile's {@code withdraw-seconds}; trying goes on after that.
   */
  public StateSnapshot emergencyStop(String who) {
    rules.trip("emergency stop" + (who.isEmpty() ? "" : " by '" + who + "'"));
    rules.awaitWithdrawn(profile.withdrawWait());
    return state();
  }

  /** One round of the watch: what time ends is ended, a tip that must come up is brought up. */
  public void watch() {
    try {
      long now = clock.nanos();
      rules.note(m -> m.watched(now));
      watchdog.round(now);
    } catch (Throwable failure) {
      watchFailed(failure);
    }
  }

  /**
   * Asks the instrument whether it is still there, and what flows in a contact, if that matters
   * now; may take long.
   *
   * @return false if it failed
   */
  boolean pulse() {
    if (rules.atStake()) {
      return pulse.feel();
    }
    pulse.rest();
    return true;
  }

  /**
   * The watch has not come round, as its guard found out.
   *
   * @param first whether it found that out just now
   * @param seconds for how long, of real time
   */
  void unwatched(boolean first, double seconds) {
    if (first) {
      rules.tripFromOutside(
          String.format(
              Locale.ROOT, "the supervisor's own watch has not come round for %.2f s", seconds));
    } else {
      rules.withdrawIfNeeded();
    }
  }

  /** The thread of the watch cannot go on. */
  public void watchFailed(Throwable failure) {
    LOG.error("the supervisor's watch failed", failure);
    rules.trip("the supervisor itself failed: " + failure);
  }

  /** What happens can no longer be written down: nothing more may happen then. */
  public void logFailed(String why) {
    rules.trip(why);
  }

  /**
   * Lets nothing happen any more, withdraws the tip, and closes the instrument once the command
   * under way has come to an end. A command that hangs is waited for after each attempt to
   * withdraw, for the profile's {@code withdraw-seconds}, and then no longer.
   */
  @Override
  public void close() {
    rules.note(m -> m.disconnect(clock.nanos()));
    for (int attempt = 0; attempt < LAST_ATTEMPTS && rules.mustWithdraw(); attempt++) {
      rules.withdrawNow(profile.withdrawWait());
      commands.awaitQuiet(profile.withdrawWait());
    }
    commands.awaitQuiet(profile.withdrawWait());
    rules.withdrawIfNeeded();
    instrument.close();
    watchdog.end();
    rules.teller().close();
  }
}
