package org.tipwright.env.lift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/**
 * Builds observations of a lift: the tip's position relative to contact, by switch the signals, the
 * azimuth, the last k steps and the last k attempts at this molecule, the newest first. Shared by
 * the simulated task and by instruments, so a policy cannot tell which it is on.
 */
public final class LiftObservation {

  /**
   * Larger jumps, in decades, and frequency shifts, in Hz, are cut: they say no more than these.
   */
  private static final float JUMP = 0.2f;

  private static final float SHIFT = 200f;

  /** Change of the frequency shift in Hz that tells one direction from another. */
  private static final float SHIFT_SCALE = 20f;

  /** Lateral distance in Å at which directions differ in force. */
  private static final float LATERAL_SCALE = 3f;

  private final LiftSettings settings;
  private final LiftAttempts attempts;
  private final ObservationSpec spec;
  private final int historyWidth;
  private final float[] history;
  private final float[] present;
  private final int presentWidth;

  /** An observation as the settings switch it. */
  public LiftObservation(LiftSettings settings) {
    this.settings = settings;
    this.attempts = new LiftAttempts(settings);
    List<Component> now = new ArrayList<>();
    addPosition(now, "tip", "", settings);
    if (settings.observation().azimuth()) {
      now.add(new Component("azimuth-cos", "1", -1, 1.001f));
      now.add(new Component("azimuth-sin", "1", -1, 1.001f));
    }
    addSignals(now, "");
    this.presentWidth = now.size();
    List<Component> past = new ArrayList<>();
    for (LiftMove move : LiftMove.ALL) {
      past.add(new Component("moved-" + move.name().toLowerCase(Locale.ROOT), "1", 0, 1));
    }
    addSignals(past, "then-");
    this.historyWidth = past.size();
    for (int k = 1; k <= settings.observation().history(); k++) {
      for (Component c : past) {
        now.add(new Component(c.name() + "-" + k, c.unit(), c.low(), c.high(), c.scale()));
      }
    }
    attempts.addComponents(now);
    this.spec = new ObservationSpec(now);
    this.present = new float[presentWidth];
    this.history = new float[historyWidth * settings.observation().history()];
  }

  /** The three components of a tip position. */
  static void addPosition(
      List<Component> components, String name, String suffix, LiftSettings settings) {
    float lateral = (float) settings.endLateralAngstrom() + 1;
    float top = (float) settings.endHeightAngstrom() + 1;
    components.add(new Component(name + "-x" + suffix, "Å", -lateral, lateral, LATERAL_SCALE));
    components.add(new Component(name + "-y" + suffix, "Å", -lateral, lateral, LATERAL_SCALE));
    components.add(new Component(name + "-z" + suffix, "Å", 0, top));
  }

  private void addSignals(List<Component> components, String prefix) {
    if (settings.observation().current()) {
      components.add(new Component(prefix + "log-conductance", "log10 nS", -3, 5));
      components.add(new Component(prefix + "log-conductance-jump", "decades", -JUMP, JUMP));
    }
    if (settings.observation().frequencyShift()) {
      components.add(new Component(prefix + "frequency-shift", "Hz", -SHIFT, SHIFT, SHIFT_SCALE));
    }
  }

  /** Names, units and bounds. */
  public ObservationSpec spec() {
    return spec;
  }

  /** What is remembered of earlier attempts at this molecule. */
  public LiftAttempts attempts() {
    return attempts;
  }

  /** Contact just made: a new attempt, at a molecule that {@link #attempts} knows or does not. */
  public void begin(LiftSignals signals, double inwardAzimuthRadians) {
    begin(
        signals.logConductanceMean(),
        signals.logConductanceJump(),
        signals.frequencyShiftHertz(),
        inwardAzimuthRadians);
  }

  void begin(double mean, double jump, double frequencyShift, double inwardAzimuthRadians) {
    java.util.Arrays.fill(history, 0);
    if (settings.observation().azimuth()) {
      present[3] = (float) StrictMath.cos(inwardAzimuthRadians);
      present[4] = (float) StrictMath.sin(inwardAzimuthRadians);
    }
    setPresent(0, 0, 0, mean, jump, frequencyShift);
  }

  /** A move was made to a position in Å relative to contact, and the signals measured there. */
  public void add(LiftMove move, double x, double y, double z, LiftSignals signals) {
    add(
        move,
        x,
        y,
        z,
        signals.logConductanceMean(),
        signals.logConductanceJump(),
        signals.frequencyShiftHertz());
  }

  void add(
      LiftMove move,
      double x,
      double y,
      double z,
      double mean,
      double jump,
      double frequencyShift) {
    setPresent(x, y, z, mean, jump, frequencyShift);
    if (history.length > 0) {
      System.arraycopy(history, 0, history, historyWidth, history.length - historyWidth);
      java.util.Arrays.fill(history, 0, historyWidth, 0);
      history[move.ordinal()] = 1;
      int signals = historyWidth - LiftMove.ALL.size();
      System.arraycopy(present, presentWidth - signals, history, LiftMove.ALL.size(), signals);
    }
  }

  private void setPresent(
      double x, double y, double z, double mean, double jump, double frequencyShift) {
    present[0] = (float) x;
    present[1] = (float) y;
    present[2] = (float) z;
    int at = settings.observation().azimuth() ? 5 : 3;
    if (settings.observation().current()) {
      present[at++] = (float) mean;
      present[at++] = (float) Math.max(-JUMP, Math.min(JUMP, jump));
    }
    if (settings.observation().frequencyShift()) {
      present[at] = (float) Math.max(-SHIFT, Math.min(SHIFT, frequencyShift));
    }
  }

  /** Writes {@code spec().size()} values to {@code observation[offset …]}. */
  public void write(float[] observation, int offset) {
    System.arraycopy(present, 0, observation, offset, presentWidth);
    System.arraycopy(history, 0, observation, offset + presentWidth, history.length);
    attempts.write(observation, offset + presentWidth + history.length);
  }
}
