package org.tipwright.physics.forcefield;

/** Conversions between the program's units (Å, eV) and those at its interfaces. */
public final class Units {

  /** 1 eV/Å in nN. */
  public static final double NANONEWTON_PER_EV_PER_ANGSTROM = 1.602176634;

  /** 1 eV/Å² in N/m. */
  public static final double NEWTON_PER_METRE_PER_EV_PER_ANGSTROM2 = 16.02176634;

  /** Boltzmann's constant in eV/K. */
  public static final double BOLTZMANN_EV_PER_KELVIN = 8.617333262e-5;

  private Units() {}
}
