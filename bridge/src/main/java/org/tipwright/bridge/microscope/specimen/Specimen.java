package org.tipwright.bridge.microscope.specimen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;

/**
 * Sample and tip. A true tip position goes in, step by step; current, frequency shift and whatever
 * happened come out. Positions are in Å on the terrace, heights count from point contact of the
 * tip's lowest atom with the bare metal. Not safe for two threads at once.
 */
public final class Specimen {

  /** Contact forms this much before the tip is at its height. */
  private static final double SNAP_ANGSTROM = 0.05;

  /** So far beyond point contact the metal still gives way without harm. */
  private static final double ELASTIC_ANGSTROM = 0.3;

  /** Once the tip is so far over point contact again, a touch is over. */
  private static final double CLEAR_ANGSTROM = 0.5;

  /** A tip that went deeper ruins no more. */
  private static final double MOST_HARM_ANGSTROM = 40;

  /** Above this height nothing on the surface can be touched. */
  private static final double FAR_ANGSTROM = 30;

  /** All three groups of neighbours are missing. */
  private static final int ALONE = 7;

  private static final double HARMFUL_VOLT = 2.5;
  private static final double CHANGES_PER_VOLT_SECOND = 2;
  private static final double FIELD_NANOSIEMENS = 1e-3;

  private static final TunnellingGap GAP = TunnellingGap.silver();

  private final SpecimenSettings settings;
  private final Terrace terrace;
  private final RandomStream tips;
  private final RandomStream events;
  private final MolecularLift inLayer = new MolecularLift(Island.SETTINGS, false);
  private final MolecularLift alone = new MolecularLift(Island.SETTINGS, true);

  private Tip tip;
  private @Nullable Grip grip;
  private @Nullable Burden burden;
  private Wreckage wreckage = Wreckage.NONE;
  private boolean touching;
  private double depth;
  private double tipLoss;

  private double x;
  private double y;
  private double height = Double.POSITIVE_INFINITY;
  private double imageHeight;
  private double touchHeight;
  private double nanosiemens;

  /** A specimen; everything hidden is drawn from the seed. */
  public Specimen(SpecimenSettings settings, long seed) {
    this.settings = settings;
    this.terrace = new Terrace(seed, settings);
    this.tips = new RandomStream(seed, "tip");
    this.events = new RandomStream(seed, "events");
    this.tip = Tip.fresh(tips, settings);
    warmUp();
  }

  /** The fields of the neighbours take a second: not in the middle of a first contact. */
  private void warmUp() {
    try {
      inLayer.place(new LiftSite(0, 0, 0, tip.bondStrengthNanonewton()));
      alone.place(new LiftSite(0, 0, ALONE, tip.bondStrengthNanonewton()));
    } catch (NotConverged impossible) {
      throw new IllegalStateException("a molecule at rest does not come to rest", impossible);
    }
  }

  /**
   * The tip goes straight to a position, in one step, with a bias applied.
   *
   * @param heightAngstrom over point contact of an unworn tip with the bare metal
   * @param meant whether a touch is intended, as when a tip is shaped
   */
  public void moveTip(
      double xAngstrom,
      double yAngstrom,
      double heightAngstrom,
      double seconds,
      double volt,
      boolean meant) {
    x = xAngstrom;
    y = yAngstrom;
    height = heightAngstrom + tipLoss;
    if (height > FAR_ANGSTROM && grip == null) {
      imageHeight = 0;
      touchHeight = 0;
      endTouch();
      nanosiemens = burden == null ? 0 : burden.nanosiemens(height);
      return;
    }
    if (grip == null) {
      look();
      makeContact();
    }
    if (grip != null) {
      pull(grip, seconds, volt);
    } else if (burden != null && burden.liesFlat(height - imageHeight)) {
      putDown(seconds, volt);
    }
    touch(meant);
    nanosiemens = conductance();
    suffer(seconds, volt);
  }

  private void look() {
    Terrace.Height surface = terrace.height(tip.shape(), x, y);
    imageHeight = surface.imaged();
    touchHeight = surface.touched();
  }

  private void makeContact() {
    if (burden != null || touching || height > Grip.CONTACT_ANGSTROM + SNAP_ANGSTROM) {
      return;
    }
    LyingMolecule molecule = terrace.moleculeWithCornerAt(x, y, settings.captureAngstrom());
    if (molecule == null) {
      return;
    }
    int corner = molecule.nearestCorner(x, y);
    MolecularLift engine = molecule.place() == null ? alone : inLayer;
    int missing = terrace.missingNeighbours(molecule, corner);
    try {
      grip = new Grip(engine, molecule, corner, missing, tip, settings, events);
      terrace.take(molecule);
    } catch (NotConverged noContact) {
      grip = null;
    }
  }

  private void pull(Grip held, double seconds, double volt) {
    try {
      held.follow(x, y, height, seconds, volt, currentNanoampere(volt));
      if (!held.holds()) {
        lose(held);
      } else if (held.free()) {
        grip = null;
        burden = Burden.draw(events);
        look();
      }
    } catch (NotConverged torn) {
      // No relaxed state tells where the molecule is: the bond did not survive.
      lose(held);
    }
  }

