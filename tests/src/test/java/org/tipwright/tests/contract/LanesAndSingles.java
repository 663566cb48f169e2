package org.tipwright.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipwright.env.AutoresetMode;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.VectorEnvironment;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;

/** Plays a vector environment beside single ones that are reset by hand, and compares. */
final class LanesAndSingles {

  private static final int LANES = 3;

  private final VectorEnvironment vector;
  private final List<EnvironmentCore> singles;
  private final AutoresetMode mode;
  private final float[] actions;
  private final float[][] observations;
  private final boolean[] ended = new boolean[LANES];

  private LanesAndSingles(Supplier<EnvironmentCore> create, AutoresetMode mode, long seed) {
    List<EnvironmentCore> lanes = Stream.generate(create).limit(LANES).toList();
    this.singles = Stream.generate(create).limit(LANES).toList();
    for (int lane = 0; lane < LANES; lane++) {
      lanes.get(lane).seed(seed + lane);
      singles.get(lane).seed(seed + lane);
    }
    this.vector = new VectorEnvironment(lanes, mode);
    this.mode = mode;
    this.actions = new float[LANES * singles.get(0).actionSpec().size()];
    this.observations = new float[LANES][singles.get(0).observationSpec().size()];
  }

  static void play(Supplier<EnvironmentCore> create, AutoresetMode mode, long seed, int steps)
      throws NotConverged {
    LanesAndSingles both = new LanesAndSingles(create, mode, seed);
    RandomStream draws = new RandomStream(seed, "vector-actions");
    both.vector.reset();
    for (int lane = 0; lane < LANES; lane++) {
      both.singles.get(lane).reset(both.observations[lane], 0);
      both.compare(lane, StepType.FIRST, 0f, both.vector.observations());
    }
    for (int step = 0; step < steps; step++) {
      both.step(draws);
    }
  }

  private void step(RandomStream draws) throws NotConverged {
    int actionSize = actions.length / LANES;
    for (int lane = 0; lane < LANES; lane++) {
      Played.draw(singles.get(lane).actionSpec(), draws, actions, lane * actionSize);
      if (ended[lane] && mode == AutoresetMode.DISABLED) {
        vector.reset(lane);
        singles.get(lane).reset(observations[lane], 0);
        ended[lane] = false;
      }
    }
    vector.step(actions);
    for (int lane = 0; lane < LANES; lane++) {
      if (ended[lane]) {
        singles.get(lane).reset(observations[lane], 0);
        ended[lane] = false;
        compare(lane, StepType.FIRST, 0f, vector.observations());
      } else {
        stepSingle(lane, actionSize);
      }
    }
  }

  private void stepSingle(int lane, int actionSize) throws NotConverged {
    EnvironmentCore single = singles.get(lane);
    try {
      StepType type = single.step(actions, lane * actionSize, observations[lane], 0);
      ended[lane] = type.isLast();
      assertThat(vector.abandoned()[lane]).isFalse();
      assertThat(vector.succeeded()[lane]).isEqualTo(single.succeeded());
      compare(
          lane,
          type,
          single.reward(),
          type.isLast() ? vector.finalObservations() : vector.observations());
    } catch (NotConverged notConverged) {
      ended[lane] = true;
      assertThat(vector.abandoned()[lane]).isTrue();
      assertThat(vector.types()[lane]).isEqualTo(StepType.TRUNCATED);
    }
    if (ended[lane] && mode == AutoresetMode.SAME_STEP) {
      StepType type = vector.types()[lane];
      float reward = vector.rewards()[lane];
      single.reset(observations[lane], 0);
      ended[lane] = false;
      compare(lane, type, reward, vector.observations());
    }
  }

  private void compare(int lane, StepType type, float reward, float[] from) {
    int size = observations[lane].length;
    assertThat(Played.moment(vector.types()[lane], vector.rewards()[lane], from, lane * size, size))
        .as("lane %s", lane)
        .isEqualTo(Played.moment(type, reward, observations[lane]));
  }
}
