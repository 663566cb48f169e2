package org.tipwright.bridge.wire;

import org.tipwright.bridge.instrument.ScanRow;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.v1.Position;
import org.tipwright.bridge.v1.ScanLine;
import org.tipwright.bridge.v1.Signals;

/** Converts positions and signals from and to the wire. */
public final class SiUnits {

  private static final double ANGSTROM_PER_METRE = 1e10;
  private static final double NANOAMPERE_PER_AMPERE = 1e9;

  private SiUnits() {}

  /** A length in m. */
  public static double metres(double angstrom) {
    return angstrom / ANGSTROM_PER_METRE;
  }

  /** A length in Å. */
  public static double angstrom(double metres) {
    return metres * ANGSTROM_PER_METRE;
  }

  /** A position for the wire. */
  public static Position toWire(TipPosition position) {
    return Position.newBuilder()
        .setXM(metres(position.xAngstrom()))
        .setYM(metres(position.yAngstrom()))
        .setZM(metres(position.zAngstrom()))
        .build();
  }

  /** A position from the wire. */
  public static TipPosition fromWire(Position position) {
    return new TipPosition(
        angstrom(position.getXM()), angstrom(position.getYM()), angstrom(position.getZM()));
  }

  /** Signals for the wire. */
  public static Signals toWire(org.tipwright.bridge.instrument.Signals signals) {
    Signals.Builder wire =
        Signals.newBuilder()
            .setBiasV(signals.biasVolt())
            .setCurrentA(signals.currentNanoampere() / NANOAMPERE_PER_AMPERE)
            .setLog10ConductanceMean(signals.logConductanceMean())
            .setLog10ConductanceJump(signals.logConductanceJump());
    if (!Double.isNaN(signals.frequencyShiftHertz())) {
      wire.setFrequencyShiftHz(signals.frequencyShiftHertz());
    }
    return wire.build();
  }

  /** Signals from the wire. */
  public static org.tipwright.bridge.instrument.Signals fromWire(Signals wire) {
    return new org.tipwright.bridge.instrument.Signals(
        wire.getBiasV(),
        wire.getCurrentA() * NANOAMPERE_PER_AMPERE,
        wire.getLog10ConductanceMean(),
        wire.getLog10ConductanceJump(),
        wire.hasFrequencyShiftHz() ? wire.getFrequencyShiftHz() : Double.NaN);
  }

  /** A line of a scan for the wire. */
  public static ScanLine toWire(ScanRow row) {
    ScanLine.Builder wire = ScanLine.newBuilder().setNumber(row.number());
    for (double height : row.heightAngstrom()) {
      wire.addHeightM(metres(height));
    }
    return wire.build();
  }

  /** A line of a scan from the wire. */
  public static ScanRow fromWire(ScanLine wire) {
    return new ScanRow(
        wire.getNumber(), wire.getHeightMList().stream().mapToDouble(SiUnits::angstrom).toArray());
  }
}
