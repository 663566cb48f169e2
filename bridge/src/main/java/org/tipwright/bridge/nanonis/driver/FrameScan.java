package org.tipwright.bridge.nanonis.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Value;
import org.tipwright.bridge.nanonis.image.ScanLine;
import org.tipwright.bridge.wire.SiUnits;

/**
 * An image with the feedback on, taken by the instrument's own scan module, which puts every height
 * where it belongs however late its answers come. Frame, buffer and speed of the scan are put back
 * as they were, whatever happens.
 */
final class FrameScan {

  private static final Logger LOG = LoggerFactory.getLogger(FrameScan.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int START = 0;
  private static final int STOP = 1;

  /** By so much of its edge a frame may differ from what was set. */
  private static final double CLIPPED_SHARE = 0.01;

  /** A scan may take so many times as long as it should. */
  private static final double PATIENCE = 2;

  private final Lines lines;
  private final Overtaking overtaking;
  private final DriverSettings settings;
  private final JunctionMeter meter;
  private final int height;

  FrameScan(Lines lines, Overtaking overtaking, DriverSettings settings, JunctionMeter meter) {
    this.lines = lines;
    this.overtaking = overtaking;
    this.settings = settings;
    this.meter = meter;
    this.height = lines.client().signals().index("Z (m)");
  }

  /**
   * Scans; the tip is left at the end of the last line, the feedback on, as it was before.
   *
   * @param frame where, and how fast; bias and setpoint are the caller's business
   * @param tripNanoampere a reading of more ends it
   * @param up whether the lowest line comes first
   * @param since of {@link Overtaking#now} when the verb began
   */
  List<ScanLine> take(ScanFrame frame, double tripNanoampere, boolean up, long since)
      throws InstrumentException {
    Answer frameBefore = lines.read("Scan.FrameGet");
    Answer buffer = lines.read("Scan.BufferGet");
    Answer speed = lines.read("Scan.SpeedGet");
    List<ScanLine> scanned;
    try {
      scanned = scan(frame, tripNanoampere, up, since);
    } catch (InstrumentException | RuntimeException failed) {
      try {
        putBack(frameBefore, buffer, speed);
      } catch (InstrumentException again) {
        LOG.warn("the scan's settings were not put back: {}", again.getMessage());
      }
      throw failed;
    }
    putBack(frameBefore, buffer, speed);
    return scanned;
  }

  private List<ScanLine> scan(ScanFrame wanted, double tripNanoampere, boolean up, long since)
      throws InstrumentException {
    double edge = SiUnits.metres(wanted.sizeAngstrom());
    double metrePerSecond = SiUnits.metres(wanted.speedAngstromPerSecond());
    overtaking.check(since);
    lines.command(
        "Scan.FrameSet",
        SiUnits.metres(wanted.centreXAngstrom()),
        SiUnits.metres(wanted.centreYAngstrom()),
        edge,
        edge,
        0.0);
    lines.command("Scan.BufferSet", new int[] {height}, wanted.pixels(), wanted.lines());
    lines.command("Scan.SpeedSet", metrePerSecond, metrePerSecond, 0.0, 0.0, 1, 1.0);
    Answer frame = lines.read("Scan.FrameGet");
    Answer speed = lines.read("Scan.SpeedGet");
    // What the controller makes of it counts: it may round pixels, and clip a frame or a speed.
    if (speed.real("forward-speed") > metrePerSecond * 1.01
        || speed.real("backward-speed") > metrePerSecond * 1.01) {
      throw new InstrumentException(
          "the scan would go at "
              + speed.real("forward-speed") * 1e9
              + " nm/s, faster than it was set");
    }
    checkReach(wanted, frame);
    overtaking.check(since);
    lines.command("Scan.Action", START, up ? 1 : 0);
    awaitEnd(
        (speed.real("forward-time") + speed.real("backward-time")) * wanted.lines(),
        tripNanoampere,
        since);
    return image(frame);
  }

  /** A frame that was clipped is not the one that was asked for. */
  private static void checkReach(ScanFrame wanted, Answer frame) throws InstrumentException {
    double most = SiUnits.metres(wanted.sizeAngstrom()) * CLIPPED_SHARE;
    if (Math.abs(frame.real("centre-x") - SiUnits.metres(wanted.centreXAngstrom())) > most
        || Math.abs(frame.real("centre-y") - SiUnits.metres(wanted.centreYAngstrom())) > most
        || Math.abs(frame.real("width") - SiUnits.metres(wanted.sizeAngstrom())) > most
        || Math.abs(frame.real("height") - SiUnits.metres(wanted.sizeAngstrom())) > most) {
      throw new InstrumentException(
          "the controller does not take the whole frame, "
              + wanted
              + ": it lies beyond the scanner's reach");
    }
  }

  private void awaitEnd(double seconds, double tripNanoampere, long since)
      throws InstrumentException {
    long deadline =
        System.nanoTime() + (long) (PATIENCE * seconds * 1e9) + settings.landing().toNanos();
    while (lines.read("Scan.StatusGet").on("running")) {
      overtaking.check(since);
      double nanoampere = meter.currentNanoampere();
      if (!(nanoampere <= tripNanoampere)) {
        throw new InstrumentException(
            "a current of " + nanoampere + " nA during the scan, more than " + tripNanoampere);
      }
      if (System.nanoTime() > deadline) {
        throw new InstrumentException("the scan does not end");
      }
      TipDrive.pause(POLL.toNanos());
    }
    overtaking.check(since);
  }

  private List<ScanLine> image(Answer frame) throws InstrumentException {
    Answer forward = lines.read("Scan.FrameDataGrab", height, 1);
    Answer backward = lines.read("Scan.FrameDataGrab", height, 0);
    Value.RealTable there = (Value.RealTable) forward.value("data");
    Value.RealTable back = (Value.RealTable) backward.value("data");
    int rows = there.rows();
    int columns = there.columns();
    if (rows < 2 || columns < 2 || back.rows() != rows || back.columns() != columns) {
      throw new InstrumentException("the scan has no usable image");
    }
    boolean upwards = forward.on("up");
    boolean mirrored = mirrored(there, back);
    List<ScanLine> image = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double share = (row + 0.5) / rows - 0.5;
      double y =
          SiUnits.angstrom(
              frame.real("centre-y") + (upwards ? share : -share) * frame.real("height"));
      image.add(line(there, row, false, y, frame));
      image.add(line(back, row, mirrored, y, frame));
    }
    return image;
  }

