package org.tipwright.bridge.microscope;

import java.util.List;

/** Runs an experiment at every place that follow-me arrives at. */
public final class PointAndShoot {

  private static final List<String> EXPERIMENTS = List.of("Bias Spectroscopy", "Z Spectroscopy");

  /**
   * What goes with it; kept and told, without further effect but for the delay.
   *
   * @param autoResume whether a scan goes on afterwards
   * @param ownBasename whether files have the name below
   * @param basename of the files
   * @param externalProgram path of a program
   * @param delaySeconds between arrival and experiment
   */
  public record Settings(
      boolean autoResume,
      boolean ownBasename,
      String basename,
      String externalProgram,
      double delaySeconds) {

    public Settings {
      Ranges.within("delay (s)", delaySeconds, 0, 1000);
    }
  }

  private final FollowMe followMe;
  private final BiasSpectroscopy biasSpectroscopy;
  private final ZSpectroscopy zSpectroscopy;
  private boolean on;
  private int experiment;
  private Settings settings = new Settings(false, false, "", "", 0.1);
  private boolean underWay;
  private double waitSeconds;

  PointAndShoot(FollowMe followMe, BiasSpectroscopy biasSpectroscopy, ZSpectroscopy zSpectroscopy) {
    this.followMe = followMe;
    this.biasSpectroscopy = biasSpectroscopy;
    this.zSpectroscopy = zSpectroscopy;
  }

  void step(double seconds) {
    if (!on) {
      underWay = false;
    } else if (followMe.moving()) {
      underWay = true;
      waitSeconds = settings.delaySeconds;
    } else if (underWay) {
      waitSeconds -= seconds;
      if (waitSeconds <= 0) {
        underWay = false;
        shoot();
      }
    }
  }

  private void shoot() {
    if (experiment == 0 && !biasSpectroscopy.running()) {
      biasSpectroscopy.start();
    } else if (experiment == 1 && !zSpectroscopy.running()) {
      zSpectroscopy.start();
    }
  }

  /** Whether it is on. */
  public boolean on() {
    return on;
  }

  /** Switches it; the chosen experiment's module is opened. */
  public void enable(boolean enabled) {
    if (enabled) {
      biasSpectroscopy.open();
      zSpectroscopy.open();
    }
    on = enabled;
  }

  /** Names of the experiments. */
  public List<String> experiments() {
    return EXPERIMENTS;
  }

  /** Index of the experiment. */
  public int experiment() {
    return experiment;
  }

  /** Chooses the experiment. */
  public void choose(int index) {
    experiment = Ranges.index("experiment", index, EXPERIMENTS.size());
  }

  /** What goes with it. */
  public Settings settings() {
    return settings;
  }

  /** Sets what goes with it. */
  public void set(Settings wanted) {
    settings = wanted;
  }
}
