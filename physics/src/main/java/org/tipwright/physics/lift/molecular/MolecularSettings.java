package org.tipwright.physics.lift.molecular;

import org.tipwright.physics.molecule.Molecule;
import org.tipwright.physics.molecule.Molecules;

/**
 * A molecule on a metal, as the molecular engine sees it.
 *
 * @param molecule which molecule
 * @param surface which metal
 * @param stiffness its force constants
 * @param pinned whether the corner oxygens' bonds to the metal hold them laterally; without, the
 *     same depth is part of their vertical law
 * @param hydrogenBond the CH…O bond to neighbours
 * @param tipBondEv depth of the bond to the tip, in eV; a modelling choice
 * @param tipBondAngstrom its length, in Å
 * @param tipNewtonPerMetre stiffness of the tip's apex, the same in all directions; a modelling
 *     choice
 */
public record MolecularSettings(
    Molecule molecule,
    Substrate surface,
    Stiffness stiffness,
    boolean pinned,
    HydrogenBond hydrogenBond,
    double tipBondEv,
    double tipBondAngstrom,
    double tipNewtonPerMetre) {

  /** A tip so stiff that it adds nothing: 16 kN/m. */
  public static final double RIGID_TIP = 16_000;

  /** PTCDA on this metal, its corners pinned, the tip's apex of 100 N/m. */
  public static MolecularSettings ptcda(Substrate surface) {
    return new MolecularSettings(
        Molecules.ptcda(),
        surface,
        Stiffness.conjugated(),
        true,
        HydrogenBond.weak(),
        1.0,
        2.25,
        100);
  }

  /** Another molecule. */
  public MolecularSettings with(Molecule other) {
    return new MolecularSettings(
        other,
        surface,
        stiffness,
        pinned,
        hydrogenBond,
        tipBondEv,
        tipBondAngstrom,
        tipNewtonPerMetre);
  }

  /** Another metal, or the same with other numbers. */
  public MolecularSettings with(Substrate other) {
    return new MolecularSettings(
        molecule,
        other,
        stiffness,
        pinned,
        hydrogenBond,
        tipBondEv,
        tipBondAngstrom,
        tipNewtonPerMetre);
  }

  /** Other force constants within the molecule. */
  public MolecularSettings with(Stiffness other) {
    return new MolecularSettings(
        molecule,
        surface,
        other,
        pinned,
        hydrogenBond,
        tipBondEv,
        tipBondAngstrom,
        tipNewtonPerMetre);
  }

  /** Pinned or not. */
  public MolecularSettings withPinning(boolean pinning) {
    return new MolecularSettings(
        molecule,
        surface,
        stiffness,
        pinning,
        hydrogenBond,
        tipBondEv,
        tipBondAngstrom,
        tipNewtonPerMetre);
  }

  /** Another bond to the tip, and another stiffness of the apex. */
  public MolecularSettings withTip(double bondEv, double newtonPerMetre) {
    return new MolecularSettings(
        molecule,
        surface,
        stiffness,
        pinned,
        hydrogenBond,
        bondEv,
        tipBondAngstrom,
        newtonPerMetre);
  }
}
