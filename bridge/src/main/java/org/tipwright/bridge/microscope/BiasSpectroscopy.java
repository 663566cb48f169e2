package org.tipwright.bridge.microscope;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sweeps the bias over a resting tip and records signals. */
public final class BiasSpectroscopy {

  /** A step of the whole procedure. */
  private enum Phase {
    IDLE,
    AVERAGING,
    OFFSETTING,
    SWEEPING,
    RETURNING,
    REVERTING,
    CONTROLLING
  }

  private static final double OFFSET_ANGSTROM_PER_SECOND = 100;

  private final BiasModule bias;
  private final ZController z;
  private final SignalTable signals;
  private final SafetyConditions conditions = new SafetyConditions();
  private final SpectroscopySettings settings = new SpectroscopySettings();

  private boolean open;
  private Phase phase = Phase.IDLE;
  private double phaseSeconds;
  private double slew;
  private double wantedVolt;
  private double volt;
  private double startZ;
  private double setpoint;
  private long takeovers;
  private @Nullable SweepRun run;
  private @Nullable SpectrumData data;

  BiasSpectroscopy(BiasModule bias, ZController z, SignalTable signals) {
    this.bias = bias;
    this.z = z;
    this.signals = signals;
  }

  /** Moves bias and tip along. */
  void step(double seconds) {
    if (phase == Phase.IDLE) {
      return;
    }
    if (z.takeovers() != takeovers) {
      // Somebody else has the tip now, as after a withdrawal: only the bias is given back.
      finish();
      return;
    }
    phaseSeconds += seconds;
    lead(seconds);
    switch (phase) {
      case AVERAGING -> {
        if (phaseSeconds >= averagingSeconds()) {
          startZ = z.zAngstrom();
          if (settings.around().zHold()) {
            z.hold();
            z.lead(startZ + settings.timing().zOffsetAngstrom(), OFFSET_ANGSTROM_PER_SECOND);
          }
          enter(Phase.OFFSETTING);
        }
      }
      case OFFSETTING -> {
        if (!settings.around().zHold() || z.led()) {
          begin();
        }
      }
      case RETURNING -> {
        if (volt == wantedVolt && phaseSeconds >= settings.timing().endSettlingSeconds()) {
          if (settings.around().zHold() && settings.revertsOffset()) {
            z.lead(startZ, OFFSET_ANGSTROM_PER_SECOND);
          }
          enter(Phase.REVERTING);
        }
      }
      case REVERTING -> {
        if (!settings.around().zHold() || z.led()) {
          if (settings.alternate().on()) {
            z.setSetpoint(setpoint);
          }
          z.release();
          enter(Phase.CONTROLLING);
        }
      }
      case CONTROLLING -> {
        if (phaseSeconds >= settings.timing().zControlSeconds()) {
          finish();
        }
      }
      case IDLE, SWEEPING -> {}
    }
  }

  private double averagingSeconds() {
    double average = settings.timing().zAverageSeconds();
    return settings.alternate().on()
        ? Math.max(average, settings.alternate().settlingSeconds())
        : average;
  }

  /** The bias goes to its next value no faster than the module's own slew. */
  private void lead(double seconds) {
    if (phase == Phase.SWEEPING || phase == Phase.RETURNING) {
      double most = slew * seconds;
      volt += Math.max(-most, Math.min(most, wantedVolt - volt));
      bias.sweep(volt);
    }
  }

  private void begin() {
    volt = bias.volt();
    SweepRun.Lever lever =
        new SweepRun.Lever() {
          @Override
          public void to(double value) {
            wantedVolt = value;
          }

          @Override
          public boolean arrived() {
            return volt == wantedVolt && bias.settled();
          }
        };
    run =
        new SweepRun(
            signals,
            lever,
            settings.points(),
            settings.channels(),
            settings.sweeping().backward(),
            settings.sweeping().sweeps());
    conditions.restart();
    enter(Phase.SWEEPING);
  }

  /** Takes in the signals of a step. */
  void sample(double seconds) {
    if (phase != Phase.SWEEPING || run == null) {
      return;
    }
    run.step(seconds);
    if (run.begun()) {
      switch (conditions.judge(signals)) {
        case REVERSE -> run.reverse();
        case STOP -> run.end();
        case OFF -> {}
      }
    }
    if (run.finished()) {
      data = run.data("Bias calc (V)", 1);
      wantedVolt = settings.around().resetsBias() ? bias.targetVolt() : volt;
      enter(Phase.RETURNING);
    }
  }

  private void enter(Phase next) {
    phase = next;
    phaseSeconds = 0;
  }

  private void finish() {
    if (!settings.around().resetsBias() && phase == Phase.CONTROLLING) {
      bias.set(volt);
    }
    bias.sweep(Double.NaN);
    if (settings.alternate().on()) {
      z.setSetpoint(setpoint);
    }
    phase = Phase.IDLE;
    run = null;
  }

  /** Opens the module. */
  public void open() {
    open = true;
  }

  /** Starts a sweep. */
  public void start() {
    requireOpen();
    if (running()) {
      throw new IllegalStateException("a bias spectroscopy is running already");
    }
    data = null;
    slew = settings.timing().slewVoltPerSecond();
    takeovers = z.takeovers();
    setpoint = z.setpointNanoampere();
    if (settings.alternate().on()) {
      z.setSetpoint(settings.alternate().setpointNanoampere());
    }
    enter(Phase.AVERAGING);
  }

  /** Ends a sweep early: bias and tip go back to where they were. */
  public void stop() {
    if (phase == Phase.SWEEPING && run != null) {
      run.end();
    } else if (phase == Phase.AVERAGING || phase == Phase.OFFSETTING) {
      wantedVolt = bias.volt();
      volt = wantedVolt;
      enter(Phase.RETURNING);
    }
  }

  /** Whether a sweep is running. */
  public boolean running() {
    return phase != Phase.IDLE;
  }

  /** The last spectrum; null if the sweep did not come to its end. */
  public @Nullable SpectrumData data() {
    return data;
  }

  /** What goes with the last spectrum: start, end in V, z at the start and its offset in m. */
  public float[] parameters() {
    return new float[] {
      (float) settings.startVolt(),
      (float) settings.endVolt(),
      (float) Si.metres(startZ),
      (float) Si.metres(settings.timing().zOffsetAngstrom())
    };
  }

  /** Names of {@link #parameters}. */
  public static List<String> parameterNames() {
    return List.of("Sweep Start (V)", "Sweep End (V)", "Z (m)", "Z offset (m)");
  }

  /** Its settings, to be read and changed. */
  public SpectroscopySettings settings() {
    requireOpen();
    return settings;
  }

  /** What ends it early. */
  public SafetyConditions conditions() {
    requireOpen();
    return conditions;
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the bias spectroscopy module is not open: BiasSpectr.Open");
    }
  }

  /** Names of the recorded channels. */
  public List<String> channelNames() {
    List<String> names = new ArrayList<>();
    for (int channel : settings().channels()) {
      names.add(SignalTable.allNames().get(channel));
    }
    return names;
  }
}
