package org.tipwright.bridge.client;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.v1.ApproachReply;
import org.tipwright.bridge.v1.CheckTipReply;
import org.tipwright.bridge.v1.CommandReply;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.ScanSiteReply;
import org.tipwright.bridge.v1.Signals;
import org.tipwright.bridge.wire.SiUnits;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.lift.LiftObservation;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.lift.LiftSignals;
import org.tipwright.env.lift.RuptureSign;
import org.tipwright.env.random.StreamsState;

/**
 * The lift task on an instrument, over a bridge. Observations are made of what comes over the wire
 * and of nothing else; success is what the arbiter's two measurements say.
 *
 * <p>A lift begins with contact. An approach that finds none is made again, so many times as was
 * said, and then {@link #reset} throws {@link NoContactException}: that is no episode.
 *
 * <p>A step that the bridge refuses, or that trips it, throws {@link BridgeException}: the episode
 * is over then; after a refusal the next {@link #reset} brings the tip up. In a dry run nothing
 * moves: signals stay the last measured ones, the outcome is unknown, and each plan goes to the
 * {@code plans} that were given.
 */
public final class InstrumentLiftEnvironment implements EnvironmentCore {

  private final BridgeClient client;
  private final Consumer<String> plans;
  private final int approaches;
  private final Config episodeSettings;
  private final LiftSettings settings;
  private final LiftObservation observed;
  private final RuptureSign ruptureSign;
  private final boolean simulated;
  private final ActionSpec.Discrete actions = LiftMove.actionSpec();
  private int stepsX;
  private int stepsY;
  private int stepsZ;
  private TipPosition reached = TipPosition.CONTACT;
  private boolean running;
  private boolean engaged;
  private float reward;
  private double instrumentSeconds;
  private LiftOutcome outcome = LiftOutcome.UNKNOWN;
  private boolean voided;

  /**
   * An environment on the instrument behind a client that holds a lease.
   *
   * @param policySettings complete settings of the lift task, as in the policy's model card
   * @param approaches how many are made at most for one contact
   * @param plans gets one sentence for each command of a dry run, and for each approach without
   *     contact
   * @throws IllegalArgumentException if the instrument cannot do or measure what the policy needs,
   *     naming the first difference
   */
  public InstrumentLiftEnvironment(
      BridgeClient client, Config policySettings, int approaches, Consumer<String> plans) {
    this.client = client;
    this.plans = plans;
    this.approaches = approaches;
    Description instrument = client.describe();
    this.episodeSettings = episodeSettings(instrument, policySettings);
    this.simulated = instrument.hasSimulation();
    this.settings = settings(episodeSettings);
    this.observed = new LiftObservation(settings);
    this.ruptureSign = new RuptureSign(settings);
    InstrumentFit.check(instrument, settings, observed.spec());
  }

  private static LiftSettings settings(Config complete) {
    try {
      return LiftSettings.from(complete);
    } catch (ConfigException.Missing older) {
      throw new IllegalArgumentException(
          "the policy was trained by another version of the program, which had fewer settings of the"
              + " lift ("
              + older.getMessage()
              + "); train it again",
          older);
    }
  }

  /** The instrument's physics, if it is simulated; the policy's observation, reward and end. */
  private static Config episodeSettings(Description instrument, Config policy) {
    Config base = policy;
    if (instrument.hasSimulation()) {
      base = ConfigFactory.parseString(instrument.getSimulation().getSettings());
      for (String key : new String[] {"observation", "reward", "end"}) {
        base = base.withValue(key, policy.getValue(key));
      }
    }
    return base.withValue("end.at-rupture", ConfigValueFactory.fromAnyRef(false))
        .withValue("end.at-recognised-rupture", ConfigValueFactory.fromAnyRef(true));
  }

  /**
   * Settings with which the simulated task replays an episode of this environment, if the
   * instrument is simulated; they belong into the episode record.
   */
  public Config episodeSettings() {
    return episodeSettings;
  }

  @Override
  public ObservationSpec observationSpec() {
    return observed.spec();
  }

  @Override
  public ActionSpec.Discrete actionSpec() {
    return actions;
  }

  /** Does nothing: an instrument cannot be seeded from here. */
  @Override
  public void seed(long seed) {}

  @Override
  public void reset(float[] observation, int offset) {
    letGo();
    reward = 0;
    stepsX = 0;
    stepsY = 0;
    stepsZ = 0;
    outcome = LiftOutcome.UNKNOWN;
    voided = false;
    ApproachReply contact = contact();
    ruptureSign.begin();
    if (!contact.getSameMolecule()) {
      observed.attempts().forget();
    }
    observed.begin(signals(contact.getReply()), contact.getInwardAzimuthRad());
    observed.write(observation, offset);
    running = true;
  }

