package org.tipwright.bridge.microscope;

/** Dips the tip into the surface on purpose, to make another tip of it. */
public final class TipShaper {

  /**
   * How a dip goes. Lifts are negative towards the sample.
   *
   * @param switchOffDelaySeconds before the feedback goes off
   * @param changesBias whether {@code biasVolt} is applied before the dip
   * @param biasVolt before the dip
   * @param tipLiftAngstrom first way, into the surface
   * @param liftSeconds for which it takes
   * @param liftVolt applied once the tip is there
   * @param biasSettlingSeconds for which it stays
   * @param liftHeightAngstrom second way, out again
   * @param secondLiftSeconds for which it takes
   * @param endWaitSeconds before the bias goes back
   * @param restoresFeedback whether the feedback goes on at the end
   */
  public record Settings(
      double switchOffDelaySeconds,
      boolean changesBias,
      double biasVolt,
      double tipLiftAngstrom,
      double liftSeconds,
      double liftVolt,
      double biasSettlingSeconds,
      double liftHeightAngstrom,
      double secondLiftSeconds,
      double endWaitSeconds,
      boolean restoresFeedback) {

    public Settings {
      checkTime(switchOffDelaySeconds);
      Ranges.within("bias (V)", biasVolt, -10, 10);
      Ranges.within("tip lift (Å)", tipLiftAngstrom, -1000, 1000);
      checkTime(liftSeconds);
      Ranges.within("bias lift (V)", liftVolt, -10, 10);
      checkTime(biasSettlingSeconds);
      Ranges.within("lift height (Å)", liftHeightAngstrom, -1000, 1000);
      checkTime(secondLiftSeconds);
      checkTime(endWaitSeconds);
    }

    private static void checkTime(double seconds) {
      Ranges.within("a time (s)", seconds, 0, 100);
    }
  }

  private enum Phase {
    IDLE,
    DELAY,
    DIP,
    STAY,
    RISE,
    END
  }

  private final ZController z;
  private final BiasModule bias;
  private Settings settings =
      new Settings(0.05, true, 0.02, -8, 0.2, 0.02, 0.2, 20, 0.2, 0.1, true);
  private Phase phase = Phase.IDLE;
  private double seconds;
  private double oldVolt;
  private boolean wasOn;
  private long takeovers;

  TipShaper(ZController z, BiasModule bias) {
    this.z = z;
    this.bias = bias;
  }

  void step(double stepSeconds) {
    if (phase == Phase.IDLE) {
      return;
    }
    if (z.takeovers() != takeovers) {
      bias.set(oldVolt);
      phase = Phase.IDLE;
      return;
    }
    seconds += stepSeconds;
    switch (phase) {
      case DELAY -> {
        if (seconds >= settings.switchOffDelaySeconds) {
          z.hold();
          if (settings.changesBias) {
            bias.set(settings.biasVolt);
          }
          travel(settings.tipLiftAngstrom, settings.liftSeconds);
          enter(Phase.DIP);
        }
      }
      case DIP -> {
        if (z.led()) {
          bias.set(settings.liftVolt);
          enter(Phase.STAY);
        }
      }
      case STAY -> {
        if (seconds >= settings.biasSettlingSeconds) {
          travel(settings.liftHeightAngstrom, settings.secondLiftSeconds);
          enter(Phase.RISE);
        }
      }
      case RISE -> {
        if (z.led()) {
          bias.set(oldVolt);
          enter(Phase.END);
        }
      }
      case END -> {
        if (seconds >= settings.endWaitSeconds) {
          finish();
        }
      }
      case IDLE -> {}
    }
  }

  private void travel(double angstrom, double inSeconds) {
    double speed = Math.abs(angstrom) / Math.max(inSeconds, 1e-3);
    z.lead(z.zAngstrom() + angstrom, Math.max(speed, 1e-3));
  }

  private void enter(Phase next) {
    phase = next;
    seconds = 0;
  }

  private void finish() {
    phase = Phase.IDLE;
    if (wasOn && settings.restoresFeedback) {
      z.release();
    } else if (wasOn) {
      z.moveOff();
    }
  }

  /** Starts a dip. */
  public void start() {
    if (phase != Phase.IDLE) {
      throw new IllegalStateException("the tip is being shaped already");
    }
    wasOn = z.on();
    oldVolt = bias.targetVolt();
    takeovers = z.takeovers();
    enter(Phase.DELAY);
  }

  /** Whether a dip is under way. */
  public boolean running() {
    return phase != Phase.IDLE;
  }

  /** How a dip goes. */
  public Settings settings() {
    return settings;
  }

  /** Sets how a dip goes. */
  public void set(Settings wanted) {
    settings = wanted;
  }
}
