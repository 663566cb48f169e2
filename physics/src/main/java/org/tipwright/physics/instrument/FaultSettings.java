package org.tipwright.physics.instrument;

/**
 * How imperfect an instrument is. A fault of size 0, or a limit of infinity, is off.
 *
 * @param current noise of the current, in nA
 * @param height noise of the tip's height, in Å
 * @param drift of the tip over the sample
 * @param creepPerDecade γ in {@code ΔL(t) = ΔL₀ [1 + γ log₁₀(t / 0.1 s)]}; 0.01 to 0.02 (PI's piezo
 *     handbook)
 * @param hysteresis of the piezo
 * @param speedAngstromPerSecond of the tip, at most
 * @param preamplifier of the current
 */
public record FaultSettings(
    Noise current,
    Noise height,
    Drift drift,
    double creepPerDecade,
    Hysteresis hysteresis,
    double speedAngstromPerSecond,
    Preamplifier preamplifier) {

  /**
   * Noise of a signal.
   *
   * @param white rms within a bandwidth of 1 kHz
   * @param flicker rms of the 1/f noise between 1 mHz and 1 kHz
   */
  public record Noise(double white, double flicker) {

    /** None. */
    public static final Noise NONE = new Noise(0, 0);

    public Noise {
      checkFinite(white, "white noise, rms");
      checkFinite(flicker, "1/f noise, rms");
    }
  }

  /**
   * A steady velocity; the lateral direction and the vertical sign are drawn.
   *
   * @param lateralAngstromPerSecond its lateral part
   * @param verticalAngstromPerSecond its vertical part
   */
  public record Drift(double lateralAngstromPerSecond, double verticalAngstromPerSecond) {

    /** None. */
    public static final Drift NONE = new Drift(0, 0);

    public Drift {
      checkFinite(lateralAngstromPerSecond, "lateral drift (Å/s)");
      checkFinite(verticalAngstromPerSecond, "vertical drift (Å/s)");
    }
  }

  /**
   * A piezo's hysteresis.
   *
   * @param share opening of the loop in the middle of a full stroke, as a share of that stroke;
   *     below 0.25
   * @param rangeAngstrom the full stroke
   */
  public record Hysteresis(double share, double rangeAngstrom) {

    /** None. */
    public static final Hysteresis NONE = new Hysteresis(0, 1e4);

    public Hysteresis {
      if (!(share >= 0 && share < 0.25)) {
        throw new IllegalArgumentException(
            "hysteresis, share of the stroke: " + share + " is not from 0 to 0.25");
      }
      if (!(rangeAngstrom >= 10 && rangeAngstrom <= 1e7)) {
        throw new IllegalArgumentException(
            "hysteresis, range (Å): " + rangeAngstrom + " is not from 10 to 1e7");
      }
    }
  }

  /**
   * The current amplifier.
   *
   * @param railNanoampere largest current that it shows, 10 V over its gain: 10 nA at 10⁹ V/A, 100
   *     nA at 10⁸
   * @param bandwidthHertz of its first-order low pass, −3 dB
   */
  public record Preamplifier(double railNanoampere, double bandwidthHertz) {

    /** Shows everything at once. */
    public static final Preamplifier IDEAL =
        new Preamplifier(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Preamplifier {
      checkLimit(railNanoampere, "rail (nA)");
      checkLimit(bandwidthHertz, "bandwidth (Hz)");
    }
  }

  public FaultSettings {
    if (!(creepPerDecade >= 0 && creepPerDecade <= 0.1)) {
      throw new IllegalArgumentException(
          "creep per decade: " + creepPerDecade + " is not from 0 to 0.1");
    }
    checkLimit(speedAngstromPerSecond, "speed (Å/s)");
  }

  /** A perfect instrument. */
  public static FaultSettings none() {
    return new FaultSettings(
        Noise.NONE,
        Noise.NONE,
        Drift.NONE,
        0,
        Hysteresis.NONE,
        Double.POSITIVE_INFINITY,
        Preamplifier.IDEAL);
  }

  /**
   * A good microscope at 5 K. Drift 1.96 pm/min lateral and 3.05 pm/min vertical as measured on one
   * at 4.9 K; white current noise 0.3 pA in 1 kHz (0.1 to 1), 1/f noise of the gap 0.5 pm (0.1 to
   * 1); creep 1.5 % a decade; 80 nm/s. Modelling choices: 1/f noise of the current 0.1 pA, white
   * noise of the gap 0.2 pm, hysteresis 2.5 %, a fifth of that at room temperature as the piezo's
   * gain is, on a tube of 1 µm; an amplifier of 10⁸ V/A and 1 kHz, as contact needs.
   */
  public static FaultSettings lowTemperature() {
    return new FaultSettings(
        new Noise(3e-4, 1e-4),
        new Noise(0.002, 0.005),
        new Drift(0.0196 / 60, 0.0305 / 60),
        0.015,
        new Hysteresis(0.025, 1e4),
        800,
        new Preamplifier(100, 1000));
  }

  /**
   * A compensated tube at 300 K: drift 1 Å/h (Lyding et al., Rev. Sci. Instrum. 59 (1988) 1897),
   * hysteresis 12.5 % of the full stroke (10 to 15), creep 2 % a decade, 1/f noise of the gap 1 pm;
   * otherwise as at low temperature.
   */
  public static FaultSettings ambient() {
    FaultSettings cold = lowTemperature();
    return new FaultSettings(
        cold.current,
        new Noise(0.002, 0.01),
        new Drift(1.0 / 3600, 1.0 / 3600),
        0.02,
        new Hysteresis(0.125, 1e4),
        cold.speedAngstromPerSecond,
        cold.preamplifier);
  }

  private static void checkFinite(double value, String name) {
    if (!(value >= 0 && value < 1e6)) {
      throw new IllegalArgumentException(name + ": " + value + " is not from 0 to 1e6");
    }
  }

  private static void checkLimit(double value, String name) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + ": " + value + " is not above 0");
    }
  }
}
