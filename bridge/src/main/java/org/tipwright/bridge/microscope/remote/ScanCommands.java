package org.tipwright.bridge.microscope.remote;

import java.util.List;
import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.microscope.ScanBuffer;
import org.tipwright.bridge.microscope.ScanFrameSettings;
import org.tipwright.bridge.microscope.ScanModule;
import org.tipwright.bridge.microscope.ScanProperties;
import org.tipwright.bridge.microscope.ScanSpeed;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.microscope.SignalTable;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.Value;

/** Scans. */
final class ScanCommands {

  /** Names that are sent with each pass; there is one. */
  private static final int FIRST_PASS = 1;

  private ScanCommands() {}

  static void addTo(CommandTable table) {
    table.order("Scan.Action", ScanCommands::act);
    table.ask("Scan.StatusGet", (scope, a) -> a.reply("running", scope.scan().running()));
    table.add("Scan.WaitEndOfScan", ScanCommands::awaitScan);
    table.add("Scan.WaitEndOfLine", ScanCommands::awaitLine);
    table.order("Scan.FrameSet", (scope, a) -> scope.scan().setFrame(frame(a)));
    table.ask("Scan.FrameGet", (scope, a) -> frame(a, scope.scan().frame()));
    table.order("Scan.BufferSet", (scope, a) -> setBuffer(scope.scan(), a));
    table.ask("Scan.BufferGet", (scope, a) -> buffer(a, scope.scan().buffer()));
    table.order("Scan.PropsSet", (scope, a) -> setProperties(scope.scan(), a));
    table.ask("Scan.PropsGet", (scope, a) -> properties(a, scope.scan().properties()));
    table.order("Scan.SpeedSet", (scope, a) -> setSpeed(scope.scan(), a));
    table.ask("Scan.SpeedGet", (scope, a) -> speed(a, scope.scan()));
    table.ask("Scan.FrameDataGrab", (scope, a) -> grab(a, scope.scan()));
    table.add("Scan.XYPosGet", FollowMeCommands::position);
    table.add(
        "Scan.Save",
        (a, caller) -> {
          caller.microscope().tell(scope -> scope.scan().save());
          return a.reply("timed-out", false);
        });
    // There is no window whose background could be pasted or deleted; both are done at once.
    table.ask("Scan.BackgroundPaste", (scope, a) -> a.reply("timed-out", false));
    table.ask("Scan.BackgroundDelete", (scope, a) -> a.reply("timed-out", false));
  }

  private static void act(Controller scope, Arguments a) {
    ScanModule scan = scope.scan();
    switch (a.whole("action")) {
      case 0 -> scope.startScan(a.on("up"));
      case 1 -> scan.stop();
      case 2 -> scan.pause();
      case 3 -> scan.resume();
      case 4 -> scan.freeze(true);
      case 5 -> scan.freeze(false);
      case 6 -> scope.moveToCentre();
      default -> throw new IllegalArgumentException("a scan has no action " + a.whole("action"));
    }
  }

  private static Reply awaitScan(Arguments a, Caller caller) throws InterruptedException {
    boolean running = caller.microscope().ask(scope -> scope.scan().running());
    long ended = caller.microscope().ask(scope -> scope.scan().endedScans());
    boolean timedOut =
        running && caller.timesOut(scope -> scope.scan().endedScans() > ended, a.whole("timeout"));
    return caller
        .microscope()
        .ask(scope -> a.reply("timed-out", timedOut, "path", scope.scan().lastPath()));
  }

  private static Reply awaitLine(Arguments a, Caller caller) throws InterruptedException {
    boolean running = caller.microscope().ask(scope -> scope.scan().running());
    long ended = caller.microscope().ask(scope -> scope.scan().endedMovements());
    boolean timedOut =
        running
            && caller.timesOut(scope -> scope.scan().endedMovements() > ended, a.whole("timeout"));
    return caller
        .microscope()
        .ask(
            scope ->
                a.reply(
                    "timed-out",
                    timedOut,
                    "line",
                    scope.scan().lastLine(),
                    "movement",
                    scope.scan().lastMovement().ordinal(),
                    "pass",
                    FIRST_PASS));
  }

  private static ScanFrameSettings frame(Arguments a) {
    return new ScanFrameSettings(
        a.angstrom("centre-x"),
        a.angstrom("centre-y"),
        a.angstrom("width"),
        a.angstrom("height"),
        a.real("angle"));
  }

