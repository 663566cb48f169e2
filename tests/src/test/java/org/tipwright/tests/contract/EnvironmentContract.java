package org.tipwright.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipwright.env.AutoresetMode;
import org.tipwright.env.Component;
import org.tipwright.env.Environment;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.TimeStep;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/** What every environment has to do. Subclasses say which environment. */
public abstract class EnvironmentContract {

  private static final long SEED = 20_20;

  /** A new environment, never seeded; each call gives an equal one. */
  protected abstract EnvironmentCore create();

  /** Episodes played where one would not do; fewer for a slow environment. */
  protected int episodes() {
    return 4;
  }

  /** Bytes that a step may allocate; 0 unless a library underneath leaves no choice. */
  protected long allocatedBytesPerStep() {
    return 0;
  }

  @Test
  void theSameSeedAndActionsGiveTheSameBytes() {
    EnvironmentCore one = seeded();
    EnvironmentCore other = seeded();
    assertSame(
        Played.episodes(one, actions(), episodes()), Played.episodes(other, actions(), episodes()));
  }

  @Test
  void seedingAgainForgetsWhatWasPlayed() {
    EnvironmentCore environment = seeded();
    Played first = Played.episodes(environment, actions(), episodes());
    environment.seed(SEED);
    assertSame(Played.episodes(environment, actions(), episodes()), first);
  }

  @Test
  void observationsFitTheSpec() throws NotConverged {
    EnvironmentCore environment = seeded();
    int size = environment.observationSpec().size();
    float[] observation = new float[size + 4];
    float[] action = new float[environment.actionSpec().size() + 2];
    RandomStream draws = actions();
    for (int episode = 0; episode < episodes(); episode++) {
      Arrays.fill(observation, -77f);
      environment.reset(observation, 3);
      checkObservation(environment, observation);
      StepType type = StepType.FIRST;
      while (!type.isLast()) {
        Played.draw(environment.actionSpec(), draws, action, 1);
        type = environment.step(action, 1, observation, 3);
        checkObservation(environment, observation);
        assertThat(environment.reward()).isFinite();
        assertThat(type).isNotEqualTo(StepType.FIRST);
      }
    }
  }

  private static void checkObservation(EnvironmentCore environment, float[] observation) {
    int size = environment.observationSpec().size();
    for (int i = 0; i < size; i++) {
      Component component = environment.observationSpec().components().get(i);
      assertThat(observation[3 + i])
          .as(component.name())
          .isFinite()
          .isBetween(component.low(), component.high());
    }
    assertThat(Arrays.copyOf(observation, 3)).containsOnly(-77f);
    assertThat(observation[3 + size]).isEqualTo(-77f);
  }

  @Test
  void specsAreValuesWithDistinctNames() {
    EnvironmentCore environment = create();
    assertThat(environment.observationSpec()).isEqualTo(create().observationSpec());
    assertThat(environment.actionSpec()).isEqualTo(create().actionSpec());
    assertThat(environment.observationSpec().components())
        .extracting(Component::name)
        .doesNotHaveDuplicates()
        .isNotEmpty();
  }

  @Test
  void aResetBeforeAnySeedIsRefused() {
    EnvironmentCore environment = create();
    float[] observation = new float[environment.observationSpec().size()];
    assertThatIllegalStateException().isThrownBy(() -> environment.reset(observation, 0));
  }

  @Test
  void aStepBeforeTheFirstResetIsRefused() {
    assertStepIsRefused(seeded());
  }

  @Test
  void aStepAfterTheEndIsRefused() {
    EnvironmentCore environment = seeded();
    Played.episodes(environment, actions(), 1);
    assertStepIsRefused(environment);
  }

  @Test
  void aStepAfterSeedingAnewIsRefused() throws NotConverged {
    EnvironmentCore environment = seeded();
    environment.reset(new float[environment.observationSpec().size()], 0);
    environment.seed(SEED);
    assertStepIsRefused(environment);
  }

  private static void assertStepIsRefused(EnvironmentCore environment) {
    float[] observation = new float[environment.observationSpec().size()];
    float[] action = new float[environment.actionSpec().size()];
    Played.draw(environment.actionSpec(), actions(), action, 0);
    assertThatIllegalStateException().isThrownBy(() -> environment.step(action, 0, observation, 0));
  }