  private void lose(Grip held) {
    grip = null;
    // A tip that has just lost its hold does not take hold again at once.
    touching = true;
    LyingMolecule from = held.molecule;
    boolean displaced =
        held.leftItsPlace() && events.nextDouble() < settings.displacedProbability();
    terrace.lay(
        displaced
            ? new LyingMolecule(
                from.xAngstrom() + events.nextGaussian(),
                from.yAngstrom() + events.nextGaussian(),
                from.longAxisRadians() + 0.3 * events.nextGaussian(),
                from.mirrored(),
                null)
            : from);
    look();
    if (events.nextDouble() < settings.tipChangeProbability()) {
      changeTip(0);
    }
  }

  private void putDown(double seconds, double volt) {
    if (events.nextDouble() < tip.switching().releaseProbability(volt, seconds)) {
      burden = null;
      double azimuth = 2 * StrictMath.PI * events.nextDouble();
      terrace.lay(new LyingMolecule(x, y, azimuth, events.nextBoolean(), null));
      look();
      // A tip that has just let go does not take hold again at once.
      touching = true;
    }
  }

  private void touch(boolean meant) {
    double gap = height - touchHeight;
    if (gap < -ELASTIC_ANGSTROM) {
      if (depth == 0) {
        wreckage = wreckage.touched(meant);
      }
      touching = true;
      depth = Math.max(depth, -gap);
      if (!meant) {
        wreckage = wreckage.atDepth(-gap);
      }
      if (grip != null) {
        lose(grip);
      }
    } else if (gap > CLEAR_ANGSTROM) {
      endTouch();
    }
  }

  /** The tip tears itself off: it is another one, shorter, and the place is ruined. */
  private void endTouch() {
    if (depth > 0) {
      double harm = Math.min(depth, MOST_HARM_ANGSTROM);
      double radius = 6 + 2 * harm;
      double lost = harm * events.nextDouble();
      terrace.ruin(x, y, radius, 0.5 + lost);
      burden = null;
      changeTip(lost);
      look();
    }
    depth = 0;
    if (height - touchHeight > Grip.CONTACT_ANGSTROM + 1) {
      touching = false;
    }
  }

  private void changeTip(double lostAngstrom) {
    tip = Tip.changed(tips, settings);
    tipLoss += lostAngstrom;
    wreckage = wreckage.changedTip();
  }

  /** A high field at the junction moves atoms of the tip. */
  private void suffer(double seconds, double volt) {
    double excess = Math.abs(volt) - HARMFUL_VOLT;
    if (excess > 0 && nanosiemens > FIELD_NANOSIEMENS && grip == null) {
      double rate = CHANGES_PER_VOLT_SECOND * excess;
      if (events.nextDouble() < -StrictMath.expm1(-rate * seconds)) {
        changeTip(events.nextDouble());
        burden = null;
      }
    }
  }

  private double conductance() {
    if (grip != null) {
      return grip.nanosiemens();
    }
    if (burden != null) {
      return burden.nanosiemens(height - imageHeight);
    }
    return GAP.nanosiemens(height - imageHeight);
  }

  /** The true current in nA at a bias. */
  public double currentNanoampere(double volt) {
    boolean molecule = grip != null || burden != null || imageHeight > SNAP_ANGSTROM;
    return nanosiemens * Spectrum.ohmicVolt(volt, molecule);
  }

  /** The true conductance in nS of an ohmic junction. */
  public double nanosiemens() {
    return nanosiemens;
  }

  /** The true frequency shift of a qPlus sensor in Hz, without noise. */
  public double frequencyShiftHertz(double volt) {
    double background =
        LongRange.frequencyShiftHertz(
            height - imageHeight, volt - tip.contactPotentialVolt(), burden != null);
    return grip == null ? background : background + grip.frequencyShiftHertz();
  }

  /** Force in the bond to a held molecule, in nN; 0 without one. */
  public double forceNanonewton() {
    return grip == null ? 0 : grip.forceNanonewton();
  }

  /** What the tip holds. */
  public BondState bond() {
    return grip != null ? BondState.HELD : burden != null ? BondState.CARRIED : BondState.NONE;
  }

  /** Height of the tip over point contact with what lies below, in Å; negative in a crash. */
  public double gapAngstrom() {
    return height - touchHeight;
  }

  /** Temperature. */
  public double kelvin() {
    return settings.kelvin();
  }

  /** What was broken so far. */
  public Wreckage wreckage() {
    return wreckage;
  }

  /** The coarse positioner dragged a tip along that was too near. */
  public void scrape() {
    wreckage = wreckage.touched(false).atDepth(ELASTIC_ANGSTROM);
    grip = null;
    burden = null;
    changeTip(events.nextDouble());
  }

  /** The molecules whose centres are within a distance of a spot. */
  public List<LyingMolecule> moleculesNear(double xAngstrom, double yAngstrom, double reach) {
    return List.copyOf(terrace.moleculesNear(xAngstrom, yAngstrom, reach));
  }

  /** The site that a lift of a molecule by one of its corner oxygens would begin in now. */
  public LiftSite liftSite(LyingMolecule molecule, int corner) {
    return molecule.liftSite(
        corner, terrace.missingNeighbours(molecule, corner), tip.bondStrengthNanonewton());
  }

  /** Height of the image over the bare metal under this tip, in Å. */
  public double imageHeightAngstrom(double xAngstrom, double yAngstrom) {
    return terrace.height(tip.shape(), xAngstrom, yAngstrom).imaged();
  }
}
