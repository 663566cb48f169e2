package org.tipwright.bridge.instrument;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigRenderOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tipwright.env.lift.LiftBench;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/**
 * An instrument in this process, on simulated physics with a seed of its own. Instrument time runs
 * as fast as the physics allows.
 *
 * <p>A withdrawal takes effect at once; what the rise did to the molecule is worked out when
 * somebody next looks. Apparent heights are modelling choices, to two digits those of
 * low-temperature practice.
 */
public final class SimulatedInstrument implements Instrument {

  /** Height of a withdrawn tip, in Å. */
  private static final double WITHDRAWN_ANGSTROM = 20;

  /** Mean and deviation of the height that a hanging molecule adds, in Å; 3 to 13 in practice. */
  private static final double LOADED_ANGSTROM = 8;

  private static final double LOADED_SD_ANGSTROM = 0.8;
  private static final double MOLECULE_ANGSTROM = 1.8;
  private static final double READING_SD_ANGSTROM = 0.05;
  private static final double APPROACH_SECONDS = 30;
  private static final double MEASURE_SECONDS = 20;

  private final Config config;
  private final LiftSettings settings;
  private final LiftBench bench;
  private final RandomStream readings;
  private final Object tip = new Object();

  // Guarded by tip, which is held for moments only, never while physics runs.
  private boolean withdrawn = true;
  private long withdrawals;

  // Of the one thread that calls the other verbs.
  private TipPosition position = new TipPosition(0, 0, WITHDRAWN_ANGSTROM);
  private Signals signals = Signals.NONE;
  private StreamsState streamsOfMolecule;
  private boolean lost;
  private boolean risen = true;
  private boolean loaded;
  private boolean vacancy;
  private double seconds;

  /**
   * A new instrument.
   *
   * @param config complete settings of the lift task
   * @param seed of everything that is drawn
   */
  public SimulatedInstrument(Config config, long seed) {
    this.config = config;
    this.settings = LiftSettings.from(config);
    this.bench = new LiftBench(settings);
    this.bench.seed(seed);
    this.readings = new RandomStream(seed, "instrument-readings");
    this.streamsOfMolecule = bench.saveStreams();
  }

  @Override
  public InstrumentDescription describe() {
    if (withdrawn()) {
      rise();
      streamsOfMolecule = bench.saveStreams();
    }
    List<String> measured = new ArrayList<>(List.of("current"));
    if (settings.observation().frequencyShift()) {
      measured.add("frequency-shift");
    }
    return new InstrumentDescription(
        "sim",
        "simulated",
        List.of("Approach", "MoveTip", "SetBias", "Withdraw", "CheckTip", "ScanSite"),
        measured,
        Optional.of(
            new InstrumentDescription.Simulation(
                "lift", config.root().render(ConfigRenderOptions.concise()), streamsOfMolecule)));
  }

  @Override
  public Contact approach() throws InstrumentException {
    rise();
    long before;
    synchronized (tip) {
      before = withdrawals;
    }
    streamsOfMolecule = bench.saveStreams();
    seconds += APPROACH_SECONDS;
    try {
      bench.approach();
    } catch (NotConverged notConverged) {
      throw new InstrumentException("the approach did not come to rest", notConverged);
    }
    lost = false;
    risen = false;
    arrive(TipPosition.CONTACT);
    synchronized (tip) {
      if (withdrawals != before) {
        throw new InstrumentException("the tip was withdrawn during the approach");
      }
      withdrawn = false;
    }
    return new Contact(bench.site().inwardAzimuthRadians(), bench.sameMolecule());
  }

  @Override
  public void moveTip(TipPosition target, double speedAngstromPerSecond)
      throws InstrumentException {
    if (withdrawn()) {
      throw new InstrumentException("the tip is withdrawn");
    }
    seconds += position.distanceAngstrom(target) / speedAngstromPerSecond;
    measureAt(target);
  }

  private void measureAt(TipPosition target) throws InstrumentException {
    try {
      bench.moveTip(target.xAngstrom(), target.yAngstrom(), target.zAngstrom());
    } catch (NotConverged notConverged) {
      lost = true;
      throw new InstrumentException("the junction did not come to rest at " + target, notConverged);
    }
    arrive(target);
    if (withdrawn()) {
      throw new InstrumentException("the tip was withdrawn meanwhile");
    }
  }

  private void arrive(TipPosition where) {
    position = where;
    signals =
        new Signals(
            bench.biasVolt(),
            bench.currentNanoampere(),
            bench.signals().logConductanceMean(),
            bench.signals().logConductanceJump(),
            settings.observation().frequencyShift()
                ? bench.signals().frequencyShiftHertz()
                : Double.NaN);
  }

  @Override
  public void setBias(double biasVolt) throws InstrumentException {
    try {
      bench.setBiasVolt(biasVolt);
    } catch (IllegalArgumentException wrong) {
      throw new InstrumentException(String.valueOf(wrong.getMessage()), wrong);
    }
    if (!withdrawn()) {
      measureAt(position);
    }
  }

  @Override
  public double biasVolt() {
    return bench.biasVolt();
  }

  @Override
  public void withdraw() {
    synchronized (tip) {
      withdrawals++;
      withdrawn = true;
    }
  }

  @Override
  public boolean withdrawn() {
    synchronized (tip) {
      return withdrawn;
    }
  }

  /** Straight up from where the tip was, in the physics: the bond may break on the way. */
  private void rise() {
    if (risen) {
      return;
    }
    risen = true;
    TipPosition from = position;
    position = new TipPosition(from.xAngstrom(), from.yAngstrom(), WITHDRAWN_ANGSTROM);
    seconds += WITHDRAWN_ANGSTROM - from.zAngstrom();
    int steps =
        (int) Math.ceil((WITHDRAWN_ANGSTROM - from.zAngstrom()) / LiftMove.VERTICAL_ANGSTROM);
    try {
      for (int i = 1; i <= steps && !lost && bench.bondIntact(); i++) {
        bench.moveTip(
            from.xAngstrom(),
            from.yAngstrom(),
            Math.min(WITHDRAWN_ANGSTROM, from.zAngstrom() + i * LiftMove.VERTICAL_ANGSTROM));
      }
      loaded = !lost && bench.bondIntact();
      vacancy = loaded && bench.freeOfSite();
    } catch (NotConverged notConverged) {
      // No relaxed state tells where the molecule went: count it as lost, never as lifted.
      loaded = false;
      vacancy = false;
    }
  }

  @Override
  public TipPosition position() {
    return withdrawn()
        ? new TipPosition(position.xAngstrom(), position.yAngstrom(), WITHDRAWN_ANGSTROM)
        : position;
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public double tipHeightChangeAngstrom(double biasVolt, double setpointNanoampere)
      throws InstrumentException {
    measureWithdrawn();
    double noise = readings.nextGaussian();
    return loaded ? LOADED_ANGSTROM + LOADED_SD_ANGSTROM * noise : READING_SD_ANGSTROM * noise;
  }

  @Override
  public double siteHeightAngstrom(double biasVolt, double setpointNanoampere)
      throws InstrumentException {
    measureWithdrawn();
    return (vacancy ? 0 : MOLECULE_ANGSTROM) + READING_SD_ANGSTROM * readings.nextGaussian();
  }

  private void measureWithdrawn() throws InstrumentException {
    if (!withdrawn()) {
      throw new InstrumentException("the tip is not withdrawn");
    }
    rise();
    seconds += MEASURE_SECONDS;
  }

  @Override
  public double timeSeconds() {
    return seconds;
  }

  @Override
  public void close() {
    withdraw();
  }
}
