package org.tipwright.bridge.safety;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tipwright.bridge.instrument.Contact;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.instrument.ScanRow;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * A command as data: judged first, then acted out on the real instrument or on the planned one,
 * then looked at for faults.
 */
sealed interface Verb {

  /** Which command it is. */
  Command command();

  /** What it is called, such as {@code "MoveTip"}. */
  default String name() {
    return command().wireName();
  }

  /** What it is called with its number, such as {@code "MoveTip #4211"}. */
  default String called(long sequence) {
    return name() + " #" + sequence;
  }

  /** What the bridge must be armed for; an agent's whole work is that of a lift. */
  default Phase phase() {
    return Phase.LIFT;
  }

  /** Whether the tip may be in contact from then on. */
  default boolean mayEngage() {
    return command().lowers();
  }

  /** Whether the limits allow it from where the instrument is now. Moves nothing. */
  Judgement judge(Instrument target, LimitProfile profile) throws InstrumentException;

  /**
   * What came of it.
   *
   * @param measured as {@link CommandResult#measured} lists it
   * @param missed why an approach has ended without contact, and so with the tip up; else empty
   */
  record Outcome(List<Double> measured, String missed) {

    static final Outcome NONE = new Outcome(List.of(), "");

    static Outcome of(double... measured) {
      return new Outcome(Arrays.stream(measured).boxed().toList(), "");
    }
  }

  /** Does it. */
  Outcome act(Instrument target, LimitProfile profile) throws InstrumentException;

  /** Does it on the planned instrument. */
  default void plan(Instrument target, LimitProfile profile) throws InstrumentException {
    Outcome unused = act(target, profile);
  }

  /** Whether the instrument's position and signals tell what it led to. */
  default boolean measures() {
    return true;
  }

  /**
   * What is wrong after it: a reason to trip.
   *
   * @param outcome what came of it
   * @param declared signals that the instrument says it measures
   */
  default Optional<String> fault(
      Instrument target, LimitProfile profile, Outcome outcome, List<String> declared)
      throws InstrumentException {
    boolean endsUp = command().endsUp() || !outcome.missed().isEmpty();
    return !endsUp || target.withdrawn()
        ? Optional.empty()
        : Optional.of("the instrument does not say that the tip is up after " + name());
  }

  /** Notes where it has left the tip, after it went well. */
  default void done(SafetyMachine machine, Outcome outcome, long now) {
    if (command().endsUp()) {
      machine.up(now);
    }
  }

  /** Makes contact with the next molecule. */
  record Approach() implements Verb {

    @Override
    public Command command() {
      return Command.APPROACH;
    }

    @Override
    public Judgement judge(Instrument target, LimitProfile profile) throws InstrumentException {
      if (!target.withdrawn()) {
        return Judgement.refused(
            Refusal.Kind.STATE, "the tip is not withdrawn; withdraw it before the next molecule");
      }
      List<String> unready = target.unready();
      if (!unready.isEmpty()) {
        return Judgement.refused(
            Refusal.Kind.STATE, "the instrument is not ready: " + String.join("; ", unready));
      }
      return Judgement.of(
          new LimitCheck(profile).bias(target.biasVolt(), false),
          "approach the next molecule until contact");
    }

    @Override
    public Outcome act(Instrument target, LimitProfile profile) throws InstrumentException {
      Contact contact = target.approach();
      return contact.made()
          ? Outcome.of(contact.inwardAzimuthRadians(), contact.sameMolecule() ? 1 : 0)
          : new Outcome(List.of(), contact.missed());
    }

    @Override
    public Optional<String> fault(
        Instrument target, LimitProfile profile, Outcome outcome, List<String> declared)
        throws InstrumentException {
      return outcome.missed().isEmpty()
          ? new LimitCheck(profile).measured(target.signals(), true, declared)
          : Verb.super.fault(target, profile, outcome, declared);
    }

    @Override
    public void done(SafetyMachine machine, Outcome outcome, long now) {
      if (outcome.missed().isEmpty()) {
        machine.contactMade(outcome.measured().get(1) == 1, now);
      } else {
        machine.contactMissed(name(), outcome.missed(), now);
      }
    }
  }

  /**
   * Moves the tip by one small step.
   *
   * @param to relative to contact
   */
  record MoveTip(TipPosition to) implements Verb {

    @Override
    public Command command() {
      return Command.MOVE_TIP;
    }

    @Override
    public Judgement judge(Instrument target, LimitProfile profile) throws InstrumentException {
      if (!to.isFinite()) {
        return Judgement.refused(
            Refusal.Kind.MALFORMED, "the target is not three finite numbers: " + to);
      }
      if (target.withdrawn()) {
        return Judgement.refused(
            Refusal.Kind.STATE, "the tip is withdrawn; approach a molecule first");
      }
      TipPosition from = target.position();
      return Judgement.of(
          new LimitCheck(profile).move(from, to),
          String.format(
              Locale.ROOT,
              "move the tip from %s to %s, by %.3f Å",
              from,
              to,
              from.distanceAngstrom(to)));
    }

    @Override
    public Outcome act(Instrument target, LimitProfile profile) throws InstrumentException {
      target.moveTip(to, profile.limits(Phase.LIFT).speedAngstromPerSecond().high());
      return Outcome.NONE;
    }

    @Override
    public Optional<String> fault(
        Instrument target, LimitProfile profile, Outcome outcome, List<String> declared)
        throws InstrumentException {
      LimitCheck check = new LimitCheck(profile);
      Optional<String> measured = check.measured(target.signals(), false, declared);
      return measured.isPresent() ? measured : check.arrived(to, target.position());
    }
  }

