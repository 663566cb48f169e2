package org.tipwright.physics.lift.molecular;

/**
 * The CH…O bond between molecules of a layer, a Morse law.
 *
 * @param depthEv depth in eV; a modelling choice
 * @param inverseWidthPerAngstrom α in 1/Å
 * @param lengthAngstrom distance of hydrogen and oxygen at its minimum, in Å
 */
public record HydrogenBond(double depthEv, double inverseWidthPerAngstrom, double lengthAngstrom) {

  /** 0.05 eV at 2.2 Å: with it the layer's cohesion is near its recalled range. */
  public static HydrogenBond weak() {
    return new HydrogenBond(0.05, 1.5, 2.2);
  }
}
