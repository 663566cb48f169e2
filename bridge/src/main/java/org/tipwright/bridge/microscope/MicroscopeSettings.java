package org.tipwright.bridge.microscope;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.List;
import org.tipwright.bridge.microscope.specimen.SpecimenSettings;
import org.tipwright.physics.instrument.FaultSettings;

/**
 * Settings of the simulated microscope; their meanings and defaults stand in {@code
 * microscope.conf}.
 *
 * @param stepSeconds of the simulation
 * @param patienceSeconds wall time by which it may lag
 * @param acquisitionSeconds period of the TCP receiver
 * @param realTimeHertz of the real-time engine
 * @param sensorHertz resonance of the qPlus sensor
 * @param frequencyNoiseHertz rms over 0.1 s
 * @param piezo ranges and sensitivities
 * @param start state of the controller when it is started
 * @param biasSlewVoltPerSecond of every change of the bias
 * @param biasOffsetVolt rms of the output's offset
 * @param proportionalAngstrom P of the feedback
 * @param timeSeconds T of the feedback
 * @param motor the coarse positioner
 * @param faults of piezo and preamplifier
 * @param specimen sample and tip
 */
public record MicroscopeSettings(
    double stepSeconds,
    double patienceSeconds,
    double acquisitionSeconds,
    double realTimeHertz,
    double sensorHertz,
    double frequencyNoiseHertz,
    PiezoSettings piezo,
    Start start,
    double biasSlewVoltPerSecond,
    double biasOffsetVolt,
    double proportionalAngstrom,
    double timeSeconds,
    Motor motor,
    FaultSettings faults,
    SpecimenSettings specimen) {

  private static final double ANGSTROM_PER_NANOMETRE = 10;
  private static final double ANGSTROM_PER_PICOMETRE = 1e-2;
  private static final double NANOAMPERE_PER_PICOAMPERE = 1e-3;
  private static final double SECONDS_PER_HOUR = 3600;

  /**
   * The piezo tube; three numbers each are those of x, y and z.
   *
   * @param rangeAngstrom full strokes
   * @param sensitivityAngstromPerVolt of the tube
   * @param surfaceAngstrom rms of where the surface lies in the z range
   * @param slewAngstromPerSecond of z with the feedback off
   */
  public record PiezoSettings(
      List<Double> rangeAngstrom,
      List<Double> sensitivityAngstromPerVolt,
      double surfaceAngstrom,
      double slewAngstromPerSecond) {

    public PiezoSettings {
      rangeAngstrom = List.copyOf(rangeAngstrom);
      sensitivityAngstromPerVolt = List.copyOf(sensitivityAngstromPerVolt);
      checkPositive("piezo.slew-angstrom-per-second", slewAngstromPerSecond);
    }
  }

  /**
   * How the controller starts; a threshold of 0 leaves SafeTip off.
   *
   * @param tipXAngstrom where the tip has rested for long
   * @param tipYAngstrom the same along y
   */
  public record Start(
      double tipXAngstrom,
      double tipYAngstrom,
      double biasVolt,
      double setpointNanoampere,
      double safeTipNanoampere,
      double withdrawAngstromPerSecond,
      double followMeAngstromPerSecond,
      double lineSeconds,
      double frameAngstrom) {}

  /**
   * The coarse positioner.
   *
   * @param stepAngstrom of x, y and z, at 100 V
   * @param stepsPerSecond at which it is driven
   */
  public record Motor(List<Double> stepAngstrom, double stepsPerSecond) {

    public Motor {
      stepAngstrom = List.copyOf(stepAngstrom);
      checkPositive("motor.steps-per-second", stepsPerSecond);
    }
  }

  public MicroscopeSettings {
    checkPositive("step-seconds", stepSeconds);
    checkPositive("patience-seconds", patienceSeconds);
    checkPositive("acquisition-seconds", acquisitionSeconds);
    checkPositive("real-time-hertz", realTimeHertz);
    checkPositive("bias.slew-volt-per-second", biasSlewVoltPerSecond);
  }

  /** What comes with the program, before any key is changed. */
  public static Config defaults() {
    ConfigParseOptions mustExist = ConfigParseOptions.defaults().setAllowMissing(false);
    return ConfigFactory.parseResources(MicroscopeSettings.class, "microscope.conf", mustExist)
        .resolve();
  }

  /**
   * The settings that come with the program, with {@code key=value} on top.
   *
   * @throws IllegalArgumentException if a key is unknown or a value wrong, in one sentence
   */
  public static MicroscopeSettings with(List<String> assignments) {
    Config config = defaults();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      String key = equals < 0 ? assignment : assignment.substring(0, equals).strip();
      if (equals < 0 || !config.hasPath(key)) {
        throw new IllegalArgumentException(
            "--set " + assignment + ": needs key=value with a key of microscope.conf");
      }
      try {
        config =
            ConfigFactory.parseString(key + " = " + assignment.substring(equals + 1))
                .withFallback(config)
                .resolve();
      } catch (ConfigException unreadable) {
        throw new IllegalArgumentException(
            "--set " + assignment + " cannot be read: " + unreadable.getMessage(), unreadable);
      }
    }
    try {
      return from(config);
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException("microscope settings: " + wrong.getMessage(), wrong);
    }
  }

  /** Reads complete settings. */
  static MicroscopeSettings from(Config config) {
    return new MicroscopeSettings(
        config.getDouble("step-seconds"),
        config.getDouble("patience-seconds"),
        config.getDouble("acquisition-seconds"),
        config.getDouble("real-time-hertz"),
        config.getDouble("sensor-hertz"),
        config.getDouble("frequency-noise-hertz"),
        new PiezoSettings(
            axes(config.getConfig("piezo.range-nanometre")),
            axes(config.getConfig("piezo.sensitivity-nanometre-per-volt")),
            config.getDouble("piezo.surface-nanometre") * ANGSTROM_PER_NANOMETRE,
            config.getDouble("piezo.slew-angstrom-per-second")),
        start(config.getConfig("start")),
        config.getDouble("bias.slew-volt-per-second"),
        config.getDouble("bias.offset-millivolt") / 1000,
        config.getDouble("feedback.proportional-picometre") * ANGSTROM_PER_PICOMETRE,
        config.getDouble("feedback.time-microsecond") / 1e6,
        new Motor(
            axes(config.getConfig("motor.step-nanometre")),
            config.getDouble("motor.steps-per-second")),
        faults(config.getConfig("faults")),
        SpecimenSettings.from(config.getConfig("specimen")));
  }

  private static Start start(Config config) {
    return new Start(
        config.getDoubleList("tip-nanometre").get(0) * ANGSTROM_PER_NANOMETRE,
        config.getDoubleList("tip-nanometre").get(1) * ANGSTROM_PER_NANOMETRE,
        config.getDouble("bias-volt"),
        config.getDouble("setpoint-picoampere") * NANOAMPERE_PER_PICOAMPERE,
        config.getDouble("safe-tip-nanoampere"),
        config.getDouble("withdraw-nanometre-per-second") * ANGSTROM_PER_NANOMETRE,
        config.getDouble("follow-me-nanometre-per-second") * ANGSTROM_PER_NANOMETRE,
        config.getDouble("line-seconds"),
        config.getDouble("frame-nanometre") * ANGSTROM_PER_NANOMETRE);
  }

  /** Gain, rail and bandwidth are the preamplifier's; the tip's speed is each motion's own. */
  private static FaultSettings faults(Config config) {
    return new FaultSettings(
        noise(config.getConfig("current-noise-picoampere"), NANOAMPERE_PER_PICOAMPERE),
        noise(config.getConfig("height-noise-picometre"), ANGSTROM_PER_PICOMETRE),
        new FaultSettings.Drift(
            config.getDouble("drift-angstrom-per-hour.lateral") / SECONDS_PER_HOUR,
            config.getDouble("drift-angstrom-per-hour.vertical") / SECONDS_PER_HOUR),
        config.getDouble("creep-per-decade"),
        new FaultSettings.Hysteresis(
            config.getDouble("hysteresis.share"), config.getDouble("hysteresis.range-angstrom")),
        Double.POSITIVE_INFINITY,
        FaultSettings.Preamplifier.IDEAL);
  }

  private static FaultSettings.Noise noise(Config config, double unit) {
    return new FaultSettings.Noise(
        config.getDouble("white") * unit, config.getDouble("flicker") * unit);
  }

  private static List<Double> axes(Config config) {
    return List.of(
        config.getDouble("x") * ANGSTROM_PER_NANOMETRE,
        config.getDouble("y") * ANGSTROM_PER_NANOMETRE,
        config.getDouble("z") * ANGSTROM_PER_NANOMETRE);
  }

  private static void checkPositive(String key, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(key + " = " + value + ": must be above 0");
    }
  }
}