  private static Reply frame(Arguments a, ScanFrameSettings frame) {
    return a.reply(
        "centre-x",
        Si.metres(frame.centreXAngstrom()),
        "centre-y",
        Si.metres(frame.centreYAngstrom()),
        "width",
        Si.metres(frame.widthAngstrom()),
        "height",
        Si.metres(frame.heightAngstrom()),
        "angle",
        frame.angleDegrees());
  }

  /** No lines means as many as keep the pixels square. */
  private static void setBuffer(ScanModule scan, Arguments a) {
    int pixels = a.whole("pixels");
    int lines = a.whole("lines");
    if (lines == 0) {
      double aspect = scan.frame().heightAngstrom() / scan.frame().widthAngstrom();
      lines = Math.max(1, (int) Math.round(pixels * aspect));
    }
    scan.setBuffer(a.wholes("channels"), pixels, lines);
  }

  private static Reply buffer(Arguments a, ScanBuffer buffer) {
    return a.reply(
        "channels",
        buffer.channels().stream().mapToInt(Integer::intValue).toArray(),
        "pixels",
        buffer.pixels(),
        "lines",
        buffer.lines());
  }

  private static void setProperties(ScanModule scan, Arguments a) {
    ScanProperties old = scan.properties();
    String series = a.text("series");
    scan.setProperties(
        new ScanProperties(
            a.tristate("continuous", old.continuous()),
            a.tristate("bouncy", old.bouncy()),
            a.whole("autosave") == 0
                ? old.autosave()
                : a.choice("autosave", ScanProperties.Autosave.values(), 1),
            series.isEmpty() ? old.series() : series,
            a.text("comment")));
  }

  private static Reply properties(Arguments a, ScanProperties properties) {
    return a.reply(
        "continuous",
        properties.continuous(),
        "bouncy",
        properties.bouncy(),
        "autosave",
        properties.autosave().ordinal(),
        "series",
        properties.series(),
        "comment",
        properties.comment(),
        "modules",
        List.of(),
        "parameter-counts",
        new int[0],
        "parameters",
        new Value.TextTable(0, 0, List.of()),
        "autopaste",
        0);
  }

  /** Times count where they are what is kept, else speeds; a 0 keeps what is set. */
  private static void setSpeed(ScanModule scan, Arguments a) {
    ScanSpeed old = scan.speed();
    boolean keepsTime = !a.tristate("keep", !old.keepsTime());
    double width = scan.frame().widthAngstrom();
    double forward = seconds(a, "forward", keepsTime, width, old.forwardSeconds());
    double byRatio = a.real("ratio") > 0 ? forward / a.real("ratio") : old.backwardSeconds();
    double backward = seconds(a, "backward", keepsTime, width, byRatio);
    scan.setSpeed(new ScanSpeed(forward, backward, keepsTime));
  }

  private static double seconds(
      Arguments a, String way, boolean byTime, double width, double otherwise) {
    double time = a.real(way + "-time");
    double speed = a.angstrom(way + "-speed");
    double bySpeed = speed > 0 ? width / speed : 0;
    double first = byTime ? time : bySpeed;
    double second = byTime ? bySpeed : time;
    return first > 0 ? first : second > 0 ? second : otherwise;
  }

  private static Reply speed(Arguments a, ScanModule scan) {
    ScanSpeed speed = scan.speed();
    return a.reply(
        "forward-speed",
        Si.metres(scan.forwardAngstromPerSecond()),
        "backward-speed",
        Si.metres(scan.backwardAngstromPerSecond()),
        "forward-time",
        speed.forwardSeconds(),
        "backward-time",
        speed.backwardSeconds(),
        "keep",
        speed.keepsTime(),
        "ratio",
        speed.forwardSeconds() / speed.backwardSeconds());
  }

  private static Reply grab(Arguments a, ScanModule scan) {
    ScanBuffer buffer = scan.buffer();
    int signal = SignalTable.checked(a.whole("channel"));
    int channel = buffer.channels().indexOf(signal);
    if (channel < 0) {
      throw new IllegalArgumentException(
          "signal " + signal + " is not in the scan's buffer, only " + buffer.channels());
    }
    return a.reply(
        "channel-name",
        SignalTable.allNames().get(signal),
        "data",
        new Value.RealTable(buffer.lines(), buffer.pixels(), buffer.live(channel, a.on("forward"))),
        "up",
        scan.up());
  }
}
