package org.tipwright.bridge.microscope;

import java.util.List;

/**
 * Scans the frame line by line, forward and backward, and goes from line to line at the speed of
 * the lines. Rows are kept in the order of acquisition.
 */
public final class ScanModule {

  /** What the tip is doing in a scan, in the controller's order of numbers. */
  public enum Movement {
    /** Along a line, from left to right. */
    FORWARD,
    /** Back along it. */
    BACKWARD,
    /** To the centre of the frame. */
    TO_CENTRE,
    /** To the first line's start. */
    TO_START
  }

  /** Takes finished scans. */
  interface Keeper {
    /** Saves a scan and returns the file's path, or nothing if it could not be saved. */
    String keep(FinishedScan scan);
  }

  private static final int STANDARD_PIXELS = 256;

  private final PiezoScanner scanner;
  private final SignalTable signals;
  private final LineSampler sampler;
  private final Keeper keeper;

  private ScanFrameSettings frame;
  private ScanSpeed speed;
  private ScanBuffer buffer;
  private ScanProperties properties =
      new ScanProperties(false, false, ScanProperties.Autosave.ALL, "scan", "");

  private boolean running;
  private boolean paused;
  private boolean frozen;
  private boolean centring;
  private boolean betweenLines;
  private boolean up = true;
  private Movement movement = Movement.TO_START;
  private int line;
  private double progress;
  private double elapsedSeconds;
  private double startedAtSeconds;
  private long endedScans;
  private long endedMovements;
  private int lastLine;
  private Movement lastMovement = Movement.TO_START;
  private String lastPath = "";

  ScanModule(
      MicroscopeSettings.Start start, PiezoScanner scanner, SignalTable signals, Keeper keeper) {
    this.scanner = scanner;
    this.signals = signals;
    this.keeper = keeper;
    this.frame = new ScanFrameSettings(0, 0, start.frameAngstrom(), start.frameAngstrom(), 0);
    this.speed = new ScanSpeed(start.lineSeconds(), start.lineSeconds(), false);
    this.buffer =
        new ScanBuffer(
            List.of(SignalTable.CURRENT, SignalTable.Z, SignalTable.FREQUENCY_SHIFT),
            STANDARD_PIXELS,
            STANDARD_PIXELS);
    this.sampler = new LineSampler(buffer);
  }

  /** Moves the tip along; {@link #sample} comes once the signals of this step are there. */
  void step(double seconds) {
    if (centring) {
      centring =
          !FollowMe.towards(
              scanner,
              frame.centreXAngstrom(),
              frame.centreYAngstrom(),
              forwardAngstromPerSecond() * seconds);
      return;
    }
    if (!running || paused) {
      return;
    }
    elapsedSeconds += seconds;
    if (movement == Movement.TO_START) {
      if (FollowMe.towards(
          scanner, lineX(-0.5), lineY(-0.5), forwardAngstromPerSecond() * seconds)) {
        endMovement(Movement.FORWARD);
      }
      return;
    }
    if (betweenLines) {
      betweenLines =
          !FollowMe.towards(
              scanner, lineX(-0.5), lineY(-0.5), forwardAngstromPerSecond() * seconds);
      return;
    }
    boolean forward = movement == Movement.FORWARD;
    progress += seconds / (forward ? speed.forwardSeconds() : speed.backwardSeconds());
    double share = Math.min(1, progress);
    double along = forward ? share - 0.5 : 0.5 - share;
    scanner.moveXy(lineX(along), lineY(along));
  }

  private double lineX(double alongShare) {
    return frame.x(alongShare * frame.widthAngstrom(), acrossAngstrom());
  }

  private double lineY(double alongShare) {
    return frame.y(alongShare * frame.widthAngstrom(), acrossAngstrom());
  }

  private double acrossAngstrom() {
    double share = (line + 0.5) / buffer.lines() - 0.5;
    return (up ? share : -share) * frame.heightAngstrom();
  }

  /** Takes the signals of a step into the image, and goes on to the next line where one ends. */
  void sample(double nowSeconds) {
    if (!running || paused || centring || betweenLines || movement == Movement.TO_START) {
      return;
    }
    boolean forward = movement == Movement.FORWARD;
    sampler.sample(signals, forward, line, progress);
    if (progress >= 1 - 1e-9) {
      buffer.finish(forward, line);
      endLine(forward, nowSeconds);
    }
  }

  private void endLine(boolean forward, double nowSeconds) {
    if (forward) {
      endMovement(Movement.BACKWARD);
      return;
    }
    endMovement(Movement.FORWARD);
    if (!frozen) {
      line++;
      betweenLines = true;
    } else {
      buffer.reopen(line);
    }
    if (line >= buffer.lines()) {
      end(true);
      if (properties.continuous()) {
        start(properties.bouncy() ? !up : up, nowSeconds);
      }
    }
  }

