package org.tipwright.bridge.nanonis.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.instrument.Contact;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentDescription;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.JunctionReading;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.instrument.ScanRow;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.nanonis.client.NanonisClient;
import org.tipwright.bridge.nanonis.client.NanonisException;
import org.tipwright.bridge.nanonis.driver.DriverSettings.Spot;
import org.tipwright.bridge.nanonis.driver.TipDrive.Place;
import org.tipwright.bridge.nanonis.image.ScanLine;
import org.tipwright.bridge.wire.SiUnits;

/**
 * An instrument that speaks the Nanonis TCP protocol. Motions and settings go over one connection,
 * readings over another, and a withdrawal over a third that nothing else uses for long.
 *
 * <p>No motion is ever sent twice. After one that was not answered, nothing but a withdrawal and
 * readings are sent until the tip was seen withdrawn.
 */
public final class NanonisInstrument implements Instrument {

  private static final Logger LOG = LoggerFactory.getLogger(NanonisInstrument.class);

  private static final long POLL_NANOS = 20_000_000;

  /** What noise, creep and the tip lift may make of z while the feedback goes off. */
  private static final double SWITCHED_OFF_ANGSTROM = 1;

  private final DriverSettings settings;
  private final Lines lines;
  private final Overtaking overtaking = new Overtaking();
  private final TipDrive drive;
  private final JunctionMeter meter;
  private final HeightCreep creep = new HeightCreep();
  private final Feedback feedback;
  private final ContactSearch search;
  private final FrameScan scan;
  private final @Nullable SiteRescan rescan;
  private final NanonisRetreat retreat;
  private final Readiness readiness;
  private final long startNanos = System.nanoTime();
  private final AtomicBoolean closed = new AtomicBoolean();

  // Of the one thread that calls the other verbs; read by others.
  private volatile @Nullable Place contact;
  private volatile Signals signals = Signals.NONE;
  private volatile boolean inHand;
  private double bareTipAngstrom = Double.NaN;
  private double bareTipCreep;
  private boolean metBefore;

  private NanonisInstrument(NanonisClient client, DriverSettings settings)
      throws InstrumentException {
    this.settings = settings;
    this.lines = new Lines(client, settings);
    this.drive = new TipDrive(lines, overtaking, settings.reply());
    this.meter = new JunctionMeter(lines, client.signals(), settings);
    this.feedback = new Feedback(lines, overtaking, settings, meter, creep);
    this.search = new ContactSearch(drive, meter, settings);
    this.scan = new FrameScan(lines, overtaking, settings, meter);
    this.rescan =
        settings.rescan().map(how -> new SiteRescan(drive, settings, how, scan)).orElse(null);
    this.retreat = NanonisRetreat.ofTheDriver(lines, settings);
    this.readiness =
        new Readiness(lines, settings.ready(), client.signals().index(settings.currentSignal()));
  }

  /** Connects; nothing is moved or set. */
  public static NanonisInstrument connect(DriverSettings settings) throws InstrumentException {
    NanonisClient client;
    try {
      client =
          NanonisClient.connect(
              settings.addressesOfTheDriver(), settings.release(), settings.reply());
    } catch (NanonisException failed) {
      throw new InstrumentException(String.valueOf(failed.getMessage()), failed);
    }
    try {
      return new NanonisInstrument(client, settings);
    } catch (InstrumentException | RuntimeException failed) {
      client.close();
      throw failed;
    }
  }

  /** The connections, for those who pass on what others command. */
  public Lines lines() {
    return lines;
  }

  @Override
  public InstrumentDescription describe() {
    List<String> measured = new ArrayList<>(List.of("current"));
    if (!settings.frequencyShiftSignal().isEmpty()) {
      measured.add("frequency-shift");
    }
    return new InstrumentDescription(
        "nanonis",
        "nanonis",
        List.of("Approach", "MoveTip", "SetBias", "Withdraw", "CheckTip", "ScanSite", "Scan"),
        measured,
        Optional.empty());
  }

  @Override
  public List<String> unready() throws InstrumentException {
    return readiness.unready();
  }

  @Override
  public List<String> changed() throws InstrumentException {
    return readiness.changed();
  }

  @Override
  public Optional<String> trouble() {
    return lines.emergencyTrouble();
  }

