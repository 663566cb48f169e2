package org.tipwright.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.corridor.Corridor;
import org.tipwright.agents.dqn.DqnSettings;
import org.tipwright.agents.dqn.QNetwork;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;

class RolloutTest {

  private static final int LANES = 3;
  private static final DqnSettings SETTINGS = DqnSettings.from(DqnSettings.defaults());
  private static final PolicySnapshot POLICY = policy();

  @Test
  void aGroupPlaysTheSameAloneAndAmongOthers() {
    Rollout alone = rollout(1, false);
    Rollout among = rollout(1, false);
    Rollout other = rollout(2, false);
    for (int round = 0; round < 3; round++) {
      RoundPlayed expected = alone.play(POLICY, 5);
      other.play(POLICY, 4);
      assertThat(among.play(POLICY, 5)).usingRecursiveComparison().isEqualTo(expected);
    }
  }

  @Test
  void groupsDiffer() {
    assertThat(rollout(1, false).play(POLICY, 5).episodes().observations())
        .isNotEqualTo(rollout(2, false).play(POLICY, 5).episodes().observations());
  }

  @Test
  void aRestoredGroupPlaysTheSameAgain() {
    Rollout original = rollout(0, true);
    original.play(POLICY, 7);
    StreamsState state = original.saveStreams();
    RoundPlayed expected = original.play(POLICY, 7);

    Rollout restored = rollout(5, true);
    restored.restoreStreams(state);
    RoundPlayed actual = restored.play(POLICY, 7);

    assertThat(actual)
        .usingRecursiveComparison()
        .ignoringFields("episodes.ids")
        .isEqualTo(expected);
  }

  @Test
  void everyLanePlaysItsShareOfWholeEpisodes() {
    RoundPlayed played = rollout(0, false).play(POLICY, 6);
    assertThat(played.episodes().count()).isEqualTo(6 * LANES);
    assertThat(played.episodes().ids()).doesNotHaveDuplicates();
    assertThat(played.steps()).isEqualTo(played.episodes().steps());
  }

  @Test
  void anEpisodeThatDoesNotConvergeIsDroppedAndCounted() {
    RoundPlayed played = rollout(0, true).play(POLICY, 20);
    assertThat(played.abandoned()).isPositive();
    assertThat(played.episodes().count() + played.abandoned()).isEqualTo(20 * LANES);
    assertThat(played.steps()).isGreaterThan(played.episodes().steps());
  }

  @Test
  void withoutExplorationTheBestChoiceIsPlayed() {
    Rollout rollout = rollout(0, false);
    RoundPlayed played = rollout.play(new PolicySnapshot(0, POLICY.parameters(), 0, 0), 3);
    float[] q = new float[2];
    QNetwork network = network(1);
    network.setParameters(POLICY.parameters());
    float[] observations = played.episodes().observations();
    network.q(new float[] {observations[0]}, q);
    assertThat(played.episodes().actions()[0]).isEqualTo(q[1] > q[0] ? 1f : 0f);
  }

  private static Rollout rollout(int group, boolean fragile) {
    List<Corridor> lanes =
        IntStream.range(0, LANES).mapToObj(i -> new Corridor(6, fragile)).toList();
    return new Rollout(group, lanes, network(LANES), 42);
  }

  private static QNetwork network(int rows) {
    Corridor corridor = new Corridor(6, false);
    return QNetwork.create(corridor.observationSpec(), corridor.actionSpec(), SETTINGS, rows);
  }

  private static PolicySnapshot policy() {
    RandomStream random = new RandomStream(9, "parameters");
    float[] parameters = new float[network(1).shape().parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = 0.1f * (float) random.nextGaussian();
    }
    return new PolicySnapshot(3, parameters, 0.05, 0.1);
  }
}
