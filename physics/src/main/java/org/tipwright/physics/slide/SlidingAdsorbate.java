package org.tipwright.physics.slide;

import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lattice.LatticePotential;
import org.tipwright.physics.lattice.MetalSurface;

/**
 * An adatom or small adsorbate on a surface, the tip that moves it, and others of its kind.
 *
 * @param name as in "CO on Cu(111)"
 * @param surface below it
 * @param overHollows whether it sits in hollow sites, else on top sites
 * @param barrierEv energy of the bridge site over the minimum, in eV
 * @param splitEv energy of the hcp site over the fcc site, in eV
 * @param attemptHertz ν, how often it tries a barrier
 * @param tip what it feels of the tip
 * @param pair what two of its kind feel of one another
 * @param junction how near the tip comes at a junction resistance
 */
public record SlidingAdsorbate(
    String name,
    MetalSurface surface,
    boolean overHollows,
    double barrierEv,
    double splitEv,
    double attemptHertz,
    TipPotential tip,
    MorseBond pair,
    JunctionHeight junction) {

  /** Attempt frequency in Hz of Ag on Ag(111): Ratsch and Scheffler (1998). */
  private static final double ONE_TERAHERTZ = 1e12;

  /** The common tip: 0.35 eV, 1.4 1/Å, 2.6 Å. A modelling choice. */
  public static final TipPotential COMMON_TIP = new MorseTip(new MorseBond(0.35, 1.4, 2.6));

  /**
   * A tip that hardly attracts and is wide, 0.05 eV, 1.4 1/Å, 4 Å: it pushes. A modelling choice.
   */
  public static final TipPotential WIDE_TIP = new MorseTip(new MorseBond(0.05, 1.4, 4.0));

  /** Contact height over an adsorbate of the common tip. A modelling choice. */
  private static final JunctionHeight COMMON_JUNCTION = new JunctionHeight(1.5, 1);

  /** Two metal adatoms on neighbouring sites hold together by this, in eV. A modelling choice. */
  private static final double DIMER_EV = 0.15;

  private static final double DIMER_INVERSE_WIDTH = 1.5;

  public SlidingAdsorbate {
    if (!(barrierEv > 0) || !(attemptHertz > 0)) {
      throw new IllegalArgumentException(
          name + ": barrier " + barrierEv + " eV, attempt frequency " + attemptHertz + " Hz");
    }
  }

  /**
   * Ag on Ag(111): 97 meV over the bridge, of 60 to 100 meV found; split of the hollows 6 meV.
   * Barrier and split are modelling choices, and so is the tip: its bond is as long as silver's
   * nearest neighbours are apart and somewhat weaker than a silver dimer's, its contact height
   * makes the atom follow up to about 400 kΩ at 5 K (175 kΩ is used in experiments; at 1 MΩ it
   * stays).
   */
  public static SlidingAdsorbate silverOnSilver() {
    SlidingAdsorbate common = metal("Ag on Ag(111)", MetalSurface.AG111, 0.097, 0.006);
    return common
        .withTip(new MorseTip(new MorseBond(1.2, 1.2, 2.9)))
        .withJunction(new JunctionHeight(2.45, 1));
  }

  /** Co on Pt(111): 68 meV, set to the 210 pN of Ternes et al., Science 319 (2008) 1066. */
  public static SlidingAdsorbate cobaltOnPlatinum() {
    return metal("Co on Pt(111)", MetalSurface.PT111, 0.068, 0.006);
  }

  /**
   * Co on Cu(111): 37 meV, for the statistics of hops. Its static force is then 124 pN, where 17 pN
   * were measured: this potential does not predict that force.
   */
  public static SlidingAdsorbate cobaltOnCopper() {
    return metal("Co on Cu(111)", MetalSurface.CU111, 0.037, 0.005);
  }

  /**
   * CO on Cu(111), on top sites: 98 meV, the effective barrier by helium spin-echo, J. Phys.:
   * Condens. Matter 24 (2012) 104016. Two molecules repel each other nearer than 4.4 Å, a modelling
   * choice.
   */
  public static SlidingAdsorbate carbonMonoxideOnCopper() {
    return new SlidingAdsorbate(
        "CO on Cu(111)",
        MetalSurface.CU111,
        false,
        0.098,
        0,
        ONE_TERAHERTZ,
        COMMON_TIP,
        new MorseBond(0.004, 1.0, 4.43),
        COMMON_JUNCTION);
  }

  private static SlidingAdsorbate metal(
      String name, MetalSurface surface, double barrierEv, double splitEv) {
    return new SlidingAdsorbate(
        name,
        surface,
        true,
        barrierEv,
        splitEv,
        ONE_TERAHERTZ,
        COMMON_TIP,
        new MorseBond(DIMER_EV, DIMER_INVERSE_WIDTH, surface.nearestNeighbourAngstrom()),
        COMMON_JUNCTION);
  }

  /** The same under another tip. */
  public SlidingAdsorbate withTip(TipPotential other) {
    return new SlidingAdsorbate(
        name, surface, overHollows, barrierEv, splitEv, attemptHertz, other, pair, junction);
  }

  /** The same with another contact height. */
  public SlidingAdsorbate withJunction(JunctionHeight other) {
    return new SlidingAdsorbate(
        name, surface, overHollows, barrierEv, splitEv, attemptHertz, tip, pair, other);
  }

  /** The same with both hollows equally deep. */
  public SlidingAdsorbate withoutSplit() {
    return new SlidingAdsorbate(
        name, surface, overHollows, barrierEv, 0, attemptHertz, tip, pair, junction);
  }

  /** The potential of the bare surface. */
  public LatticePotential lattice() {
    double period = surface.nearestNeighbourAngstrom();
    return overHollows
        ? LatticePotential.overHollows(period, barrierEv, splitEv)
        : LatticePotential.overTops(period, barrierEv);
  }
}
