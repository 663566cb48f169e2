package org.tipwright.bridge.microscope;

/** Lengths and currents in the units of the wire. */
public final class Si {

  private static final double ANGSTROM_PER_METRE = 1e10;
  private static final double NANOAMPERE_PER_AMPERE = 1e9;

  private Si() {}

  /** Å to m. */
  public static double metres(double angstrom) {
    return angstrom / ANGSTROM_PER_METRE;
  }

  /** m to Å. */
  public static double angstrom(double metres) {
    return metres * ANGSTROM_PER_METRE;
  }

  /** nA to A. */
  public static double ampere(double nanoampere) {
    return nanoampere / NANOAMPERE_PER_AMPERE;
  }

  /** A to nA. */
  public static double nanoampere(double ampere) {
    return ampere * NANOAMPERE_PER_AMPERE;
  }
}
