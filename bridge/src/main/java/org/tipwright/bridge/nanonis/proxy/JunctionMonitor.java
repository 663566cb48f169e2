package org.tipwright.bridge.nanonis.proxy;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.driver.Lines;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.SafetyState;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.StateSnapshot;

/**
 * Reads the junction some fifty times a second on the monitor's line while the bridge is armed, and
 * trips when the readings say so. It cannot tell that it itself hangs: {@link #silentNanos} lets
 * others find out.
 */
final class JunctionMonitor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JunctionMonitor.class);
  private static final long ARMED_NANOS = 15_000_000;
  private static final long IDLE_NANOS = 100_000_000;
  private static final int READINGS_PER_SETPOINT = 10;

  private record Anchor(Phase phase, Place place) {}

  private final SafetySupervisor supervisor;
  private final Lines lines;
  private final BooleanSupplier guarded;
  private final Runnable armedAnew;
  private final JunctionRules rules;
  private final Thread thread;

  // Of the monitor's thread.
  private Optional<Phase> phase = Optional.empty();
  private double armedForSeconds;
  private double setpointNanoampere;
  private int readings;

  private volatile boolean open = true;
  private volatile long changedAt = System.nanoTime();
  private volatile long lastReading = System.nanoTime();
  private volatile Optional<Anchor> anchor = Optional.empty();
  private volatile String paused = "";
  private volatile boolean feedbackOn;
  private volatile boolean rising;

  /**
   * Starts reading.
   *
   * @param guarded whether a tip that is down is a script's business
   * @param armedAnew told when an operator has armed
   */
  JunctionMonitor(
      SafetySupervisor supervisor, Lines lines, BooleanSupplier guarded, Runnable armedAnew) {
    this.supervisor = supervisor;
    this.lines = lines;
    this.guarded = guarded;
    this.armedAnew = armedAnew;
    this.rules = new JunctionRules(supervisor.profile());
    this.thread = new Thread(this::run, "junction-monitor");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (open) {
      StateSnapshot state = supervisor.state();
      try {
        Reading now = read();
        lastReading = now.nanos();
        feedbackOn = now.on();
        see(state, now);
      } catch (InstrumentException silent) {
        LOG.debug("no reading: {}", silent.getMessage());
      } catch (RuntimeException | Error failure) {
        LOG.error("the monitor failed in one round", failure);
        supervisor.fault("the monitor of the junction failed: " + failure);
      }
      LockSupport.parkNanos(state.state() == SafetyState.ARMED ? ARMED_NANOS : IDLE_NANOS);
    }
  }

  private Reading read() throws InstrumentException {
    if (readings++ % READINGS_PER_SETPOINT == 0) {
      setpointNanoampere = lines.read("ZCtrl.SetpntGet").real("setpoint") * 1e9;
    }
    long status = lines.read("ZCtrl.StatusGet").whole("status");
    double volt = lines.read("Bias.Get").real("bias");
    double z = lines.read("ZCtrl.ZPosGet").real("z");
    double nanoampere = lines.read("Current.Get").real("current") * 1e9;
    return new Reading(nanoampere, volt, setpointNanoampere, status, z, System.nanoTime());
  }

  private void see(StateSnapshot state, Reading now) throws InstrumentException {
    if (state.phase().isEmpty()) {
      phase = Optional.empty();
      armedForSeconds = 0;
      idle();
      return;
    }
    // Time left only grows when somebody arms.
    if (!state.phase().equals(phase) || state.armedForSeconds() > armedForSeconds) {
      phase = state.phase();
      rules.armed(phase.get(), now);
      armedAnew.run();
    }
    armedForSeconds = state.armedForSeconds();
    if (!state.engaged()) {
      rising = false;
    }
    if (!state.engaged() || rising) {
      idle();
      return;
    }
    rules.changing(changedAt);
    Optional<String> fault = rules.see(now);
    if (rules.origin().wantsPlace()) {
      Answer xy = lines.read("FolMe.XYPosGet", 0);
      rules.origin().placed();
      anchor =
          Optional.of(
              new Anchor(
                  phase.get(), new Place(xy.real("x"), xy.real("y"), rules.origin().zMetre())));
    } else if (!rules.origin().known()) {
      anchor = Optional.empty();
    }
    paused = rules.paused();
    if (fault.isPresent() && guarded.getAsBoolean()) {
      supervisor.fault(fault.get() + trailer(now));
    }
  }

  private static String trailer(Reading now) {
    return Check.format(
        " (%.4g nA at %.2f mV, z %.3f nm)",
        now.nanoampere(), now.volt() * 1000, now.zMetre() * 1e9);
  }

  private void idle() {
    rules.idle();
    anchor = Optional.empty();
    paused = "";
  }

  /** Something is stopped: what changes by that is nobody else's doing. */
  void changing() {
    changedAt = System.nanoTime();
  }

  /** A command goes to the instrument, and whatever brought the tip up before has ended. */
  void acting() {
    rising = false;
    changing();
  }

  /** Whether the tip is brought up because somebody asked. */
  boolean isRising() {
    return rising;
  }

  /** The supervisor brings the tip up because somebody asked: heights are no fault until it is. */
  void rising() {
    rising = true;
  }

  /** Where positions count from in a phase, if that is known. */
  Optional<Place> origin(Phase wanted) {
    return anchor.filter(a -> a.phase() == wanted).map(Anchor::place);
  }

  /** Why nothing but the way back is let through; empty if that is not so. */
  String paused() {
    return paused;
  }

  /** Whether the feedback was on at the last reading. */
  boolean feedbackOn() {
    return feedbackOn;
  }

  /** For how long there was no reading. */
  long silentNanos() {
    return System.nanoTime() - lastReading;
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
  }
}
