package org.tipwright.env.lift;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.junction.MolecularJunction;
import org.tipwright.physics.junction.QPlusSensor;
import org.tipwright.physics.lift.BondSwitching;
import org.tipwright.physics.lift.LiftModel;
import org.tipwright.physics.lift.LiftSite;

/**
 * One simulated junction, molecule after molecule: what an instrument would see, with its noise.
 * Has a physics object and random streams of its own.
 */
public final class LiftBench {

  private static final String SITE = "site";
  private static final String NOISE = "noise";
  private static final String TIP = "tip";
  private static final String HEAT = "heat";
  private static final String BOND = "bond";
  private static final String BLOCK = "block";

  /** A molecule that was higher than this and is back below the next height was put down, in Å. */
  private static final double LIFTED_ANGSTROM = 2;

  private static final double PUT_DOWN_ANGSTROM = 0.5;

  /** log10 of the smallest conductance in nS that is told from none. */
  private static final double SMALLEST_NANOSIEMENS = 1e-3;

  /** Resolution of the positioner. */
  private static final double STEPS_PER_ANGSTROM = 1e4;

  private static final double LN_10 = StrictMath.log(10);

  private final LiftSettings settings;
  private final LiftModel model;
  private final MolecularJunction junction = MolecularJunction.ptcdaOnSilver();
  private final MolecularJunction switchedJunction;
  private final QPlusSensor sensor = QPlusSensor.common();
  private final SiteDraw draw;

  private @Nullable RandomStream siteStream;
  private @Nullable RandomStream noiseStream;
  private @Nullable RandomStream tipStream;
  private @Nullable RandomStream heatStream;
  private @Nullable RandomStream bondStream;
  private LiftSite site = new LiftSite(0, 0, 0, 1);
  private BondSwitching switching = new BondSwitching(0, 0);
  private boolean switched;
  private double highest;
  private int episodesOnSite;
  private boolean ruptured;
  private boolean lifted;
  private boolean sameMolecule;

  private double biasVolt;
  private double x;
  private double y;
  private double z;
  private double trueNanoampere;
  private double currentNanoampere;
  private double mean;
  private double jump;
  private double frequencyShift;

  /** Null if sites are drawn. */
  private final @Nullable LiftSite known;

  /** Null for a perfect instrument. */
  private @Nullable LiftFaults faults;

  /** A bench for these settings; {@link #seed} comes first, then {@link #approach}. */
  public LiftBench(LiftSettings settings) {
    this(settings, null);
  }

  /** A bench whose every molecule lies in this site, to be held against another simulation. */
  LiftBench(LiftSettings settings, @Nullable LiftSite known) {
    this.settings = settings;
    this.known = known;
    this.model = settings.sample().engine();
    this.switchedJunction = junction.weakenedBy(settings.bond().switchedDecades());
    this.draw = new SiteDraw(settings);
    this.biasVolt = settings.biasVolt();
  }

  /** Starts every stream afresh; the next approach draws a new site. */
  public void seed(long seed) {
    faults = settings.instrument().imperfect() ? new LiftFaults(settings, seed) : null;
    siteStream = new RandomStream(seed, SITE);
    noiseStream = new RandomStream(seed, NOISE);
    tipStream = new RandomStream(seed, TIP);
    heatStream = new RandomStream(seed, HEAT);
    bondStream = new RandomStream(seed, BOND);
    episodesOnSite = 0;
    ruptured = false;
    lifted = false;
    sameMolecule = false;
  }

