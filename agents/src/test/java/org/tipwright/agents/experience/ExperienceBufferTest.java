package org.tipwright.agents.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipwright.env.random.RandomStream;

/** Episodes here count: observation, action and reward of a step tell which step it was. */
class ExperienceBufferTest {

  private final RandomStream random = new RandomStream(1, "sampling");

  @Test
  void everyTransitionIsDrawnEquallyOften() {
    ExperienceBuffer buffer = new ExperienceBuffer(100, 1, false);
    buffer.add(episode(10, 3, true));
    buffer.add(episode(20, 1, false));
    TransitionBatch batch = new TransitionBatch(4000, 1);
    sample(buffer, random, 1, batch);
    Map<Float, Integer> counts = new TreeMap<>();
    for (float observation : batch.observations) {
      counts.merge(observation, 1, Integer::sum);
    }
    assertThat(counts.keySet()).containsExactly(10f, 11f, 12f, 20f);
    // Four standard deviations of a binomial count of 4000 draws at 1/4.
    assertThat(counts.values()).allSatisfy(n -> assertThat(n).isBetween(890, 1110));
  }

  @Test
  void onlyATerminationEndsTheFuture() {
    assertThat(firstTransition(episode(5, 1, true), 1).discounts[0]).isZero();
    assertThat(firstTransition(episode(5, 1, false), 1).discounts[0]).isEqualTo(0.5f);
  }

  @Test
  void severalStepsAreSummedUpToTheEndOfTheEpisode() {
    // Rewards of the episode that starts at 1 are 1, 2, 3, … and the discount is 0.5.
    TransitionBatch two = transitionAt(episode(1, 3, true), 2, 1f);
    assertThat(two.returns[0]).isEqualTo(1 + 0.5f * 2);
    assertThat(two.nextObservations[0]).isEqualTo(3f);
    assertThat(two.discounts[0]).isEqualTo(0.25f);

    TransitionBatch cut = transitionAt(episode(1, 3, false), 5, 2f);
    assertThat(cut.returns[0]).isEqualTo(2 + 0.5f * 3);
    assertThat(cut.nextObservations[0]).isEqualTo(4f);
    assertThat(cut.discounts[0]).isEqualTo(0.25f);
  }

  @Test
  void theOldestEpisodesGoWhole() {
    ExperienceBuffer buffer = new ExperienceBuffer(10, 1, false);
    buffer.add(episode(100, 4, true));
    buffer.add(episode(200, 3, true));
    buffer.add(episode(300, 2, true));
    assertThat(buffer.episodes()).isEqualTo(2);
    assertThat(buffer.transitions()).isEqualTo(5);
    TransitionBatch batch = new TransitionBatch(500, 1);
    sample(buffer, random, 1, batch);
    for (int i = 0; i < batch.size(); i++) {
      assertThat(batch.observations[i]).isGreaterThanOrEqualTo(200f);
      assertThat(batch.nextObservations[i]).isEqualTo(batch.observations[i] + 1);
      assertThat(batch.returns[i]).isEqualTo(batch.observations[i]);
    }
  }