  @Test
  void anActionThatDoesNotFitIsRefusedAndNothingHappens() throws NotConverged {
    EnvironmentCore pestered = seeded();
    EnvironmentCore left = seeded();
    float[] observation = new float[pestered.observationSpec().size()];
    float[] undisturbed = new float[observation.length];
    float[] action = new float[pestered.actionSpec().size()];
    pestered.reset(observation, 0);
    left.reset(undisturbed, 0);
    RandomStream draws = actions();
    StepType type = StepType.FIRST;
    for (int step = 0; step < 10 && !type.isLast(); step++) {
      for (float[] misfit : Played.misfits(pestered.actionSpec())) {
        assertThatIllegalArgumentException()
            .as("action %s", Arrays.toString(misfit))
            .isThrownBy(() -> pestered.step(misfit, 0, observation, 0));
      }
      Played.draw(pestered.actionSpec(), draws, action, 0);
      type = pestered.step(action, 0, observation, 0);
      assertThat(left.step(action, 0, undisturbed, 0)).isEqualTo(type);
      assertThat(Played.moment(type, pestered.reward(), observation))
          .isEqualTo(Played.moment(type, left.reward(), undisturbed));
    }
  }

  @Test
  void nothingIsEarnedByAReset() throws NotConverged {
    EnvironmentCore environment = seeded();
    Played.episodes(environment, actions(), 1);
    environment.reset(new float[environment.observationSpec().size()], 0);
    assertThat(environment.reward()).isZero();
    assertThat(environment.succeeded()).isFalse();
  }

  @Test
  void onlyATerminationHasNoFuture() throws NotConverged {
    Environment environment = new Environment(create());
    RandomStream draws = actions();
    float[] action = new float[environment.actionSpec().size()];
    environment.reset(SEED);
    for (int episode = 0; episode < episodes(); episode++) {
      TimeStep step = environment.reset();
      assertThat(step.type()).isEqualTo(StepType.FIRST);
      while (!step.isLast()) {
        assertThat(step.discount()).isEqualTo(1f);
        Played.draw(environment.actionSpec(), draws, action, 0);
        step = environment.step(action);
      }
      assertThat(step.discount()).isEqualTo(step.type() == StepType.TRUNCATED ? 1f : 0f);
    }
  }

  @Test
  void restoredStreamsBringBackTheEpisodesThatFollowed() {
    EnvironmentCore environment = seeded();
    RandomStream draws = actions();
    Played.episodes(environment, draws, episodes());
    byte[] drawsState = draws.save();
    StreamsState state = environment.saveStreams();
    Played followed = Played.episodes(environment, draws, episodes());

    draws.restore(drawsState);
    environment.restoreStreams(state);
    assertSame(Played.episodes(environment, draws, episodes()), followed);

    draws.restore(drawsState);
    EnvironmentCore fresh = create();
    fresh.restoreStreams(state);
    assertSame(Played.episodes(fresh, draws, episodes()), followed);
  }

  @Test
  void savingStreamsChangesNothing() {
    EnvironmentCore environment = seeded();
    RandomStream draws = actions();
    Played.episodes(environment, draws, 1);
    environment.saveStreams();
    Played saved = Played.episodes(environment, draws, 1);

    EnvironmentCore other = seeded();
    RandomStream same = actions();
    Played.episodes(other, same, 1);
    assertSame(Played.episodes(other, same, 1), saved);
  }

  @ParameterizedTest
  @EnumSource
  void lanesOfAVectorAreSingleEnvironments(AutoresetMode mode) throws NotConverged {
    LanesAndSingles.play(this::create, mode, SEED, 40 * episodes());
  }

  @Test
  void aStepAllocatesNothing() throws NotConverged {
    EnvironmentCore environment = seeded();
    allocated(environment, 300 * episodes());
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 5; window++) {
      least = Math.min(least, allocated(environment, 20 * episodes()));
    }
    assertThat(least).isLessThanOrEqualTo(20L * episodes() * allocatedBytesPerStep());
  }

  /** Bytes that this thread allocates in a number of steps, resets not counted. */
  private static long allocated(EnvironmentCore environment, int steps) throws NotConverged {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] observation = new float[environment.observationSpec().size()];
    float[] action = new float[environment.actionSpec().size()];
    RandomStream draws = actions();
    long bytes = 0;
    StepType type = StepType.TERMINATED;
    for (int step = 0; step < steps; step++) {
      if (type.isLast()) {
        environment.reset(observation, 0);
      }
      Played.draw(environment.actionSpec(), draws, action, 0);
      long before = threads.getCurrentThreadAllocatedBytes();
      type = environment.step(action, 0, observation, 0);
      bytes += threads.getCurrentThreadAllocatedBytes() - before;
    }
    return bytes;
  }

  private static void assertSame(Played one, Played other) {
    assertThat(one.firstDifference(other)).isNull();
  }

  private EnvironmentCore seeded() {
    EnvironmentCore environment = create();
    environment.seed(SEED);
    return environment;
  }

  private static RandomStream actions() {
    return new RandomStream(SEED, "actions");
  }
}
