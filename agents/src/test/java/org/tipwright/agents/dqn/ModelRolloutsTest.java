package org.tipwright.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.experience.EpisodeCollector;
import org.tipwright.agents.experience.ExperienceBuffer;
import org.tipwright.agents.experience.TransitionBatch;
import org.tipwright.env.KnownDynamics;
import org.tipwright.env.Tasks;
import org.tipwright.env.random.RandomStream;

/** Of one episode straight up to 0.3 Å, where it ruptured. */
class ModelRolloutsTest {

  private static final KnownDynamics HOSE =
      Tasks.create("hose", Tasks.defaults("hose")).knownDynamics().orElseThrow();
  private static final float[] RUPTURED = {0, 0, 0.3f};

  private final RandomStream random = new RandomStream(1, "rollouts");
  private final ExperienceBuffer experience = new ExperienceBuffer(100, 3, false);
  private final ModelRollouts rollouts = new ModelRollouts(HOSE, 5, 3, 4);
  private final TransitionBatch batch = new TransitionBatch(4000, 3);

  @BeforeEach
  void playAndMakeUp() {
    EpisodeCollector collector = new EpisodeCollector(3, 1);
    collector.begin(new float[3], 0);
    collector.add(new float[1], 0, 0.01f, new float[] {0, 0, 0.1f}, 0);
    collector.add(new float[1], 0, 0.01f, new float[] {0, 0, 0.2f}, 0);
    collector.add(new float[1], 0, -0.99f, RUPTURED, 0);
    experience.add(collector.finish(true, false, 7));
    makeUp();
  }

  private void makeUp() {
    rollouts.learnRuptures(experience);
    for (int i = 0; i < batch.size(); i++) {
      rollouts.transition(experience, i % 3, random, 0.97, batch, i);
    }
  }

  @Test
  void eachLeadsWhereItsActionDoes() {
    for (int i = 0; i < batch.size(); i++) {
      float[] from = Arrays.copyOfRange(batch.observations, 3 * i, 3 * i + 3);
      HOSE.move(from, 0, batch.actions[i]);
      assertThat(Arrays.copyOfRange(batch.nextObservations, 3 * i, 3 * i + 3)).isEqualTo(from);
      assertThat(batch.rows[i]).isEqualTo(TransitionBatch.MADE_UP);
    }
  }

  @Test
  void aStepToTheKnownRuptureEndsAndAnyOtherGoesOn() {
    int ruptures = 0;
    for (int i = 0; i < batch.size(); i++) {
      boolean there = HOSE.place(batch.nextObservations, 3 * i) == HOSE.place(RUPTURED, 0);
      assertThat(batch.returns[i]).isEqualTo(there ? -0.99f : 0.01f);
      assertThat(batch.discounts[i]).isEqualTo(there ? 0f : 0.97f);
      ruptures += there ? 1 : 0;
    }
    assertThat(ruptures).isBetween(100, 1500);
  }

  @Test
  void noneBeginsAtTheRuptureOrMoreThanFourMovesAway() {
    for (int i = 0; i < batch.size(); i++) {
      assertThat(HOSE.place(batch.observations, 3 * i)).isNotEqualTo(HOSE.place(RUPTURED, 0));
      assertThat(batch.observations[3 * i + 2]).isBetween(0f, 0.6f);
      assertThat(Math.abs(batch.observations[3 * i])).isLessThanOrEqualTo(1.2f);
    }
  }

  @Test
  void anEpisodeThatIsVoidIsNoRuptureAnyMore() {
    experience.remove(7);
    rollouts.learnRuptures(experience);
    EpisodeCollector collector = new EpisodeCollector(3, 1);
    collector.begin(new float[3], 0);
    for (int step = 1; step <= 3; step++) {
      collector.add(new float[1], 0, 0.01f, new float[] {0, 0, step / 10f}, 0);
    }
    experience.add(collector.finish(false, false, 8));
    makeUp();
    for (int i = 0; i < batch.size(); i++) {
      assertThat(batch.discounts[i]).isPositive();
    }
  }
}
