package org.tipwright.env.hose;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.KnownDynamics;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.random.StreamsState;

/**
 * Leads the tip along a hidden path: benchmarks E1 and E1-F. Observed is the tip's position in Å
 * relative to contact. Each of the five {@link LiftMove}s gives +0.01; the episode ends in success
 * at 14 Å (+1, the 140th step) or where the tip leaves the {@link HoseCorridor} (−1). Success is
 * tested before rupture. Nothing is random but which path it is, and that the settings fix.
 */
public final class HoseTask implements EnvironmentCore {

  static final float STEP_REWARD = 0.01f;
  static final float END_REWARD = 1f;
  static final int LATERAL_TENTHS = 3;

  /** As far as the tip can get sideways: every one of the 140 steps in one direction. */
  private static final float WIDEST_ANGSTROM = LATERAL_TENTHS * HoseCorridor.SUCCESS_TENTHS / 10f;

  static final ObservationSpec OBSERVATION =
      new ObservationSpec(
          List.of(
              new Component("tip-x", "Å", -WIDEST_ANGSTROM, WIDEST_ANGSTROM, 1f),
              new Component("tip-y", "Å", -WIDEST_ANGSTROM, WIDEST_ANGSTROM, 1f),
              new Component("tip-z", "Å", 0f, HoseCorridor.SUCCESS_TENTHS / 10f, 1f)));

  static final ActionSpec.Discrete ACTIONS = LiftMove.actionSpec();

  private final HoseCorridor corridor;
  private final int contactXTenths;
  private final int contactYTenths;
  private boolean seeded;
  private boolean running;
  private boolean succeeded;
  private float reward;
  private int xTenths;
  private int yTenths;
  private int zTenths;

  /**
   * A hose around the path that the settings choose.
   *
   * @throws IllegalArgumentException if they name a file that does not hold a path
   */
  public HoseTask(HoseSettings settings) {
    this(settings.drawPath());
  }

  /** A hose around a path. */
  public HoseTask(HosePath path) {
    this(new HoseCorridor(path), 0, 0);
  }

  /** A corridor entered beside its origin, at a contact point given in tenths of Å. */
  HoseTask(HoseCorridor corridor, int contactXTenths, int contactYTenths) {
    this.corridor = corridor;
    this.contactXTenths = contactXTenths;
    this.contactYTenths = contactYTenths;
  }

  @Override
  public ObservationSpec observationSpec() {
    return OBSERVATION;
  }

  @Override
  public ActionSpec actionSpec() {
    return ACTIONS;
  }

  @Override
  public Optional<KnownDynamics> knownDynamics() {
    return Optional.of(HoseDynamics.INSTANCE);
  }

  @Override
  public void seed(long seed) {
    seeded = true;
    running = false;
  }

  @Override
  public void reset(float[] observation, int offset) {
    if (!seeded) {
      throw new IllegalStateException("the hose was never seeded; call seed before reset");
    }
    xTenths = 0;
    yTenths = 0;
    zTenths = 0;
    reward = 0f;
    succeeded = false;
    running = true;
    write(observation, offset);
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset) {
    if (!running) {
      throw new IllegalStateException("no episode is in progress; call reset before step");
    }
    LiftMove move = LiftMove.ALL.get(ACTIONS.index(action[actionOffset]));
    xTenths += LATERAL_TENTHS * move.stepX();
    yTenths += LATERAL_TENTHS * move.stepY();
    zTenths += 1;
    succeeded = zTenths >= HoseCorridor.SUCCESS_TENTHS;
    running =
        !succeeded
            && corridor.survives(contactXTenths + xTenths, contactYTenths + yTenths, zTenths);
    reward = STEP_REWARD + (running ? 0f : succeeded ? END_REWARD : -END_REWARD);
    write(observation, offset);
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
    return new StreamsState(Collections.emptySortedMap());
  }

  @Override
  public void restoreStreams(StreamsState state) {
    seeded = true;
    running = false;
  }

  private void write(float[] observation, int offset) {
    observation[offset] = xTenths / 10f;
    observation[offset + 1] = yTenths / 10f;
    observation[offset + 2] = zTenths / 10f;
  }
}
