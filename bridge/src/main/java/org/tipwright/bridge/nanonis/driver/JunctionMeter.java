package org.tipwright.bridge.nanonis.driver;

import java.util.Locale;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.JunctionReading;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.nanonis.client.SignalNames;

/** Reads current and frequency shift in one request, and sums up the readings of a step. */
final class JunctionMeter {

  private static final double NANOAMPERE_PER_AMPERE = 1e9;

  /** Less is not told from nothing; as in the simulation that policies are trained on. */
  private static final double SMALLEST_NANOSIEMENS = 1e-3;

  private final Lines lines;
  private final int[] indexes;
  private final double tripNanoampere;
  private final int flatReadings;
  private double biasVolt;
  private double backgroundHertz;
  private double currentNanoampere = Double.NaN;
  private double frequencyShiftHertz = Double.NaN;
  private double levels;
  private int readings;
  private int alike;
  private double lastMean = Double.NaN;

  JunctionMeter(Lines lines, SignalNames signals, DriverSettings settings) {
    this.lines = lines;
    this.tripNanoampere = settings.tripNanoampere();
    this.flatReadings = settings.flatReadings();
    int current = signals.index(settings.currentSignal());
    this.indexes =
        settings.frequencyShiftSignal().isEmpty()
            ? new int[] {current}
            : new int[] {current, signals.index(settings.frequencyShiftSignal())};
  }

  /** Begins a step. */
  void begin() throws InstrumentException {
    biasVolt = lines.read("Bias.Get").real("bias");
    levels = 0;
    readings = 0;
  }

  /**
   * Takes a reading and returns its level: log10 of |I/V| in nS.
   *
   * @throws InstrumentException also if the current is more than any phase allows
   */
  double read() throws InstrumentException {
    readSignals();
    double level =
        Math.log10(Math.max(Math.abs(currentNanoampere / biasVolt), SMALLEST_NANOSIEMENS));
    levels += level;
    readings++;
    return level;
  }

  /**
   * Reads anew.
   *
   * @throws InstrumentException also if the current is more than any phase allows, or if it has
   *     been the same to the last bit for so long that it comes of no living amplifier: one has
   *     noise
   */
  private void readSignals() throws InstrumentException {
    float[] values = lines.read("Signals.ValsGet", indexes, 1).reals("values");
    if (values.length != indexes.length) {
      throw new InstrumentException(
          "asked for " + indexes.length + " signals, got " + values.length);
    }
    double before = currentNanoampere;
    currentNanoampere = values[0] * NANOAMPERE_PER_AMPERE;
    if (Math.abs(currentNanoampere) > tripNanoampere || Double.isNaN(currentNanoampere)) {
      throw new InstrumentException(
          "a current of " + currentNanoampere + " nA, more than " + tripNanoampere);
    }
    alike = currentNanoampere == before ? alike + 1 : 1;
    if (alike >= flatReadings) {
      throw new InstrumentException(
          String.format(
              Locale.ROOT,
              "the current has read exactly %.6g nA %d times in a row: is the preamplifier on, and"
                  + " its signal connected?",
              currentNanoampere,
              alike));
    }
    frequencyShiftHertz = indexes.length > 1 ? values[1] - backgroundHertz : Double.NaN;
  }

  /** Takes as many readings as show whether the preamplifier lives; throws if it does not. */
  void listen() throws InstrumentException {
    for (int i = 0; i < flatReadings; i++) {
      readSignals();
    }
  }

  /** The magnitude of the current, read anew, in nA. */
  double currentNanoampere() throws InstrumentException {
    readSignals();
    return Math.abs(currentNanoampere);
  }

  /** Current and bias now, beside any step; by any thread. */
  JunctionReading junction() throws InstrumentException {
    double volt = lines.read("Bias.Get").real("bias");
    double ampere = lines.read("Signals.ValGet", indexes[0], 1).real("value");
    return new JunctionReading(volt, ampere * NANOAMPERE_PER_AMPERE);
  }

  /** What the step has shown. */
  Signals end() throws InstrumentException {
    if (readings == 0) {
      read();
    }
    double mean = levels / readings;
    double jump = Double.isNaN(lastMean) ? 0 : mean - lastMean;
    lastMean = mean;
    return new Signals(biasVolt, currentNanoampere, mean, jump, frequencyShiftHertz);
  }

  /**
   * Far from the surface: what the force sensor shows there is background, and nothing came before.
   */
  void takeBackground() throws InstrumentException {
    backgroundHertz = 0;
    readSignals();
    backgroundHertz = indexes.length > 1 ? frequencyShiftHertz : 0;
    lastMean = Double.NaN;
  }
}
