package org.tipwright.bridge.nanonis.proxy;

import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.wire.SiUnits;

/** Heights with the feedback off, and lateral moves. */
final class MotionChecks {

  private MotionChecks() {}

  /**
   * A height has no speed on the wire: it is a jump. So each is a small step, and the next comes no
   * sooner than the speed allows. With the feedback on it would be without effect now, and at once
   * with one when the feedback goes off.
   */
  static double height(Command command, Situation now) throws Beyond, InstrumentException {
    double z = command.real("z");
    Beyond.unless(
        now.feedbackIsOff(), "z is set with the feedback off only, and nothing else under way");
    double step = SiUnits.angstrom(Math.abs(z - now.zMetre()));
    Check.within("step", step, "Å", now.limits().stepAngstrom(), now);
    Place origin = origin(now);
    double height = SiUnits.angstrom(z - origin.z());
    Check.within("height", height, "Å", now.limits().zAngstrom(), now);
    Check.within("height", height, "Å", now.limits().softZAngstrom(), now);
    return paced(step, now);
  }

  /** The same, upwards. */
  static double heightUp(Command command, Situation now) throws Beyond, InstrumentException {
    Beyond.unless(
        command.real("z") >= now.zMetre(), "in a retreat the tip goes up; this would lower it");
    return height(command, now);
  }

  /**
   * The way is straight from where the tip is. Its speed is what somebody set before, so it is
   * read; and nothing may start by itself on arrival.
   */
  static double lateral(Command command, Situation now) throws Beyond, InstrumentException {
    double x = command.real("x");
    double y = command.real("y");
    Beyond.unless(
        !now.scanIsRunning(), "a scan is running: stop it before the tip is moved sideways");
    Beyond.unless(
        !now.reader().read("FolMe.PSOnOffGet").on("on"),
        "point and shoot is on: an experiment would start at that place");
    if (now.feedbackPhase()) {
      Beyond.unless(
          now.feedbackIsOn() || !now.down(),
          "in this phase the tip moves sideways with the feedback on, or withdrawn");
    } else {
      Beyond.unless(
          now.feedbackIsOff(), "in this phase the tip moves sideways with the feedback off");
    }
    Check.within("x", x * 1e9, "nm", now.limits().xNanometre(), now);
    Check.within("y", y * 1e9, "nm", now.limits().yNanometre(), now);
    if (now.limits().lateralAngstrom().high() < Double.POSITIVE_INFINITY) {
      Place origin = origin(now);
      double lateral = SiUnits.angstrom(Math.hypot(x - origin.x(), y - origin.y()));
      Check.within("lateral position", lateral, "Å", now.limits().lateralAngstrom(), now);
    }
    Answer speed = now.reader().read("FolMe.SpeedGet");
    Beyond.unless(
        speed.on("custom"),
        "follow-me moves at the scan's speed: set its own with FolMe.SpeedSet first");
    double angstromPerSecond = SiUnits.angstrom(speed.real("speed"));
    speed(angstromPerSecond, now);
    Answer from = now.xy();
    double step = SiUnits.angstrom(Math.hypot(x - from.real("x"), y - from.real("y")));
    Check.within("step", step, "Å", now.limits().stepAngstrom(), now);
    return now.feedbackPhase() ? step / angstromPerSecond : paced(step, now);
  }

  /** Its own speed, not the scan's, and one of the phase; not while the tip is under way by it. */
  static double followSpeed(Command command, Situation now) throws Beyond {
    Beyond.unless(
        command.whole("custom") == 1, "follow-me keeps a speed of its own (custom = 1) here");
    Beyond.unless(now.busySeconds() <= 0, "the tip is moving sideways: wait, or stop it first");
    speed(SiUnits.angstrom(command.real("speed")), now);
    return 0;
  }

  private static void speed(double angstromPerSecond, Situation now) throws Beyond {
    Beyond.unless(angstromPerSecond > 0, "a speed must be above 0");
    Check.within("speed", angstromPerSecond, "Å/s", now.limits().speedAngstromPerSecond(), now);
  }

  private static Place origin(Situation now) throws Beyond {
    return now.origin()
        .orElseThrow(
            () ->
                new Beyond(
                    "it is not known where positions count from: the feedback was not seen to hold"
                        + " the tip since it came down"));
  }

  private static double paced(double angstrom, Situation now) throws Beyond {
    double most = now.limits().speedAngstromPerSecond().high();
    Beyond.unless(
        now.busySeconds() <= 0,
        Check.format(
            "at %.2f Å/s the step before takes %.3f s more (phase %s, %s); wait for that",
            most,
            now.busySeconds(),
            now.limits().phase().key(),
            now.limits().speedAngstromPerSecond().where()));
    return angstrom / most;
  }
}
