package org.tipwright.bridge.microscope;

import java.util.function.DoubleUnaryOperator;

/**
 * Lock-in amplifiers: modulators that add a sine to a signal, demodulators that find its response.
 * Only a modulated bias has an effect; its response in the current is worked out from the
 * junction's curve, without the modulation ever being sampled.
 */
public final class LockIn {

  /** Number of modulators. */
  public static final int MODULATORS = 2;

  /** Number of demodulators. */
  public static final int DEMODULATORS = 4;

  private final boolean[] on = new boolean[MODULATORS];
  private final int[] signal = {SignalTable.BIAS, SignalTable.BIAS};
  private final double[] amplitude = {0.005, 0.005};
  private final double[] phase = new double[MODULATORS];
  private final double[] hertz = {973, 971};
  private final int[] harmonic = {1, 1, 2, 2};
  private final int[] demodulated = new int[DEMODULATORS];
  private final double[] demodulatedPhase = new double[DEMODULATORS];

  /** Amplitude in nA of a harmonic of the current, at what the bias is modulated by. */
  double responseNanoampere(int demodulator, double volt, DoubleUnaryOperator currentAtVolt) {
    int modulator = demodulator % MODULATORS;
    if (!on[modulator]
        || signal[modulator] != SignalTable.BIAS
        || demodulated[demodulator] != SignalTable.CURRENT) {
      return 0;
    }
    double swing = amplitude[modulator];
    double above = currentAtVolt.applyAsDouble(volt + swing);
    double below = currentAtVolt.applyAsDouble(volt - swing);
    return switch (harmonic[demodulator]) {
      case 1 -> (above - below) / 2;
      case 2 -> (above + below - 2 * currentAtVolt.applyAsDouble(volt)) / 4;
      default -> 0;
    };
  }

  /** Checks the number of a modulator, from 1, and returns its index. */
  public static int modulator(long number) {
    return Ranges.index("modulator", number - 1, MODULATORS);
  }

  /** Checks the number of a demodulator, from 1, and returns its index. */
  public static int demodulator(long number) {
    return Ranges.index("demodulator", number - 1, DEMODULATORS);
  }

  /** Whether a modulator is on. */
  public boolean on(int modulator) {
    return on[modulator];
  }

  /** Switches a modulator. */
  public void enable(int modulator, boolean enabled) {
    on[modulator] = enabled;
  }

  /** The signal that a modulator acts on. */
  public int signal(int modulator) {
    return signal[modulator];
  }

  /** Chooses the signal that a modulator acts on. */
  public void setSignal(int modulator, int index) {
    signal[modulator] = SignalTable.checked(index);
  }

  /** Amplitude of a modulator, in the signal's SI unit. */
  public double amplitude(int modulator) {
    return amplitude[modulator];
  }

  /** Sets the amplitude of a modulator. */
  public void setAmplitude(int modulator, double value) {
    amplitude[modulator] = Ranges.within("amplitude", value, 0, 10);
  }

  /** Phase of a modulator, in degrees. */
  public double phaseDegrees(int modulator) {
    return phase[modulator];
  }

  /** Sets the phase of a modulator. */
  public void setPhase(int modulator, double degrees) {
    phase[modulator] = Ranges.finite("phase (deg)", degrees);
  }

  /** Frequency of a modulator, in Hz. */
  public double hertz(int modulator) {
    return hertz[modulator];
  }

  /** Sets the frequency of a modulator. */
  public void setFrequency(int modulator, double value) {
    hertz[modulator] = Ranges.within("frequency (Hz)", value, 1e-2, 1e6);
  }

  /** The harmonic that the demodulators of a modulator look at, from 1. */
  public int harmonic(int modulator) {
    return harmonic[modulator];
  }

  /** Chooses the harmonic that the first demodulator of a modulator looks at. */
  public void setHarmonic(int modulator, int number) {
    harmonic[modulator] = (int) Ranges.within("harmonic", number, 1, 63);
  }

  /** The signal that a demodulator looks at. */
  public int demodulated(int demodulator) {
    return demodulated[demodulator];
  }

  /** Chooses the signal that a demodulator looks at. */
  public void setDemodulated(int demodulator, int index) {
    demodulated[demodulator] = SignalTable.checked(index);
  }

  /** Reference phase of a demodulator, in degrees. */
  public double demodulatedPhaseDegrees(int demodulator) {
    return demodulatedPhase[demodulator];
  }

  /** Sets the reference phase of a demodulator. */
  public void setDemodulatedPhase(int demodulator, double degrees) {
    demodulatedPhase[demodulator] = Ranges.finite("phase (deg)", degrees);
  }

  /** Angle in rad between a response and a demodulator's reference. */
  double angle(int demodulator) {
    return StrictMath.toRadians(phase[demodulator % MODULATORS] - demodulatedPhase[demodulator]);
  }
}
