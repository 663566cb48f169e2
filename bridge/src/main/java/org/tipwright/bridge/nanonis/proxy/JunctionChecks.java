package org.tipwright.bridge.nanonis.proxy;

import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.safety.PhaseLimits;

/** Bias, setpoint and the switch of the feedback. */
final class JunctionChecks {

  /** Below, a bias says nothing and a feedback that looks for current finds the surface. */
  private static final double BLIND_VOLT = 1e-3;

  private JunctionChecks() {}

  /**
   * With the tip down the bias does not cross 0 V, and the current that it leads to at once, before
   * any feedback, stays under the trip; so does the conductance that the feedback then holds.
   */
  static double bias(Command command, Situation now) throws Beyond, InstrumentException {
    double volt = command.real("bias");
    Check.bias(volt, now);
    if (!now.down()) {
      return 0;
    }
    double present = now.biasVolt();
    Beyond.unless(
        present * volt > 0,
        Check.format(
            "from %.2f to %.2f mV the bias would cross 0 V with the tip down; withdraw it first",
            present * 1000, volt * 1000));
    double predicted =
        Math.abs(now.currentNanoampere() * volt) / Math.max(Math.abs(present), BLIND_VOLT);
    Beyond.unless(
        predicted < now.limits().currentTripNanoampere().high(),
        Check.format(
            "at that bias %.3g nA would flow, and the trip is at %.3g nA (phase %s, %s); go in"
                + " smaller steps",
            predicted,
            now.limits().currentTripNanoampere().high(),
            now.limits().phase().key(),
            now.limits().currentTripNanoampere().where()));
    if (!now.feedbackIsOff()) {
      conductance(now.setpointNanoampere(), volt, now);
    }
    return 0;
  }

  /** Above 0, also where a controller takes the magnitude: others take the sign. */
  static double setpoint(Command command, Situation now) throws Beyond, InstrumentException {
    double nanoampere = command.real("setpoint") * 1e9;
    Beyond.unless(
        nanoampere > 0,
        "a setpoint of "
            + nanoampere
            + " nA: with nothing to hold, the feedback finds the surface");
    held(nanoampere, now.biasVolt(), now);
    return 0;
  }

  /**
   * On: bias and setpoint as they are must be those of the phase, whoever set them, and SafeTip
   * must not have fired. Off: the tip stands still, and nothing may lower it at that.
   */
  static double feedback(Command command, Situation now) throws Beyond, InstrumentException {
    long on = command.whole("on");
    Beyond.unless(on == 0 || on == 1, "the z controller is 0 (off) or 1 (on), not " + on);
    if (on == 0) {
      Beyond.unless(
          !now.scanIsRunning() && now.busySeconds() <= 0,
          "the tip is moving sideways: without the feedback it would meet what stands there");
      double lift = now.reader().read("ZCtrl.TipLiftGet").real("lift") * 1e10;
      Beyond.unless(
          lift >= 0,
          Check.format(
              "a tip lift of %.2f Å would lower the tip when the feedback goes off", lift));
      return 0;
    }
    Beyond.unless(!now.safeTipFired(), "SafeTip has fired; the operator must look first");
    Beyond.unless(
        now.busySeconds() <= 0,
        "the tip is moving sideways, at the speed of another phase perhaps: wait, or stop it first");
    double volt = now.biasVolt();
    Check.bias(volt, now);
    double nanoampere = now.setpointNanoampere();
    Beyond.unless(nanoampere > 0, "the setpoint is " + nanoampere + " nA: it must be above 0");
    held(nanoampere, volt, now);
    return 0;
  }

  /** What the feedback would hold. */
  static void held(double nanoampere, double volt, Situation now) throws Beyond {
    Check.within("setpoint", nanoampere, "nA", now.limits().setpointNanoampere(), now);
    Beyond.unless(
        Math.abs(volt) >= BLIND_VOLT,
        Check.format("at a bias of %.3f mV the feedback would be blind", volt * 1000));
    conductance(nanoampere, volt, now);
  }

  private static void conductance(double nanoampere, double volt, Situation now) throws Beyond {
    double quanta = nanoampere / Math.abs(volt) / PhaseLimits.G0_NANOSIEMENS;
    Check.within("conductance", quanta, "G0", now.limits().conductanceG0(), now);
  }
}