  /** Restored arrays are as long as what was saved, and shorter than the buffer may become. */
  @Test
  void aBufferRestoredNearlyFullTakesFurtherEpisodes() throws IOException {
    ExperienceBuffer buffer = new ExperienceBuffer(2990, 1, false);
    for (int e = 0; e < 149; e++) {
      buffer.add(episode(100 * e, 19, true));
    }
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    buffer.save(new DataOutputStream(saved));
    ExperienceBuffer restored = new ExperienceBuffer(2990, 1, false);
    restored.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));

    restored.add(episode(100 * 149, 15, true));

    assertThat(restored.episodes()).isEqualTo(149);
    assertThat(restored.transitions()).isEqualTo(148 * 19 + 15);
  }

  @Test
  void aRestoredBufferGivesTheSameSamples() throws IOException {
    ExperienceBuffer buffer = new ExperienceBuffer(50, 1, false);
    for (int e = 0; e < 20; e++) {
      buffer.add(episode(100 * e, 1 + e % 7, e % 2 == 0));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    buffer.save(new DataOutputStream(bytes));
    ExperienceBuffer restored = new ExperienceBuffer(50, 1, false);
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    buffer.add(episode(9000, 9, false));
    restored.add(episode(9000, 9, false));

    TransitionBatch expected = new TransitionBatch(200, 1);
    TransitionBatch actual = new TransitionBatch(200, 1);
    sample(buffer, new RandomStream(4, "s"), 3, expected);
    sample(restored, new RandomStream(4, "s"), 3, actual);
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void aVoidedEpisodeIsGoneAndTheOthersAreAsTheyWere() {
    ExperienceBuffer buffer = new ExperienceBuffer(14, 1, false);
    for (int first : new int[] {100, 200, 300, 400}) {
      buffer.add(episode(first, 3, true));
    }
    assertThat(buffer.remove(300)).isTrue();
    assertThat(buffer.remove(300)).isFalse();
    buffer.add(episode(500, 2, false));
    assertThat(buffer.transitions()).isEqualTo(8);
    TransitionBatch batch = new TransitionBatch(600, 1);
    sample(buffer, random, 1, batch);
    Map<Integer, Integer> episodes = new TreeMap<>();
    for (int i = 0; i < batch.size(); i++) {
      episodes.merge((int) batch.observations[i] / 100, 1, Integer::sum);
      assertThat(batch.nextObservations[i]).isEqualTo(batch.observations[i] + 1);
      assertThat(batch.returns[i]).isEqualTo(batch.observations[i]);
    }
    assertThat(episodes.keySet()).containsExactly(2, 4, 5);
  }

  @Test
  void aTransitionIsDrawnAsOftenAsItsPriorityAsks() {
    ExperienceBuffer buffer = new ExperienceBuffer(20, 1, true);
    buffer.add(episode(10, 4, true));
    buffer.setPriority(0, 0.1);
    buffer.setPriority(1, 0.4);
    buffer.setPriority(2, 0.2);
    buffer.setPriority(3, 0.3);
    int[] counts = new int[4];
    for (int i = 0; i < 10_000; i++) {
      counts[buffer.drawByPriority(random)]++;
    }
    // Four standard deviations.
    assertThat(counts[0]).isBetween(880, 1120);
    assertThat(counts[1]).isBetween(3804, 4196);
    assertThat(counts[2]).isBetween(1840, 2160);
    assertThat(buffer.relativeProbability(1)).isCloseTo(1.6, within(1e-12));
  }

  @Test
  void whatIsNewHasTheHighestPrioritySeenAndWhatIsGoneHasNone() {
    ExperienceBuffer buffer = new ExperienceBuffer(8, 1, true);
    buffer.add(episode(10, 3, true));
    buffer.setPriority(0, 5);
    buffer.add(episode(20, 3, true));
    assertThat(buffer.relativeProbability(4)).isEqualTo(buffer.relativeProbability(0));
    buffer.remove(10);
    for (int i = 0; i < 200; i++) {
      TransitionBatch batch = new TransitionBatch(1, 1);
      buffer.transition(buffer.drawByPriority(random), 1, 1, batch, 0);
      assertThat(batch.observations[0]).isBetween(20f, 22f);
    }
  }

  @Test
  void aRestoredBufferThatHasWrappedDrawsTheSameByPriority() throws IOException {
    ExperienceBuffer buffer = new ExperienceBuffer(23, 1, true);
    for (int e = 0; e < 9; e++) {
      buffer.add(episode(100 * e, 1 + e % 4, true));
      buffer.setPriority(buffer.drawByPriority(random), 0.1 + e);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    buffer.save(new DataOutputStream(bytes));
    ExperienceBuffer restored = new ExperienceBuffer(23, 1, true);
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    RandomStream one = new RandomStream(4, "s");
    RandomStream other = new RandomStream(4, "s");
    for (int i = 0; i < 200; i++) {
      assertThat(restored.drawByPriority(other)).isEqualTo(buffer.drawByPriority(one));
    }
  }

  @Test
  void aLaterRowIsOneOfTheSameEpisode() {
    ExperienceBuffer buffer = new ExperienceBuffer(20, 1, false);
    buffer.add(episode(10, 4, true));
    buffer.add(episode(20, 4, true));
    float[] seen = new float[1];
    Map<Float, Integer> later = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      buffer.observation(buffer.drawLater(1, random), seen, 0);
      later.merge(seen[0], 1, Integer::sum);
    }
    assertThat(later.keySet()).containsExactly(12f, 13f, 14f);
  }

  @Test
  void anEpisodeLongerThanTheBufferIsRefused() {
    assertThatThrownBy(() -> new ExperienceBuffer(5, 1, false).add(episode(0, 5, true)))
        .hasMessageContaining("raise dqn.experience-capacity");
  }

  @Test
  void mergedBatchesKeepTheirOrder() {
    EpisodeBatch merged = EpisodeBatch.merge(List.of(episode(10, 2, true), episode(20, 1, false)));
    assertThat(merged.lengths()).containsExactly(2, 1);
    assertThat(merged.observations()).containsExactly(10, 11, 12, 20, 21);
    assertThat(merged.rewards()).containsExactly(10, 11, 20);
    assertThat(merged.terminated()).containsExactly(true, false);
    assertThat(merged.ids()).containsExactly(10, 20);
  }

  private TransitionBatch firstTransition(EpisodeBatch episode, int steps) {
    return transitionAt(episode, steps, episode.observations()[0]);
  }

  private TransitionBatch transitionAt(EpisodeBatch episode, int steps, float observation) {
    ExperienceBuffer buffer = new ExperienceBuffer(20, 1, false);
    buffer.add(episode);
    TransitionBatch batch = new TransitionBatch(1, 1);
    do {
      sample(buffer, random, steps, batch);
    } while (batch.observations[0] != observation);
    return batch;
  }

  private static void sample(
      ExperienceBuffer buffer, RandomStream random, int steps, TransitionBatch into) {
    for (int i = 0; i < into.size(); i++) {
      buffer.transition(buffer.drawUniformly(random), 0.5, steps, into, i);
    }
  }

  /** Observations first, first + 1, …; each step's reward is the observation it began at. */
  private static EpisodeBatch episode(int first, int length, boolean terminated) {
    EpisodeCollector collector = new EpisodeCollector(1, 1);
    collector.begin(new float[] {first}, 0);
    for (int t = 0; t < length; t++) {
      collector.add(new float[] {t}, 0, first + t, new float[] {first + t + 1}, 0);
    }
    return collector.finish(terminated, false, first);
  }
}