  @Override
  public Contact approach() throws InstrumentException {
    long since = begin();
    double biasVolt = biasVolt();
    contact = null;
    meter.takeBackground();
    bareTipAngstrom = heightAt(settings.bareSpot(), settings.measure(), since);
    bareTipCreep = creep.logTime(System.nanoTime());
    if (rescan == null) {
      since = withdrawBetween(since);
      drive.travelTo(settings.site(), settings.travelAngstromPerSecond(), since);
    } else {
      String lost = rescan.find(since);
      if (!lost.isEmpty()) {
        return missed(lost, biasVolt, since);
      }
    }
    double held = feedback.heightAngstrom(settings.reference(), since);
    checkReference(held);
    feedback.off(since);
    Place reference = drive.place();
    checkHeld(held, SiUnits.angstrom(reference.z()));
    drive.takeOver(reference);
    feedback.rampBias(biasVolt, since);
    ContactSearch.End end = search.from(reference, since);
    if (!end.missed().isEmpty()) {
      return missed(end.missed(), biasVolt, since);
    }
    signals = meter.dwell();
    overtaking.check(since);
    contact = end.place();
    // There is one site, and no contact over a vacancy: what is met again is the same molecule.
    boolean again = metBefore;
    metBefore = true;
    return new Contact(settings.inwardAzimuthRadians(), again);
  }

  /** Up again, at the bias that was set before: nothing was found, and nothing is wrong. */
  private Contact missed(String why, double biasVolt, long since) throws InstrumentException {
    feedback.rampBias(biasVolt, withdrawBetween(since));
    signals = Signals.NONE;
    return Contact.none(why);
  }

  /** A height far from that of the bare spot is no height of a molecule that lies there. */
  private void checkReference(double heightAngstrom) throws InstrumentException {
    double rise =
        heightAngstrom
            - bareTipAngstrom
            - settings.slope().riseAngstrom(settings.bareSpot(), settings.site());
    if (!(Math.abs(rise) <= settings.siteOverBareAngstrom())) {
      throw new InstrumentException(
          String.format(
              Locale.ROOT,
              "the site reads %.1f Å over the bare spot, beyond the %.1f Å of"
                  + " 'site-over-bare-angstrom': z is misread, or the site lies elsewhere",
              rise,
              settings.siteOverBareAngstrom()));
    }
  }

  private void checkHeld(double heldAngstrom, double readAngstrom) throws InstrumentException {
    if (!(Math.abs(readAngstrom - heldAngstrom) <= SWITCHED_OFF_ANGSTROM)) {
      throw new InstrumentException(
          String.format(
              Locale.ROOT,
              "z reads %.2f Å after the feedback went off, where it held the tip at %.2f Å",
              readAngstrom,
              heldAngstrom));
    }
  }

  @Override
  public void moveTip(TipPosition target, double speedAngstromPerSecond)
      throws InstrumentException {
    Place origin = origin();
    long since = overtaking.now();
    if (withdrawn()) {
      throw new InstrumentException("the tip is withdrawn");
    }
    Place to =
        new Place(
            origin.x() + SiUnits.metres(target.xAngstrom()),
            origin.y() + SiUnits.metres(target.yAngstrom()),
            origin.z() + SiUnits.metres(target.zAngstrom()));
    drive.moveTo(to, speedAngstromPerSecond, since, meter::currentNanoampere);
    signals = meter.dwell();
    overtaking.check(since);
  }

  private Place origin() throws InstrumentException {
    Place origin = contact;
    if (origin == null) {
      throw new InstrumentException("there is no contact to count positions from");
    }
    return origin;
  }

  @Override
  public void setBias(double biasVolt) throws InstrumentException {
    long since = overtaking.now();
    boolean up = withdrawn();
    if (up) {
      lines.resume();
    }
    feedback.rampBias(biasVolt, since);
    if (!up) {
      signals = meter.dwell();
      overtaking.check(since);
    }
  }

  @Override
  public double biasVolt() throws InstrumentException {
    return feedback.biasVolt();
  }

  /** Returns when the tip is up, or when it should be. */
  @Override
  public void withdraw() throws InstrumentException {
    overtaking.withdrawalBegins();
    retreat.order();
    long deadline = System.nanoTime() + retreat.longest().toNanos();
    boolean up = withdrawn();
    while (!up && System.nanoTime() < deadline) {
      TipDrive.pause(POLL_NANOS);
      up = withdrawn();
    }
    if (up) {
      creep.withdrawn(System.nanoTime());
    }
  }

