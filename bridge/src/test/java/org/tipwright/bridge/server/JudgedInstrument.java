package org.tipwright.bridge.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.tipwright.bridge.instrument.Contact;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentDescription;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.JunctionReading;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.instrument.ScanRow;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.env.random.StreamsState;

/** Holds every verb that reaches an instrument against limits written here a second time. */
final class JudgedInstrument implements Instrument {

  private static final double STEP_ANGSTROM = 0.32;
  private static final double LOWEST_ANGSTROM = -0.3;
  private static final double HIGHEST_ANGSTROM = 20;
  private static final double LATERAL_ANGSTROM = 18;
  private static final double MOST_VOLT = 0.005;
  private static final double LEAST_VOLT = 0.002;
  private static final double MOST_NANOAMPERE = 80;
  private static final double MOST_NANOSIEMENS = 0.3 * 77480.917;
  private static final double ROUNDING = 1e-6;

  private final Instrument inner;
  private final AtomicLong moves = new AtomicLong();
  private final AtomicLong contacts = new AtomicLong();
  private volatile boolean mayMove;
  private volatile String violation = "";
  private volatile double worstNanoampere;
  private volatile double worstNanosiemens;

  JudgedInstrument(Instrument inner) {
    this.inner = inner;
  }

  /** Whether anybody may have armed. */
  void mayMove(boolean may) {
    mayMove = may;
  }

  /** The first thing that should not have got here; empty if there was none. */
  String violation() {
    return violation;
  }

  /** Moves and biases that got here. */
  long moves() {
    return moves.get();
  }

  /** Approaches that ended in contact. */
  long contacts() {
    return contacts.get();
  }

  /** What the instrument's signals showed at most, a line of a table each. */
  String table() {
    return "| largest current in the signals (nA) | %.2f of 80 |%n| largest conductance in them (G0) | %.4f of 0.3 |%n"
        .formatted(worstNanoampere, worstNanosiemens / 77480.917);
  }

  private synchronized void judge(boolean allowed, String what) {
    if (violation.isEmpty() && !(allowed && mayMove)) {
      violation = what + (mayMove ? "" : ", unarmed");
    }
  }

  private void look() throws InstrumentException {
    Signals now = inner.signals();
    double nanoampere = Math.abs(now.currentNanoampere());
    double nanosiemens = nanoampere / Math.abs(now.biasVolt());
    worstNanoampere = Math.max(worstNanoampere, nanoampere);
    worstNanosiemens = Math.max(worstNanosiemens, nanosiemens);
    judge(
        nanoampere <= MOST_NANOAMPERE && nanosiemens <= MOST_NANOSIEMENS,
        nanoampere + " nA at " + now.biasVolt() + " V");
  }

  /** With a simulation even where there is none: it is asked in turn, after all commands. */
  @Override
  public InstrumentDescription describe() throws InstrumentException {
    InstrumentDescription of = inner.describe();
    return new InstrumentDescription(
        of.name(),
        of.driver(),
        of.capabilities(),
        of.signals(),
        of.simulation()
            .or(
                () ->
                    Optional.of(
                        new InstrumentDescription.Simulation(
                            "none", "{}", new StreamsState(Map.of())))));
  }

  @Override
  public List<String> unready() throws InstrumentException {
    return inner.unready();
  }

  @Override
  public List<String> changed() throws InstrumentException {
    return inner.changed();
  }

  @Override
  public Contact approach() throws InstrumentException {
    judge(inner.withdrawn(), "approach of a tip in contact");
    Contact contact = inner.approach();
    contacts.incrementAndGet();
    look();
    return contact;
  }

  @Override
  public void moveTip(TipPosition to, double speed) throws InstrumentException {
    TipPosition from = inner.position();
    moves.incrementAndGet();
    // A tip that was withdrawn just now is elsewhere: the instrument itself refuses then.
    judge(
        inner.withdrawn()
            || (from.distanceAngstrom(to) <= STEP_ANGSTROM + ROUNDING
                && to.zAngstrom() >= LOWEST_ANGSTROM
                && to.zAngstrom() <= HIGHEST_ANGSTROM
                && to.lateralAngstrom() <= LATERAL_ANGSTROM + ROUNDING
                && speed > 0
                && speed <= 1),
        "move from " + from + " to " + to + " at " + speed + " Å/s");
    inner.moveTip(to, speed);
    look();
  }

  @Override
  public void setBias(double volt) throws InstrumentException {
    moves.incrementAndGet();
    judge(Math.abs(volt) >= LEAST_VOLT && Math.abs(volt) <= MOST_VOLT, "a bias of " + volt + " V");
    inner.setBias(volt);
  }

  @Override
  public double biasVolt() throws InstrumentException {
    return inner.biasVolt();
  }

  @Override
  public void withdraw() throws InstrumentException {
    inner.withdraw();
  }

  @Override
  public boolean withdrawn() throws InstrumentException {
    return inner.withdrawn();
  }

  @Override
  public TipPosition position() throws InstrumentException {
    return inner.position();
  }

  @Override
  public Signals signals() throws InstrumentException {
    return inner.signals();
  }

  @Override
  public double tipHeightChangeAngstrom(double bias, double setpoint) throws InstrumentException {
    judge(inner.withdrawn(), "a look at a tip in contact");
    return inner.tipHeightChangeAngstrom(bias, setpoint);
  }

  @Override
  public double siteHeightAngstrom(double bias, double setpoint) throws InstrumentException {
    judge(inner.withdrawn(), "a look at the site with the tip in contact");
    return inner.siteHeightAngstrom(bias, setpoint);
  }

  /** As of an agent: whatever is asked for, unarmed nothing is scanned. */
  @Override
  public void scan(ScanFrame frame, double trip, Consumer<ScanRow> rows)
      throws InstrumentException {
    judge(inner.withdrawn(), "a scan with the tip in contact");
    inner.scan(frame, trip, rows);
  }

  @Override
  public Optional<JunctionReading> junction() throws InstrumentException {
    return inner.junction();
  }

  @Override
  public double timeSeconds() throws InstrumentException {
    return inner.timeSeconds();
  }

  @Override
  public void close() {
    inner.close();
  }
}
