package org.tipwright.bridge.nanonis.driver;

import java.util.Locale;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.JunctionReading;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.nanonis.client.SignalNames;

/** Reads current and frequency shift in one request, and averages them while the tip rests. */
final class JunctionMeter {

  private static final double NANOAMPERE_PER_AMPERE = 1e9;

  /** Less is not told from nothing; as in the simulation that policies are trained on. */
  private static final double SMALLEST_NANOSIEMENS = 1e-3;

  /** 0.1 s at 20 ms each: the dwell of that simulation. */
  private static final int READINGS_OF_A_DWELL = 5;

  private final Lines lines;
  private final int[] indexes;
  private final double tripNanoampere;
  private final int flatReadings;
  private double biasVolt;
  private double backgroundHertz;
  private double currentNanoampere = Double.NaN;
  private double frequencyShiftHertz = Double.NaN;
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

  /** Reads the bias that levels refer to. */
  void begin() throws InstrumentException {
    biasVolt = lines.read("Bias.Get").real("bias");
  }

  /**
   * Takes a reading and returns its level: log10 of |I/V| in nS.
   *
   * @throws InstrumentException also if the current is more than any phase allows
   */
  double read() throws InstrumentException {
    readSignals();
    return level(currentNanoampere);
  }

  private double level(double nanoampere) {
    return Math.log10(Math.max(Math.abs(nanoampere / biasVolt), SMALLEST_NANOSIEMENS));
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

  /**
   * What a tip at rest shows, averaged; the jump is from the dwell before. As in the simulation
   * that policies are trained on, nothing of the way there is in it. The current is the largest of
   * all readings, for it is held against limits.
   */
  Signals dwell() throws InstrumentException {
    begin();
    double nanoampere = 0;
    double largest = 0;
    double hertz = 0;
    for (int i = 0; i < READINGS_OF_A_DWELL; i++) {
      readSignals();
      nanoampere += currentNanoampere / READINGS_OF_A_DWELL;
      hertz += frequencyShiftHertz / READINGS_OF_A_DWELL;
      if (Math.abs(currentNanoampere) > Math.abs(largest)) {
        largest = currentNanoampere;
      }
    }
    double mean = level(nanoampere);
    double jump = Double.isNaN(lastMean) ? 0 : mean - lastMean;
    lastMean = mean;
    return new Signals(biasVolt, largest, mean, jump, hertz);
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
