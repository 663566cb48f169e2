package org.tipwright.bridge.nanonis.proxy;

import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.wire.SiUnits;

/** Scans: frame and speed are set while none is running, and looked at when one starts. */
final class ScanChecks {

  private static final int START = 0;
  private static final int PAUSE = 2;
  private static final int RESUME = 3;
  private static final int FREEZE = 4;
  private static final int UNFREEZE = 5;
  private static final int TO_CENTRE = 6;

  private ScanChecks() {}

  /** All corners in the region of the phase. */
  static double frame(Command command, Situation now) throws Beyond, InstrumentException {
    notRunning(now);
    corners(
        command.real("centre-x"),
        command.real("centre-y"),
        command.real("width"),
        command.real("height"),
        command.real("angle"),
        now);
    return 0;
  }

  private static void corners(
      double cx, double cy, double width, double height, double degrees, Situation now)
      throws Beyond {
    Beyond.unless(width > 0 && height > 0, "a frame has a width and a height above 0");
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    for (int corner = 0; corner < 4; corner++) {
      double u = ((corner & 1) == 0 ? -0.5 : 0.5) * width;
      double v = ((corner & 2) == 0 ? -0.5 : 0.5) * height;
      double x = cx + u * cos + v * sin;
      double y = cy - u * sin + v * cos;
      Check.within("x of a corner", x * 1e9, "nm", now.limits().xNanometre(), now);
      Check.within("y of a corner", y * 1e9, "nm", now.limits().yNanometre(), now);
    }
  }

  /**
   * Speed and time of a line say the same twice; whichever the controller keeps, both must be
   * within the limit. 0 leaves what is set.
   */
  static double speed(Command command, Situation now) throws Beyond, InstrumentException {
    notRunning(now);
    Beyond.unless(command.real("ratio") >= 0, "a ratio of speeds below 0");
    double width = now.reader().read("Scan.FrameGet").real("width");
    for (String way : new String[] {"forward", "backward"}) {
      double speed = command.real(way + "-speed");
      double time = command.real(way + "-time");
      Beyond.unless(speed >= 0 && time >= 0, "speeds and times of a line are not below 0");
      line(speed, now);
      line(time > 0 ? width / time : 0, now);
    }
    return 0;
  }

  /**
   * What sets the tip in motion is held against everything that it would then use, whoever set it:
   * feedback, bias, setpoint, frame, speeds.
   */
  static double action(Command command, Situation now) throws Beyond, InstrumentException {
    switch ((int) command.whole("action")) {
      case START, RESUME, UNFREEZE -> ready(now);
      case TO_CENTRE -> {
        ready(now);
        return secondsToCentre(now);
      }
      case PAUSE, FREEZE -> {}
      default -> throw new Beyond("a scan has no action " + command.whole("action"));
    }
    return 0;
  }

  private static double secondsToCentre(Situation now) throws InstrumentException {
    Answer frame = now.reader().read("Scan.FrameGet");
    Answer from = now.xy();
    return Math.hypot(
            frame.real("centre-x") - from.real("x"), frame.real("centre-y") - from.real("y"))
        / now.reader().read("Scan.SpeedGet").real("forward-speed");
  }

  private static void ready(Situation now) throws Beyond, InstrumentException {
    Beyond.unless(now.feedbackIsOn(), "a scan needs the feedback on");
    Beyond.unless(now.busySeconds() <= 0, "the tip is moving sideways: wait, or stop it first");
    double volt = now.biasVolt();
    Check.bias(volt, now);
    JunctionChecks.held(now.setpointNanoampere(), volt, now);
    Answer frame = now.reader().read("Scan.FrameGet");
    corners(
        frame.real("centre-x"),
        frame.real("centre-y"),
        frame.real("width"),
        frame.real("height"),
        frame.real("angle"),
        now);
    Answer speed = now.reader().read("Scan.SpeedGet");
    for (String way : new String[] {"forward", "backward"}) {
      double time = speed.real(way + "-time");
      Beyond.unless(time > 0, "the scan's " + way + " line takes no time");
      line(speed.real(way + "-speed"), now);
      line(frame.real("width") / time, now);
    }
  }

  private static void line(double metrePerSecond, Situation now) throws Beyond {
    Check.within(
        "speed of a line",
        SiUnits.angstrom(metrePerSecond),
        "Å/s",
        now.limits().speedAngstromPerSecond(),
        now);
  }

  private static void notRunning(Situation now) throws Beyond, InstrumentException {
    Beyond.unless(
        !now.scanIsRunning(), "a scan is running: stop it before its settings are changed");
  }
}
