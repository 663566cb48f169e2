package org.tipwright.bridge.microscope;

/** The phase-locked loop that drives the qPlus sensor and follows its resonance. */
public final class Pll {

  private static final double EXCITATION_VOLT_PER_ANGSTROM = 0.01;

  private final double resonanceHertz;
  private boolean output = true;
  private boolean amplitudeControl = true;
  private boolean phaseControl = true;
  private double amplitudeAngstrom = 0.3;
  private double centreHertz;
  private double shiftHertz;
  private double rangeHertz = 100;

  Pll(double resonanceHertz) {
    this.resonanceHertz = resonanceHertz;
    this.centreHertz = resonanceHertz;
  }

  /** Follows the sensor, whose resonance is shifted by so much. */
  void step(double sensorShiftHertz) {
    if (output && phaseControl) {
      double shift = resonanceHertz + sensorShiftHertz - centreHertz;
      shiftHertz = Math.max(-rangeHertz, Math.min(rangeHertz, shift));
    }
  }

  /** Checks the number of a modulator, from 1; there is one. */
  public static void check(long modulator) {
    var unused = Ranges.index("PLL modulator", modulator - 1, 1);
  }

  /** What it finds, in Hz from its centre. */
  public double shiftHertz() {
    return shiftHertz;
  }

  /** Drives the sensor off its centre frequency; the loop, while it is closed, knows better. */
  public void setShift(double hertz) {
    shiftHertz = Ranges.within("frequency shift (Hz)", hertz, -rangeHertz, rangeHertz);
  }

  /** The frequency found now becomes the centre. */
  public void centre() {
    centreHertz += shiftHertz;
    shiftHertz = 0;
  }

  /** Whether the output is on. */
  public boolean output() {
    return output;
  }

  /** Switches the output. */
  public void setOutput(boolean on) {
    output = on;
  }

  /** Whether the amplitude is controlled. */
  public boolean amplitudeControl() {
    return amplitudeControl;
  }

  /** Switches the amplitude's controller. */
  public void setAmplitudeControl(boolean on) {
    amplitudeControl = on;
  }

  /** Whether the phase is controlled. */
  public boolean phaseControl() {
    return phaseControl;
  }

  /** Switches the phase's controller. */
  public void setPhaseControl(boolean on) {
    phaseControl = on;
  }

  /** Amplitude set-point, in Å. */
  public double amplitudeAngstrom() {
    return amplitudeAngstrom;
  }

  /** Sets the amplitude, in Å. */
  public void setAmplitude(double angstrom) {
    amplitudeAngstrom = Ranges.within("amplitude (Å)", angstrom, 0, 100);
  }

  /** The amplitude of the sensor now, in Å. */
  double sensorAmplitudeAngstrom() {
    return output ? amplitudeAngstrom : 0;
  }

  /** Voltage that keeps up the amplitude, in V. */
  public double excitationVolt() {
    return output ? EXCITATION_VOLT_PER_ANGSTROM * amplitudeAngstrom : 0;
  }

  /** Centre frequency, in Hz. */
  public double centreHertz() {
    return centreHertz;
  }

  /** Sets the centre frequency. */
  public void setCentre(double hertz) {
    centreHertz = Ranges.within("centre frequency (Hz)", hertz, 1, 5e6);
  }

  /** Largest shift that is followed, in Hz. */
  public double rangeHertz() {
    return rangeHertz;
  }

  /** Sets the largest shift that is followed. */
  public void setRange(double hertz) {
    rangeHertz = Ranges.within("frequency range (Hz)", hertz, 1e-3, 1e5);
  }
}
