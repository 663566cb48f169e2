package org.tipwright.bridge.nanonis.proxy;

import java.util.function.ToDoubleFunction;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.safety.LimitProfile.TipShaping;
import org.tipwright.bridge.wire.SiUnits;

/** Pulses and dips: what is done to a tip on purpose, so often and no more. */
final class TipChecks {

  private static final int HOLD = 1;
  private static final int NO_HOLD = 2;
  private static final int RELATIVE = 1;
  private static final int ABSOLUTE = 2;

  /** No part of a dip lasts longer. */
  private static final double LONGEST_SECONDS = 10;

  private TipChecks() {}

  /** Everything said, nothing left as somebody set it before. */
  static double pulse(Command command, Situation now) throws Beyond, InstrumentException {
    tries(now);
    TipShaping limits = now.profile().tipShaping();
    long hold = command.whole("z-hold");
    long mode = command.whole("mode");
    Beyond.unless(hold == HOLD || hold == NO_HOLD, "a pulse must say whether z is held (1 or 2)");
    Beyond.unless(
        mode == RELATIVE || mode == ABSOLUTE,
        "a pulse must say what its bias is relative to (1 or 2)");
    double volt = command.real("bias") + (mode == RELATIVE ? now.biasVolt() : 0);
    Check.within("pulse", Math.abs(volt), "V", limits.pulseVolt(), now);
    double width = command.real("width");
    Beyond.unless(width > 0, "a pulse has a width above 0");
    Check.within("pulse", width, "s", limits.pulseSeconds(), now);
    Beyond.unless(now.feedbackIsOn(), "a pulse needs the feedback on");
    return width;
  }

  /** The settings that it would use, whoever made them. */
  static double dip(Command command, Situation now) throws Beyond, InstrumentException {
    tries(now);
    Beyond.unless(now.feedbackIsOn(), "a dip begins with the feedback on");
    Beyond.unless(now.busySeconds() <= 0, "the tip is moving sideways: wait, or stop it first");
    Answer set = now.reader().read("TipShaper.PropsGet");
    return dips(set::real, now);
  }

  /** The same before they are made. */
  static double settings(Command command, Situation now) throws Beyond {
    double unused = dips(command::real, now);
    return 0;
  }

  private static double dips(ToDoubleFunction<String> value, Situation now) throws Beyond {
    Check.bias(value.applyAsDouble("bias"), now);
    Check.bias(value.applyAsDouble("bias-lift"), now);
    double seconds = 0;
    for (String time :
        new String[] {
          "switch-off-delay", "lift-time-1", "bias-settling", "lift-time-2", "end-wait"
        }) {
      double lasts = value.applyAsDouble(time);
      Beyond.unless(
          lasts >= 0 && lasts <= LONGEST_SECONDS,
          time + " must be from 0 to " + LONGEST_SECONDS + " s, not " + lasts);
      seconds += lasts;
    }
    double way = SiUnits.angstrom(value.applyAsDouble("tip-lift"));
    Check.within("dip", Math.max(0, -way), "Å", now.profile().tipShaping().dipAngstrom(), now);
    double inSeconds = value.applyAsDouble("lift-time-1");
    Beyond.unless(inSeconds > 0, "a dip takes no time: lift-time-1 must be above 0");
    Check.within(
        "speed", Math.abs(way) / inSeconds, "Å/s", now.limits().speedAngstromPerSecond(), now);
    Beyond.unless(
        value.applyAsDouble("lift-height") >= 0, "after a dip the tip goes up (lift-height >= 0)");
    return seconds;
  }

  private static void tries(Situation now) throws Beyond {
    Beyond.unless(
        now.profile().tipShaping().tries().allows(now.tries() + 1),
        Check.format(
            "%d pulses and dips were made under this arming (%s); the operator must look at the"
                + " tip",
            now.tries(), now.profile().tipShaping().tries().where()));
  }
}
