package org.tipwright.env.lift;

import java.util.List;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.Symmetry;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.LiftSite;

/**
 * Lift one molecule after another out of the layer. An episode ends in success when the tip is at
 * the end mark with the bond intact and the molecule free of its site, in failure at a rupture,
 * beyond the lateral limit, or at the end mark otherwise. It is never truncated: every move rises.
 */
public final class LiftTask implements EnvironmentCore {

  private final LiftSettings settings;
  private final LiftBench bench;
  private final LiftObservation observed;
  private final RuptureSign ruptureSign;
  private final ActionSpec.Discrete actions = LiftMove.actionSpec();
  private int stepsX;
  private int stepsY;
  private int stepsZ;
  private boolean running;
  private boolean succeeded;
  private float reward;

  /** A task with a bench of its own. */
  public LiftTask(LiftSettings settings) {
    this(settings, new LiftBench(settings));
  }

  /** A task in which every molecule lies in this site, to be held against another simulation. */
  public LiftTask(LiftSettings settings, LiftSite site) {
    this(settings, new LiftBench(settings, site));
  }

  private LiftTask(LiftSettings settings, LiftBench bench) {
    this.settings = settings;
    this.bench = bench;
    this.observed = new LiftObservation(settings);
    this.ruptureSign = new RuptureSign(settings);
  }

  @Override
  public ObservationSpec observationSpec() {
    return observed.spec();
  }

  @Override
  public ActionSpec.Discrete actionSpec() {
    return actions;
  }

  @Override
  public List<Symmetry> symmetries() {
    return Double.isNaN(settings.fixedAzimuthRadians())
        ? LiftSymmetries.of(observationSpec())
        : List.of();
  }

  @Override
  public void seed(long seed) {
    bench.seed(seed);
    running = false;
  }

  @Override
  public void reset(float[] observation, int offset) throws NotConverged {
    running = false;
    succeeded = false;
    reward = 0;
    stepsX = 0;
    stepsY = 0;
    stepsZ = 0;
    ruptureSign.begin();
    bench.approach();
    if (!bench.sameMolecule()) {
      observed.attempts().forget();
    }
    observed.begin(
        bench.logConductanceMean(),
        bench.logConductanceJump(),
        bench.frequencyShiftHertz(),
        bench.site().inwardAzimuthRadians());
    observed.write(observation, offset);
    running = true;
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged {
    if (!running) {
      throw new IllegalStateException("the lift has not begun or is over: reset first");
    }
    LiftMove move = LiftMove.ALL.get(actions.index(action[actionOffset]));
    stepsX += move.stepX();
    stepsY += move.stepY();
    stepsZ++;
    double x = stepsX * LiftMove.LATERAL_ANGSTROM;
    double y = stepsY * LiftMove.LATERAL_ANGSTROM;
    running = false;
    bench.moveTip(x, y, stepsZ * LiftMove.VERTICAL_ANGSTROM);
    observed.add(
        move,
        bench.tipX(),
        bench.tipY(),
        bench.tipZ(),
        bench.logConductanceMean(),
        bench.logConductanceJump(),
        bench.frequencyShiftHertz());
    observed.write(observation, offset);
    return judge(x, y);
  }

  private StepType judge(double x, double y) {
    boolean atEnd = stepsZ >= settings.steps();
    boolean tooFar = StrictMath.hypot(x, y) > settings.endLateralAngstrom();
    succeeded = atEnd && bench.bondIntact() && bench.freeOfSite();
    boolean recognised =
        ruptureSign.shows(bench.tipZ(), bench.logConductanceMean(), bench.frequencyShiftHertz());
    boolean ruptured =
        (settings.endAtRupture() && !bench.bondIntact())
            || (settings.endAtRecognisedRupture() && recognised);
    boolean failed = ruptured || tooFar || (atEnd && !succeeded);
    reward = settings.stepReward();
    if (succeeded) {
      reward += settings.successReward();
    } else if (failed) {
      reward += settings.ruptureReward();
    }
    running = !succeeded && !failed;
    if (!running) {
      observed.attempts().remember(bench.tipX(), bench.tipY(), bench.tipZ(), succeeded);
    }
    return running ? StepType.MID : StepType.TERMINATED;
  }

  @Override
  public float reward() {
    return reward;
  }

  @Override
  public boolean succeeded() {
    return succeeded;
  }

  @Override
  public StreamsState saveStreams() {
    return observed.attempts().addTo(bench.saveStreams());
  }

  @Override
  public void restoreStreams(StreamsState state) {
    bench.restoreStreams(state);
    observed.attempts().restore(state);
    running = false;
  }

  /** The bench underneath: hidden truth for oracles and tables, never for a policy. */
  public LiftBench bench() {
    return bench;
  }
}
