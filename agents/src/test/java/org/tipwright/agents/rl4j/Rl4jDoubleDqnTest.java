package org.tipwright.agents.rl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.rl4j.environment.StepResult;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.corridor.Corridor;

class Rl4jDoubleDqnTest {

  private static final Rl4jSettings SETTINGS =
      new Rl4jSettings(List.of(16), 0.01, 0.9, 16, 10_000, 30, 300, 0.02);

  @Test
  void rl4jLearnsToWalkToTheRightEnd() {
    Rl4jDoubleDqn agent = new Rl4jDoubleDqn(new Corridor(20, false), SETTINGS, 3);
    int first = successes(agent, 25);
    successes(agent, 50);
    int last = successes(agent, 25);
    assertThat(last).isGreaterThanOrEqualTo(17).isGreaterThan(first);
  }

  @Test
  void equalSeedsGiveEqualEpisodes() {
    assertThat(rewards(5)).isEqualTo(rewards(5)).isNotEqualTo(rewards(6));
  }

  @Test
  void aTruncationEndsTheEpisodeButIsNotTerminal() {
    Rl4jEnvironment environment = new Rl4jEnvironment(new Corridor(1, false), 1);
    int truncations = 0;
    int terminations = 0;
    for (int episode = 0; episode < 200; episode++) {
      environment.reset();
      StepResult result;
      do {
        result = environment.step(1);
      } while (!environment.isEpisodeFinished());
      assertThat(result.isTerminal()).isEqualTo(environment.succeeded());
      truncations += result.isTerminal() ? 0 : 1;
      terminations += result.isTerminal() ? 1 : 0;
    }
    assertThat(truncations).isPositive();
    assertThat(terminations).isPositive();
  }

  @Test
  void anEpisodeThatDoesNotConvergeEndsAndIsCounted() {
    Rl4jEnvironment environment = new Rl4jEnvironment(new Corridor(40, true), 1);
    for (int episode = 0; episode < 50; episode++) {
      environment.reset();
      while (!environment.isEpisodeFinished()) {
        environment.step(episode % 2);
      }
    }
    assertThat(environment.abandoned()).isPositive();
  }

  private static int successes(Rl4jDoubleDqn agent, int episodes) {
    int successes = 0;
    for (int episode = 0; episode < episodes; episode++) {
      agent.playEpisode();
      successes += agent.succeeded() ? 1 : 0;
    }
    return successes;
  }

  private static List<Double> rewards(long seed) {
    Rl4jDoubleDqn agent = new Rl4jDoubleDqn(new Corridor(10, false), SETTINGS, seed);
    List<Double> rewards = new ArrayList<>();
    for (int episode = 0; episode < 8; episode++) {
      agent.playEpisode();
      rewards.add(agent.totalReward() + agent.steps());
    }
    return rewards;
  }
}