  /**
   * Goes to the next molecule and makes contact: the tip is then at (0, 0, 0), the signals are
   * measured. After {@code site.episodes} attempts, or once a molecule was lifted and is gone, a
   * new site is drawn; after a rupture the tip may have changed.
   */
  public void approach() throws NotConverged {
    RandomStream sites = seeded(siteStream);
    RandomStream tips = seeded(tipStream);
    if (lifted && settings.untilLifted()) {
      episodesOnSite = 0;
    }
    sameMolecule = episodesOnSite > 0;
    if (!sameMolecule) {
      site = known == null ? draw.site(sites) : known;
      switching = settings.bond().draw(tips);
    } else if (ruptured && tips.nextDouble() < settings.tipChangeProbability()) {
      site =
          new LiftSite(
              site.inwardAzimuthRadians(),
              site.heldCorner(),
              site.missingNeighbours(),
              draw.strengthNanonewton(tips),
              site.mirrored());
      switching = settings.bond().draw(tips);
    }
    episodesOnSite = (episodesOnSite + 1) % settings.siteEpisodes();
    ruptured = false;
    lifted = false;
    switched = false;
    highest = 0;
    x = 0;
    y = 0;
    z = 0;
    model.place(site);
    if (faults != null) {
      faults.makeContact();
      model.moveTip(faults.tipX(), faults.tipY(), faults.tipZ());
    }
    measure(true);
  }

  /**
   * Moves the tip to a position in Å relative to contact, then measures the signals. Positions are
   * rounded to the positioner's resolution of 10⁻⁴ Å, so that one which went over a wire in other
   * units leads to the same bytes. An imperfect instrument's tip is elsewhere: what is reported is
   * the commanded position.
   */
  public void moveTip(double xAngstrom, double yAngstrom, double zAngstrom) throws NotConverged {
    x = resolved(xAngstrom);
    y = resolved(yAngstrom);
    z = resolved(zAngstrom);
    if (faults == null) {
      model.moveTip(x, y, z);
    } else {
      faults.moveTo(x, y, z);
      model.moveTip(faults.tipX(), faults.tipY(), faults.tipZ());
    }
    dwell(settings.sample().dwellSeconds());
    ruptured |= !model.bondIntact();
    lifted |= z >= settings.endHeightAngstrom() && model.bondIntact() && model.freeOfSite();
    measure(false);
  }

  private void dwell(double seconds) throws NotConverged {
    model.dwell(seconds, settings.sample().heat(), seeded(heatStream));
    RandomStream bonds = seeded(bondStream);
    highest = Math.max(highest, z);
    boolean putDown = highest > LIFTED_ANGSTROM && z < PUT_DOWN_ANGSTROM;
    double luck = bonds.nextDouble();
    if (putDown && model.bondIntact() && luck < switching.releaseProbability(biasVolt, seconds)) {
      model.release();
    }
    if (bonds.nextDouble() < switching.switchProbability(trueNanoampere, seconds)) {
      switched = !switched;
    }
  }

  private static double resolved(double angstrom) {
    return StrictMath.rint(angstrom * STEPS_PER_ANGSTROM) / STEPS_PER_ANGSTROM;
  }

  private void measure(boolean first) {
    RandomStream noise = seeded(noiseStream);
    double height = faults == null ? z : faults.tipZ();
    double nanosiemens =
        model.bondIntact()
            ? (switched ? switchedJunction : junction)
                .bondedNanosiemens(height, model.bondStretchAngstrom())
            : junction.rupturedNanosiemens(height);
    double gapNoise = StrictMath.exp(LN_10 * settings.noise().logCurrent() * noise.nextGaussian());
    double current =
        nanosiemens * gapNoise * biasVolt
            + settings.noise().currentNanoampere() * noise.nextGaussian();
    trueNanoampere = current;
    if (faults != null) {
      current = faults.readNanoampere(current);
    }
    double measured =
        StrictMath.log10(Math.max(Math.abs(current / biasVolt), SMALLEST_NANOSIEMENS));
    jump = first ? 0 : measured - mean;
    mean = measured;
    currentNanoampere = current;
    frequencyShift =
        settings.noise().frequencyShiftHertz() * noise.nextGaussian()
            + (settings.observation().frequencyShift()
                ? sensor.frequencyShiftHertz(model.verticalStiffnessNewtonPerMetre())
                : 0);
  }

  private static RandomStream seeded(@Nullable RandomStream stream) {
    if (stream == null) {
      throw new IllegalStateException(
          "the bench was not seeded: call seed() or restoreStreams() first");
    }
    return stream;
  }