  /** Approaches until contact is made. */
  private ApproachReply contact() {
    for (int made = 1; ; made++) {
      engaged = true;
      ApproachReply approach = client.approach();
      told(approach.getReply());
      String missed = approach.getNoContact();
      if (missed.isEmpty()) {
        return approach;
      }
      engaged = false;
      if (made >= approaches) {
        throw new NoContactException(made, missed);
      }
      plans.accept("no contact in approach " + made + " of " + approaches + ": " + missed);
    }
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset) {
    if (!running) {
      throw new IllegalStateException("the lift has not begun or is over: reset first");
    }
    LiftMove move = LiftMove.ALL.get(actions.index(action[actionOffset]));
    stepsX += move.stepX();
    stepsY += move.stepY();
    stepsZ++;
    TipPosition target =
        new TipPosition(
            stepsX * LiftMove.LATERAL_ANGSTROM,
            stepsY * LiftMove.LATERAL_ANGSTROM,
            stepsZ * LiftMove.VERTICAL_ANGSTROM);
    running = false;
    CommandReply reply = client.moveTip(target);
    told(reply);
    reached = SiUnits.fromWire(reply.getPosition());
    LiftSignals signals = signals(reply);
    observed.add(move, reached.xAngstrom(), reached.yAngstrom(), reached.zAngstrom(), signals);
    observed.write(observation, offset);
    reward = settings.stepReward();
    boolean ruptured =
        ruptureSign.shows(
                target.zAngstrom(), signals.logConductanceMean(), signals.frequencyShiftHertz())
            && reply.getExecuted();
    if (stepsZ < settings.steps() && !ruptured) {
      running = true;
      return StepType.MID;
    }
    return arbitrate();
  }

  /**
   * Up, then the two measurements. An unknown outcome, or an attempt that an operator has voided,
   * cuts the episode, it does not end the task.
   */
  private StepType arbitrate() {
    withdraw();
    CheckTipReply tip = client.checkTip();
    told(tip.getReply());
    ScanSiteReply site = client.scanSite();
    told(site.getReply());
    outcome =
        tip.hasHeightChangeM() && site.hasApparentHeightM()
            ? LiftArbiter.decide(
                SiUnits.angstrom(tip.getHeightChangeM()),
                SiUnits.angstrom(site.getApparentHeightM()))
            : LiftOutcome.UNKNOWN;
    voided = client.readState().getAttemptVoid();
    if (outcome == LiftOutcome.UNKNOWN || voided) {
      return StepType.TRUNCATED;
    }
    reward += succeeded() ? settings.successReward() : settings.ruptureReward();
    observed
        .attempts()
        .remember(reached.xAngstrom(), reached.yAngstrom(), reached.zAngstrom(), succeeded());
    return StepType.TERMINATED;
  }

  /** Ends a lift that was left in the middle: the tip goes up. Does nothing between lifts. */
  public void letGo() {
    running = false;
    if (engaged) {
      withdraw();
    }
  }

  private void withdraw() {
    told(client.withdraw());
    engaged = false;
  }

  private void told(CommandReply reply) {
    instrumentSeconds = reply.getInstrumentTimeS();
    if (!reply.getExecuted()) {
      plans.accept("#" + reply.getSequence() + " would " + reply.getPlan());
    }
  }

  private static LiftSignals signals(CommandReply reply) {
    Signals wire = reply.getSignals();
    return new LiftSignals(
        wire.getLog10ConductanceMean(), wire.getLog10ConductanceJump(), wire.getFrequencyShiftHz());
  }

  @Override
  public float reward() {
    return reward;
  }

  @Override
  public boolean succeeded() {
    return outcome == LiftOutcome.SUCCESS;
  }

  /**
   * Whether a lift may follow a success: a simulation has a bare tip and another molecule then, an
   * instrument a loaded tip.
   */
  public boolean goesOnAfterSuccess() {
    return simulated;
  }

  /** How the last lift ended. */
  public LiftOutcome outcome() {
    return outcome;
  }

  /** Whether an operator had voided it by the time it ended: then it counts for nothing. */
  public boolean voided() {
    return voided;
  }

  /** The instrument's own time at the last reply, in s. */
  public double instrumentSeconds() {
    return instrumentSeconds;
  }

  /**
   * Of a simulated instrument the streams of the next molecule; of any other, nothing. A tip that
   * is still in contact is withdrawn first, for what the rise does belongs to the molecule before.
   */
  @Override
  public StreamsState saveStreams() {
    letGo();
    Map<String, byte[]> streams = new TreeMap<>();
    client
        .describe()
        .getSimulation()
        .getStreamsMap()
        .forEach((name, bytes) -> streams.put(name, bytes.toByteArray()));
    StreamsState simulated = new StreamsState(streams);
    return streams.isEmpty() ? simulated : observed.attempts().addTo(simulated);
  }

  /** Not possible: what was done to an instrument is done. */
  @Override
  public void restoreStreams(StreamsState state) {
    throw new UnsupportedOperationException(
        "an instrument cannot go back; replay the episode on the simulated task instead");
  }
}
