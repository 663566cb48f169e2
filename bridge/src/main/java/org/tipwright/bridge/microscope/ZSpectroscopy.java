package org.tipwright.bridge.microscope;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sweeps the height of the tip, feedback held, and records signals. Positive offsets retract. */
public final class ZSpectroscopy {

  private static final double SPEED_ANGSTROM_PER_SECOND = 100;
  private static final double SETTLING_SECONDS = 0.002;
  private static final double INTEGRATION_SECONDS = 0.005;
  private static final double INITIAL_SECONDS = 0.05;

  private final ZController z;
  private final SignalTable signals;
  private boolean open;
  private double offsetAngstrom;
  private double distanceAngstrom = 5;
  private boolean backward = true;
  private int points = 128;
  private int sweeps = 1;
  private boolean guarded;
  private SpectroscopyGuard guard = new SpectroscopyGuard(SignalTable.CURRENT, 1e-8, false);
  private List<Integer> channels = List.of(SignalTable.CURRENT, SignalTable.FREQUENCY_SHIFT);

  private @Nullable SweepRun run;
  private boolean returning;
  private double startZ;
  private long takeovers;
  private @Nullable SpectrumData data;

  ZSpectroscopy(ZController z, SignalTable signals) {
    this.z = z;
    this.signals = signals;
  }

  /** Takes in the signals of a step. */
  void sample(double seconds) {
    if (!running()) {
      return;
    }
    if (z.takeovers() != takeovers) {
      run = null;
      returning = false;
    } else if (returning) {
      if (z.led()) {
        z.release();
        returning = false;
      }
    } else if (run != null) {
      run.step(seconds);
      if (guarded && guard.fires(signals)) {
        run.end();
      }
      if (run.finished()) {
        data = run.data("Z rel (m)", Si.metres(1));
        comeBack();
      }
    }
  }

  private void comeBack() {
    run = null;
    returning = true;
    z.lead(startZ, SPEED_ANGSTROM_PER_SECOND);
  }

  /** Opens the module. */
  public void open() {
    open = true;
  }

  /** Starts a sweep. */
  public void start() {
    requireOpen();
    if (running()) {
      throw new IllegalStateException("a z spectroscopy is running already");
    }
    data = null;
    startZ = z.zAngstrom();
    takeovers = z.takeovers();
    z.hold();
    SweepRun.Lever lever =
        new SweepRun.Lever() {
          @Override
          public void to(double value) {
            z.lead(startZ + value, SPEED_ANGSTROM_PER_SECOND);
          }

          @Override
          public boolean arrived() {
            return z.led();
          }
        };
    run =
        new SweepRun(
            signals,
            lever,
            SweepRun.line(
                offsetAngstrom,
                offsetAngstrom + distanceAngstrom,
                points,
                INITIAL_SECONDS,
                SETTLING_SECONDS,
                INTEGRATION_SECONDS),
            channels,
            backward,
            sweeps);
  }

  /** Ends a sweep early: the tip goes back to where it was. */
  public void stop() {
    if (run != null) {
      comeBack();
    }
  }

  /** Whether a sweep is running. */
  public boolean running() {
    return run != null || returning;
  }

  /** The last spectrum; null if the sweep did not come to its end. */
  public @Nullable SpectrumData data() {
    return data;
  }

  /** What goes with the last spectrum: offset, distance and z at the start, in m. */
  public float[] parameters() {
    return new float[] {
      (float) Si.metres(offsetAngstrom),
      (float) Si.metres(distanceAngstrom),
      (float) Si.metres(startZ)
    };
  }

  /**
   * Sets where the sweep starts from the height of the tip, and how far it goes; up is positive.
   */
  public void setRange(double offset, double distance) {
    requireOpen();
    offsetAngstrom = Ranges.within("offset (Å)", offset, -1e4, 1e4);
    distanceAngstrom = Ranges.within("distance (Å)", distance, -1e4, 1e4);
  }

  /** Whether a sweep also goes back. */
  public boolean backward() {
    return backward;
  }

  /** Points per sweep. */
  public int points() {
    return points;
  }

  /** Sweeps that are averaged. */
  public int sweeps() {
    return sweeps;
  }

  /** Whether a reading of a signal ends a sweep early. */
  public boolean guarded() {
    return guarded;
  }

  /** Sets how a sweep goes. */
  public void configure(boolean goesBack, int pointsPerSweep, int sweepsToAverage) {
    requireOpen();
    points = (int) Ranges.within("points", pointsPerSweep, 2, 20_000);
    sweeps = (int) Ranges.within("sweeps", sweepsToAverage, 1, 1000);
    backward = goesBack;
  }

  /** Sets at which reading of a signal the sweep ends early. */
  public void guard(boolean on, double threshold, int signal, SignalComparison comparison) {
    requireOpen();
    guarded = on;
    guard =
        new SpectroscopyGuard(
            signal == -1 ? guard.signal() : SignalTable.checked(signal),
            Double.isNaN(threshold) ? guard.threshold() : threshold,
            comparison == SignalComparison.KEEP
                ? guard.below()
                : comparison == SignalComparison.LOWER);
  }

  /** Indexes of the recorded signals. */
  public List<Integer> channels() {
    requireOpen();
    return channels;
  }

  /** Names of the recorded signals. */
  public List<String> channelNames() {
    List<String> names = new ArrayList<>();
    for (int channel : channels()) {
      names.add(SignalTable.allNames().get(channel));
    }
    return names;
  }

  /** Chooses the recorded signals. */
  public void setChannels(List<Integer> indexes) {
    requireOpen();
    SignalTable.checkAll(indexes);
    channels = List.copyOf(indexes);
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the z spectroscopy module is not open: ZSpectr.Open");
    }
  }
}
