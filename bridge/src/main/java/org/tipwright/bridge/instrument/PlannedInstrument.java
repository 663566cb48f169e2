package org.tipwright.bridge.instrument;

import java.util.function.Consumer;

/**
 * Another interpreter of the same verbs, for dry runs: keeps account of where the tip would be and
 * touches nothing. Its signals are the last ones that the real instrument measured.
 */
public final class PlannedInstrument implements Instrument {

  /**
   * Stands for signals where none was ever measured: 0.1 G0 at 3 mV, as in contact, and no
   * frequency shift.
   */
  private static final Signals CONTACT_LIKE = new Signals(0.003, 23.2, 3.889, 0, 0);

  private final Instrument real;
  private final TipPosition top;
  private TipPosition position;
  private double biasVolt = Double.NaN;
  private boolean withdrawn = true;
  private double seconds;

  /**
   * Plans for an instrument.
   *
   * @param real asked for its description and signals, never for a motion
   * @param withdrawnAt where a withdrawn tip is
   */
  public PlannedInstrument(Instrument real, TipPosition withdrawnAt) {
    this.real = real;
    this.top = withdrawnAt;
    this.position = withdrawnAt;
  }

  @Override
  public InstrumentDescription describe() throws InstrumentException {
    return real.describe();
  }

  @Override
  public Contact approach() {
    position = TipPosition.CONTACT;
    withdrawn = false;
    return new Contact(0, false);
  }

  @Override
  public void moveTip(TipPosition target, double speedAngstromPerSecond) {
    seconds += position.distanceAngstrom(target) / speedAngstromPerSecond;
    position = target;
  }

  @Override
  public void scan(ScanFrame frame, double tripNanoampere, Consumer<ScanRow> rows) {
    seconds += frame.seconds();
  }

  @Override
  public void setBias(double biasVolt) {
    this.biasVolt = biasVolt;
  }

  @Override
  public double biasVolt() throws InstrumentException {
    return Double.isNaN(biasVolt) ? real.biasVolt() : biasVolt;
  }

  @Override
  public void withdraw() {
    position = top;
    withdrawn = true;
  }

  @Override
  public boolean withdrawn() {
    return withdrawn;
  }

  @Override
  public TipPosition position() {
    return position;
  }

  @Override
  public Signals signals() throws InstrumentException {
    Signals measured = real.signals();
    return measured.equals(Signals.NONE) ? CONTACT_LIKE : measured;
  }

  @Override
  public double tipHeightChangeAngstrom(double biasVolt, double setpointNanoampere) {
    return Double.NaN;
  }

  @Override
  public double siteHeightAngstrom(double biasVolt, double setpointNanoampere) {
    return Double.NaN;
  }

  @Override
  public double timeSeconds() {
    return seconds;
  }

  /** Leaves the real instrument open. */
  @Override
  public void close() {}
}