  private void endMovement(Movement next) {
    lastMovement = movement;
    lastLine = line;
    endedMovements++;
    movement = next;
    progress = 0;
    sampler.restart();
  }

  /** Starts a scan from its first line; one that was running is dropped. */
  void start(boolean upwards, double nowSeconds) {
    up = upwards;
    running = true;
    paused = false;
    frozen = false;
    centring = false;
    betweenLines = false;
    buffer = buffer.cleared();
    sampler.use(buffer);
    line = 0;
    progress = 0;
    elapsedSeconds = 0;
    startedAtSeconds = nowSeconds;
    movement = Movement.TO_START;
    lastPath = "";
  }

  /** Ends the scan where it is; it counts as one that ended. */
  public void stop() {
    centring = false;
    if (running) {
      end(false);
    }
  }

  private void end(boolean complete) {
    running = false;
    paused = false;
    ScanProperties.Autosave autosave = properties.autosave();
    if (complete && autosave != ScanProperties.Autosave.OFF) {
      save();
      if (autosave == ScanProperties.Autosave.NEXT) {
        properties =
            new ScanProperties(
                properties.continuous(),
                properties.bouncy(),
                ScanProperties.Autosave.OFF,
                properties.series(),
                properties.comment());
      }
    }
    endedScans++;
    endedMovements++;
  }

  /** Saves what there is of the image; lines that were not taken are NaN. */
  public void save() {
    lastPath =
        keeper.keep(
            new FinishedScan(
                frame, speed, buffer, up, elapsedSeconds, startedAtSeconds, properties));
  }

  /** Holds a running scan where it is. */
  public void pause() {
    paused = running;
  }

  /** Goes on with a paused scan. */
  public void resume() {
    paused = false;
  }

  /** Whether the same line is scanned over and over. */
  public void freeze(boolean freeze) {
    frozen = freeze;
  }

  /** Goes to the centre of the frame; a scan that is running ends. */
  public void centre() {
    stop();
    centring = true;
  }

  /** Whether a scan is running, paused or not. */
  public boolean running() {
    return running;
  }

  /** Whether the scan is paused. */
  public boolean paused() {
    return paused;
  }

  /** Whether the tip belongs to the scan. */
  boolean moving() {
    return centring || (running && !paused);
  }

  /** How many scans ended so far. */
  public long endedScans() {
    return endedScans;
  }

  /** How many lines ended so far, in either direction, and ways to a scan's start. */
  public long endedMovements() {
    return endedMovements;
  }

  /** The line whose movement ended last. */
  public int lastLine() {
    return lastLine;
  }

  /** The movement that ended last. */
  public Movement lastMovement() {
    return lastMovement;
  }

  /** Where the last scan was saved, or nothing. */
  public String lastPath() {
    return lastPath;
  }

  /** Whether the scan goes upwards. */
  public boolean up() {
    return up;
  }

  /** The frame. */
  public ScanFrameSettings frame() {
    return frame;
  }

  /** Sets the frame; a scan that is running goes on in it. */
  public void setFrame(ScanFrameSettings settings) {
    speed = speed.forWidth(frame.widthAngstrom(), settings.widthAngstrom());
    frame = settings;
  }

  /** The image. */
  public ScanBuffer buffer() {
    return buffer;
  }

  /** Sets channels and size of the image. Not while a scan is running. */
  public void setBuffer(List<Integer> channels, int pixels, int lines) {
    if (running) {
      throw new IllegalStateException("a scan is running: stop it before its buffer is changed");
    }
    buffer = new ScanBuffer(channels, pixels, lines);
    sampler.use(buffer);
  }

  /** How fast lines are scanned. */
  public ScanSpeed speed() {
    return speed;
  }

  /** Sets how fast lines are scanned. */
  public void setSpeed(ScanSpeed settings) {
    speed = settings;
  }

  /** Speed along a line, in Å/s. */
  public double forwardAngstromPerSecond() {
    return frame.widthAngstrom() / speed.forwardSeconds();
  }

  /** Speed back along a line, in Å/s. */
  public double backwardAngstromPerSecond() {
    return frame.widthAngstrom() / speed.backwardSeconds();
  }

  /** The shorter of the times that a pixel takes, in s; infinite if no scan is running. */
  double pixelSeconds() {
    return running
        ? Math.min(speed.forwardSeconds(), speed.backwardSeconds()) / buffer.pixels()
        : Double.POSITIVE_INFINITY;
  }

  /** How scans go on and are kept. */
  public ScanProperties properties() {
    return properties;
  }

  /** Sets how scans go on and are kept. */
  public void setProperties(ScanProperties settings) {
    properties = settings;
  }
}
