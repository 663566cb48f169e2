package org.tipwright.bridge.nanonis.proxy;

import java.util.Optional;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.PhaseLimits;

/**
 * How things stand when a command is judged. What the instrument does is asked of the instrument,
 * never of the script.
 *
 * @param reader asks the instrument
 * @param profile the limits that hold always
 * @param limits of the phase
 * @param down whether the tip may be down
 * @param origin where heights and lateral positions count from, if that is known
 * @param busySeconds for how long the motion before lasts yet at the allowed speed
 * @param tries pulses and dips so far under this arming
 */
record Situation(
    Reader reader,
    LimitProfile profile,
    PhaseLimits limits,
    boolean down,
    Optional<Place> origin,
    double busySeconds,
    int tries) {

  private static final int OFF = 1;
  private static final int ON = 2;
  private static final int SAFE_TIP = 5;

  /** Asks the instrument for a reading. */
  @FunctionalInterface
  interface Reader {
    Answer read(String command, Object... arguments) throws InstrumentException;
  }

  double biasVolt() throws InstrumentException {
    return reader.read("Bias.Get").real("bias");
  }

  double setpointNanoampere() throws InstrumentException {
    return reader.read("ZCtrl.SetpntGet").real("setpoint") * 1e9;
  }

  double currentNanoampere() throws InstrumentException {
    return reader.read("Current.Get").real("current") * 1e9;
  }

  double zMetre() throws InstrumentException {
    return reader.read("ZCtrl.ZPosGet").real("z");
  }

  Answer xy() throws InstrumentException {
    return reader.read("FolMe.XYPosGet", 0);
  }

  boolean feedbackIsOn() throws InstrumentException {
    return status() == ON;
  }

  boolean feedbackIsOff() throws InstrumentException {
    return status() == OFF;
  }

  boolean safeTipFired() throws InstrumentException {
    return status() == SAFE_TIP;
  }

  private long status() throws InstrumentException {
    return reader.read("ZCtrl.StatusGet").whole("status");
  }

  boolean scanIsRunning() throws InstrumentException {
    return reader.read("Scan.StatusGet").on("running");
  }

  /** Whether the phase is one that works with the feedback on: only those have a setpoint. */
  boolean feedbackPhase() {
    return limits.setpointNanoampere().high() < Double.POSITIVE_INFINITY;
  }
}
