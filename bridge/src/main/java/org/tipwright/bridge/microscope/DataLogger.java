package org.tipwright.bridge.microscope;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends chosen signals, sample by sample, to whoever listens: for traces faster than polling. */
public final class DataLogger {

  /** Where samples go. Called while the microscope is at work: it must not wait. */
  public interface Listener {
    /**
     * One sample of every channel.
     *
     * @param counter of samples since the start
     * @param oversampling the samples of the base rate in it
     * @param values in SI units, in the order of the channels
     */
    void sample(long counter, int oversampling, float[] values);
  }

  private static final double BASE_HERTZ = 10_000;

  private final SignalTable signals;
  private final double baseSeconds;
  private List<Integer> channels = List.of(SignalTable.CURRENT, SignalTable.Z);
  private int oversampling = 10;
  private boolean running;
  private @Nullable Listener listener;
  private double[] sum = new double[2];
  private double summedSeconds;
  private long counter;

  DataLogger(SignalTable signals, double realTimeHertz) {
    this.signals = signals;
    this.baseSeconds = 1 / Math.min(BASE_HERTZ, realTimeHertz);
  }

  /** Who listens from now on. */
  public void listen(Listener who) {
    listener = who;
  }

  void step(double seconds) {
    if (!running) {
      return;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += signals.now(channels.get(i)) * seconds;
    }
    summedSeconds += seconds;
    if (summedSeconds >= samplingSeconds() * (1 - 1e-9)) {
      float[] values = new float[sum.length];
      for (int i = 0; i < sum.length; i++) {
        values[i] = (float) (sum[i] / summedSeconds);
        sum[i] = 0;
      }
      summedSeconds = 0;
      if (listener != null) {
        listener.sample(counter, oversampling, values);
      }
      counter++;
    }
  }

  /** Time between two samples, in s. */
  public double samplingSeconds() {
    return baseSeconds * Math.max(1, oversampling);
  }

  /** The longest step that still gives every sample; infinite if it is not running. */
  double periodSeconds() {
    return running ? samplingSeconds() : Double.POSITIVE_INFINITY;
  }

  /** Chooses the signals. Not while it is running. */
  public void setChannels(List<Integer> indexes) {
    requireIdle();
    if (indexes.isEmpty()) {
      throw new IllegalArgumentException("the logger needs at least one channel");
    }
    SignalTable.checkAll(indexes);
    channels = List.copyOf(indexes);
  }

  /** Indexes of the signals. */
  public List<Integer> channels() {
    return channels;
  }

  /** Sets how many samples at 10 kHz make one; 0 counts as 1. Not while it is running. */
  public void setOversampling(int samples) {
    requireIdle();
    oversampling = (int) Ranges.within("oversampling", samples, 0, 1000);
  }

  /** How many samples at 10 kHz make one. */
  public int oversampling() {
    return oversampling;
  }

  private void requireIdle() {
    if (running) {
      throw new IllegalStateException("the logger is running: stop it first");
    }
  }

  /** Starts, with the counter at 0. */
  public void start() {
    sum = new double[channels.size()];
    summedSeconds = 0;
    counter = 0;
    running = true;
  }

  /** Stops. */
  public void stop() {
    running = false;
  }

  /** Whether it is running. */
  public boolean running() {
    return running;
  }
}