  /**
   * Whether backward lines come right to left, which no document says: as the forward ones tell.
   */
  private static boolean mirrored(Value.RealTable there, Value.RealTable back) {
    double asIs = 0;
    double turned = 0;
    for (int row = 0; row < there.rows(); row++) {
      for (int column = 0; column < there.columns(); column++) {
        double seen = there.at(row, column);
        asIs += Math.abs(seen - back.at(row, column));
        turned += Math.abs(seen - back.at(row, there.columns() - 1 - column));
      }
    }
    return turned < asIs;
  }

  private static ScanLine line(
      Value.RealTable table, int row, boolean mirrored, double y, Answer frame) {
    int columns = table.columns();
    double[] x = new double[columns];
    double[] ys = new double[columns];
    double[] z = new double[columns];
    for (int column = 0; column < columns; column++) {
      double share = (column + 0.5) / columns - 0.5;
      x[column] = SiUnits.angstrom(frame.real("centre-x") + share * frame.real("width"));
      ys[column] = y;
      z[column] = SiUnits.angstrom(table.at(row, mirrored ? columns - 1 - column : column));
    }
    return new ScanLine(x, ys, z);
  }

  private void putBack(Answer frame, Answer buffer, Answer speed) throws InstrumentException {
    if (lines.read("Scan.StatusGet").on("running")) {
      lines.command("Scan.Action", STOP, 0);
    }
    lines.command("Scan.FrameSet", frame.values().toArray());
    lines.command("Scan.BufferSet", buffer.values().toArray());
    lines.command(
        "Scan.SpeedSet",
        speed.real("forward-speed"),
        speed.real("backward-speed"),
        speed.real("forward-time"),
        speed.real("backward-time"),
        speed.on("keep") ? 2 : 1,
        speed.real("ratio"));
  }
}
