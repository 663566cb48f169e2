package org.tipwright.bridge.microscope;

import java.util.ArrayList;
import java.util.List;

/**
 * The 128 signals in SI units, by index. What a client reads over TCP is published once per
 * acquisition period, as the mean over it.
 */
public final class SignalTable {

  /** Number of signals. */
  public static final int COUNT = 128;

  /** Index of "Current (A)". */
  public static final int CURRENT = 0;

  /** Index of "Z (m)". */
  public static final int Z = 14;

  /** Index of "Phase (deg)". */
  public static final int PHASE = 15;

  /** Index of "Amplitude (m)". */
  public static final int AMPLITUDE = 16;

  /** Index of "Excitation (V)". */
  public static final int EXCITATION = 17;

  /** Index of "Frequency Shift (Hz)". */
  public static final int FREQUENCY_SHIFT = 18;

  /** Index of "Bias (V)". */
  public static final int BIAS = 24;

  /** Index of "X (m)". */
  public static final int X = 30;

  /** Index of "Y (m)". */
  public static final int Y = 31;

  /** Index of "LI Demod 1 X (A)"; the other demodulated signals follow in pairs. */
  public static final int LOCK_IN = 86;

  private static final int INPUTS = 24;
  private static final List<String> NAMES = names();

  private final double[] now = new double[COUNT];
  private final double[] sum = new double[COUNT];
  private final double[] published = new double[COUNT];
  private double summedSeconds;
  private double periodSeconds;
  private long publications;

  SignalTable(double periodSeconds) {
    this.periodSeconds = periodSeconds;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      names.add(i < INPUTS ? "Input " + (i + 1) + " (V)" : "Internal " + (i + 1) + " (V)");
    }
    names.set(CURRENT, "Current (A)");
    names.set(Z, "Z (m)");
    names.set(PHASE, "Phase (deg)");
    names.set(AMPLITUDE, "Amplitude (m)");
    names.set(EXCITATION, "Excitation (V)");
    names.set(FREQUENCY_SHIFT, "Frequency Shift (Hz)");
    names.set(BIAS, "Bias (V)");
    names.set(X, "X (m)");
    names.set(Y, "Y (m)");
    for (int i = 0; i < LockIn.DEMODULATORS; i++) {
      names.set(LOCK_IN + 2 * i, "LI Demod " + (i + 1) + " X (A)");
      names.set(LOCK_IN + 2 * i + 1, "LI Demod " + (i + 1) + " Y (A)");
    }
    return List.copyOf(names);
  }

  /** The names; the position is the index. */
  public static List<String> allNames() {
    return NAMES;
  }

  /** Checks an index that came from outside. */
  public static int checked(long index) {
    return Ranges.index("signal", index, COUNT);
  }

  /** Checks indexes that came from outside: each there, and no more of them than signals. */
  static void checkAll(List<Integer> indexes) {
    Ranges.within("number of channels", indexes.size(), 0, COUNT);
    for (int index : indexes) {
      var unused = checked(index);
    }
  }

  void set(int index, double value) {
    now[index] = value;
  }

  void step(double seconds) {
    for (int i = 0; i < COUNT; i++) {
      sum[i] += now[i] * seconds;
    }
    summedSeconds += seconds;
    if (summedSeconds >= periodSeconds * (1 - 1e-9)) {
      for (int i = 0; i < COUNT; i++) {
        published[i] = sum[i] / summedSeconds;
        sum[i] = 0;
      }
      summedSeconds = 0;
      publications++;
    }
  }

  /** The value of the last step. */
  public double now(int index) {
    return now[index];
  }

  /** The mean over the last whole acquisition period. */
  public double published(int index) {
    return published[index];
  }

  /** How many periods were published so far. */
  public long publications() {
    return publications;
  }

  /** The acquisition period, in s. */
  public double periodSeconds() {
    return periodSeconds;
  }

  /** Sets the acquisition period. */
  public void setPeriod(double seconds) {
    periodSeconds = Ranges.within("acquisition period (s)", seconds, 1e-4, 10);
  }
}