  /** The controller is off, z is at the end of its range, and a bias drives no current. */
  @Override
  public boolean withdrawn() throws InstrumentException {
    return retreat.withdrawn();
  }

  /** NaN as long as no contact was made. */
  @Override
  public TipPosition position() throws InstrumentException {
    Place origin = contact;
    if (origin == null) {
      return new TipPosition(Double.NaN, Double.NaN, Double.NaN);
    }
    Place here = drive.place();
    return new TipPosition(
        SiUnits.angstrom(here.x() - origin.x()),
        SiUnits.angstrom(here.y() - origin.y()),
        SiUnits.angstrom(here.z() - origin.z()));
  }

  @Override
  public Optional<JunctionReading> junction() throws InstrumentException {
    return Optional.of(meter.junction());
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public double tipHeightChangeAngstrom(double biasVolt, double setpointNanoampere)
      throws InstrumentException {
    var at = new DriverSettings.Tunnelling(biasVolt, setpointNanoampere);
    if (!at.equals(settings.measure())) {
      throw new InstrumentException(
          "the bare tip was measured at " + settings.measure() + ", not at " + at);
    }
    long since = begin();
    double before = biasVolt();
    double height = heightAt(settings.bareSpot(), at, since);
    double crept = creep.between(bareTipCreep, creep.logTime(System.nanoTime()));
    feedback.rampBias(before, withdrawBetween(since));
    return height - bareTipAngstrom - crept;
  }

  @Override
  public double siteHeightAngstrom(double biasVolt, double setpointNanoampere)
      throws InstrumentException {
    var at = new DriverSettings.Tunnelling(biasVolt, setpointNanoampere);
    long since = begin();
    double before = biasVolt();
    double site = heightAt(settings.middle(), at, since);
    since = withdrawBetween(since);
    double bare = heightAt(settings.bareSpot(), at, since);
    feedback.rampBias(before, withdrawBetween(since));
    return site - bare - settings.slope().riseAngstrom(settings.bareSpot(), settings.middle());
  }

  /** The lines come at its end: what a controller's buffer holds before, no document says. */
  @Override
  public void scan(ScanFrame frame, double tripNanoampere, Consumer<ScanRow> rows)
      throws InstrumentException {
    long since = begin();
    double before = biasVolt();
    DriverSettings.Spot corner =
        new DriverSettings.Spot(
            SiUnits.metres(frame.centreXAngstrom() - frame.sizeAngstrom() / 2),
            SiUnits.metres(frame.centreYAngstrom() - frame.sizeAngstrom() / 2));
    var at = new DriverSettings.Tunnelling(frame.biasVolt(), frame.setpointNanoampere());
    drive.travelTo(corner, settings.travelAngstromPerSecond(), since);
    double unused = feedback.heightAngstrom(at, since);
    List<ScanLine> scanned = scan.take(frame, tripNanoampere, true, since);
    feedback.rampBias(before, withdrawBetween(since));
    for (int line = 0; 2 * line < scanned.size(); line++) {
      rows.accept(new ScanRow(line, scanned.get(2 * line).z()));
    }
  }

  private long begin() throws InstrumentException {
    long since = overtaking.now();
    if (!withdrawn()) {
      throw new InstrumentException(
          "the tip is not known to be withdrawn: z at its upper end, and no current at a bias of at"
              + " least 1 mV");
    }
    lines.resume();
    inHand = true;
    return since;
  }

  private double heightAt(Spot spot, DriverSettings.Tunnelling at, long since)
      throws InstrumentException {
    Spot now = rescan == null ? spot : rescan.now(spot);
    drive.travelTo(now, settings.travelAngstromPerSecond(), since);
    return feedback.heightAngstrom(at, since);
  }

  /** Up again for the next place; somebody else's withdrawal ends the verb. */
  private long withdrawBetween(long since) throws InstrumentException {
    overtaking.check(since);
    withdraw();
    if (!withdrawn()) {
      throw new InstrumentException("the tip did not come up");
    }
    overtaking.check(since + 1);
    return since + 1;
  }

  @Override
  public double timeSeconds() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  /**
   * Withdraws once more, unless this driver never had the tip in hand: somebody may be working with
   * it by hand. Then hangs up.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    if (inHand) {
      try {
        withdraw();
      } catch (InstrumentException failed) {
        LOG.error("the last withdrawal failed: {}", failed.getMessage());
      }
    }
    lines.client().close();
  }
}