  /**
   * Sets the bias; in contact, what it leads to is measured as after a move.
   *
   * @param volt at the sample
   */
  record SetBias(double volt) implements Verb {

    @Override
    public Command command() {
      return Command.SET_BIAS;
    }

    @Override
    public Judgement judge(Instrument target, LimitProfile profile) throws InstrumentException {
      if (!Double.isFinite(volt)) {
        return Judgement.refused(
            Refusal.Kind.MALFORMED, "the bias is not a finite number: " + volt);
      }
      return Judgement.of(
          new LimitCheck(profile).bias(volt, !target.withdrawn()),
          String.format(Locale.ROOT, "set the bias to %.2f mV", volt * 1000));
    }

    @Override
    public Outcome act(Instrument target, LimitProfile profile) throws InstrumentException {
      target.setBias(volt);
      return Outcome.NONE;
    }

    @Override
    public Optional<String> fault(
        Instrument target, LimitProfile profile, Outcome outcome, List<String> declared)
        throws InstrumentException {
      return target.withdrawn()
          ? Optional.empty()
          : new LimitCheck(profile).measured(target.signals(), false, declared);
    }
  }

  /** Raises the tip to the end of its range. */
  record Withdraw() implements Verb {

    @Override
    public Command command() {
      return Command.WITHDRAW;
    }

    @Override
    public Judgement judge(Instrument target, LimitProfile profile) {
      return Judgement.allowed("withdraw the tip");
    }

    @Override
    public Outcome act(Instrument target, LimitProfile profile) throws InstrumentException {
      target.withdraw();
      return Outcome.NONE;
    }
  }

  /** Measures whether something hangs on the tip. */
  record CheckTip() implements Verb {

    @Override
    public Command command() {
      return Command.CHECK_TIP;
    }

    @Override
    public Judgement judge(Instrument target, LimitProfile profile) throws InstrumentException {
      return whenWithdrawn(target, profile, "measure the height over a bare spot");
    }

    @Override
    public Outcome act(Instrument target, LimitProfile profile) throws InstrumentException {
      LimitProfile.Measure at = profile.measure();
      return Outcome.of(target.tipHeightChangeAngstrom(at.biasVolt(), at.setpointNanoampere()));
    }
  }

  /** Measures whether the molecule is still in its site. */
  record ScanSite() implements Verb {

    @Override
    public Command command() {
      return Command.SCAN_SITE;
    }

    @Override
    public Judgement judge(Instrument target, LimitProfile profile) throws InstrumentException {
      return whenWithdrawn(target, profile, "scan the molecule's site");
    }

    @Override
    public Outcome act(Instrument target, LimitProfile profile) throws InstrumentException {
      LimitProfile.Measure at = profile.measure();
      return Outcome.of(target.siteHeightAngstrom(at.biasVolt(), at.setpointNanoampere()));
    }
  }

  /**
   * A command of a script.
   *
   * @param foreign what it is
   * @param phase under whose limits it is judged
   * @param down whether the tip may be down
   */
  record Foreign(ForeignCommand foreign, Phase phase, boolean down) implements Verb {

    @Override
    public Command command() {
      return Command.FOREIGN;
    }

    @Override
    public String name() {
      return foreign.name();
    }

    @Override
    public boolean mayEngage() {
      return foreign.mayEngage();
    }

    @Override
    public boolean measures() {
      return false;
    }

    @Override
    public Judgement judge(Instrument target, LimitProfile profile) throws InstrumentException {
      return foreign.judge(profile.limits(phase), down);
    }

    @Override
    public Outcome act(Instrument target, LimitProfile profile) throws InstrumentException {
      foreign.act();
      return Outcome.NONE;
    }

    /** Nothing stands in for an instrument that only its owner knows. */
    @Override
    public void plan(Instrument target, LimitProfile profile) {}

    @Override
    public Optional<String> fault(
        Instrument target, LimitProfile profile, Outcome outcome, List<String> declared)
        throws InstrumentException {
      return foreign.fault(profile.limits(phase));
    }
  }

  /**
   * Takes an image.
   *
   * @param frame what of
   * @param rows gets its lines
   */
  record Scan(ScanFrame frame, Consumer<ScanRow> rows) implements Verb {

    @Override
    public Command command() {
      return Command.SCAN;
    }

    @Override
    public Judgement judge(Instrument target, LimitProfile profile) throws InstrumentException {
      if (!target.withdrawn()) {
        return Judgement.refused(Refusal.Kind.STATE, "the tip is not withdrawn; withdraw it first");
      }
      if (!target.describe().capabilities().contains(command().wireName())) {
        return Judgement.refused(Refusal.Kind.STATE, "this instrument does not scan");
      }
      ScanCheck check = new ScanCheck(profile);
      Optional<String> malformed = check.malformed(frame);
      return malformed.isPresent()
          ? Judgement.refused(Refusal.Kind.MALFORMED, malformed.get())
          : Judgement.of(check.beyond(frame), "scan " + frame);
    }

    @Override
    public Outcome act(Instrument target, LimitProfile profile) throws InstrumentException {
      target.scan(frame, profile.limits(Phase.SCAN).currentTripNanoampere().high(), rows);
      return Outcome.NONE;
    }
  }

  private static Judgement whenWithdrawn(Instrument target, LimitProfile profile, String what)
      throws InstrumentException {
    LimitProfile.Measure at = profile.measure();
    return target.withdrawn()
        ? Judgement.allowed(
            String.format(
                Locale.ROOT,
                "%s at %.0f mV and %.0f pA",
                what,
                at.biasVolt() * 1000,
                at.setpointNanoampere() * 1000))
        : Judgement.refused(Refusal.Kind.STATE, "the tip is not withdrawn; withdraw it first");
  }
}