  /** Whether the molecule under the tip is the one of the approach before. */
  public boolean sameMolecule() {
    return sameMolecule;
  }

  /** The signals after the last move. */
  public LiftSignals signals() {
    return new LiftSignals(mean, jump, frequencyShift);
  }

  double logConductanceMean() {
    return mean;
  }

  double logConductanceJump() {
    return jump;
  }

  double frequencyShiftHertz() {
    return frequencyShift;
  }

  /** The current measured after the last move, in nA. */
  public double currentNanoampere() {
    return currentNanoampere;
  }

  /** Tip position relative to contact, in Å. */
  public double tipX() {
    return x;
  }

  /** Tip position relative to contact, in Å. */
  public double tipY() {
    return y;
  }

  /** Tip height relative to contact, in Å. */
  public double tipZ() {
    return z;
  }

  /** Bias in V. */
  public double biasVolt() {
    return biasVolt;
  }

  /** Sets the bias; it shows in the next measurement. */
  public void setBiasVolt(double volt) {
    if (!(Math.abs(volt) > 0 && Math.abs(volt) <= 1)) {
      throw new IllegalArgumentException("a bias of " + volt + " V is not within 1 V, or is zero");
    }
    biasVolt = volt;
  }

  /** The hidden truth about this site. For oracles and tables, never for a policy. */
  public LiftSite site() {
    return site;
  }

  /** Hidden truth: whether the tip still holds the molecule. */
  public boolean bondIntact() {
    return model.bondIntact();
  }

  /** Hidden truth: whether the molecule has left its site. */
  public boolean freeOfSite() {
    return model.freeOfSite();
  }

  /** Hidden truth: force in the bond to the tip, in nN. */
  public double tipForceNanonewton() {
    return model.tipForceNanonewton();
  }

  /** All that the next approach depends on. */
  public StreamsState saveStreams() {
    ByteBuffer block = ByteBuffer.allocate(64);
    block.putInt(episodesOnSite).putInt(ruptured ? 1 : 0).putInt(site.heldCorner());
    block.putInt(site.missingNeighbours()).putDouble(site.inwardAzimuthRadians());
    block.putDouble(site.bondStrengthNanonewton()).putDouble(biasVolt);
    block.putInt(site.mirrored() ? 1 : 0).putInt(lifted ? 1 : 0);
    block.putDouble(switching.switchingPerNanocoulomb());
    block.putDouble(switching.releasePerVoltSecond());
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put(SITE, seeded(siteStream).save());
    entries.put(NOISE, seeded(noiseStream).save());
    entries.put(TIP, seeded(tipStream).save());
    entries.put(HEAT, seeded(heatStream).save());
    entries.put(BOND, seeded(bondStream).save());
    entries.put(BLOCK, block.array());
    if (faults != null) {
      faults.save(entries);
    }
    return new StreamsState(entries);
  }

  /** Goes back to a saved state; {@link #approach} comes next. */
  public void restoreStreams(StreamsState state) {
    seed(0);
    if (faults != null) {
      faults.restore(state);
    }
    seeded(siteStream).restore(state.get(SITE));
    seeded(noiseStream).restore(state.get(NOISE));
    seeded(tipStream).restore(state.get(TIP));
    seeded(heatStream).restore(state.get(HEAT));
    seeded(bondStream).restore(state.get(BOND));
    ByteBuffer block = ByteBuffer.wrap(state.get(BLOCK));
    episodesOnSite = block.getInt();
    ruptured = block.getInt() == 1;
    int corner = block.getInt();
    int missing = block.getInt();
    double azimuth = block.getDouble();
    double strength = block.getDouble();
    biasVolt = block.getDouble();
    site = new LiftSite(azimuth, corner, missing, strength, block.getInt() == 1);
    lifted = block.getInt() == 1;
    double switchingRate = block.getDouble();
    switching = new BondSwitching(switchingRate, block.getDouble());
  }
}
