package org.tipwright.runs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.random.RandomStream;

class EvaluationTest {

  @Test
  void whoCopiesTheCoinAlwaysSucceeds() {
    PolicyScore score = play(new Copy(), 250, 2, 0);

    assertThat(score.successes()).isEqualTo(250);
    assertThat(score.meanReturn()).isEqualTo(1);
    assertThat(score.meanSteps()).isBetween(4.0, 5.0);
  }

  @Test
  void theNumberOfThreadsChangesNothingEvenForAPolicyWithARandomStream() {
    PolicyScore one = play(new Guess(), 250, 1, 0);

    assertThat(play(new Guess(), 250, 2, 0)).isEqualTo(one);
    assertThat(play(new Guess(), 250, 5, 0)).isEqualTo(one);
    assertThat(one.successRate()).isBetween(0.3, 0.7);
  }

  /** Guessing a coin: half at first, seven eighths within three attempts. */
  @Test
  void aSiteThatFailedIsTriedAgain() {
    Evaluation evaluation =
        new Evaluation(site -> new CoinTask(0), new EvaluationSettings(400, 11, 2, 0, 1), 3);
    PolicyScore score = evaluation.play(new Guess());

    assertThat(score.episodes()).isEqualTo(400);
    assertThat(score.successRate()).isBetween(0.42, 0.58);
    assertThat(score.siteRate()).isBetween(0.82, 0.93);
    assertThat(score.meanSteps()).as("of the first attempts").isBetween(4.0, 5.0);
  }

  @Test
  void anEpisodeThatDoesNotConvergeIsCountedApart() {
    PolicyScore score = play(new Copy(), 300, 2, 3);

    assertThat(score.abandoned()).isBetween(60, 140);
    assertThat(score.episodes()).isEqualTo(300 - score.abandoned());
    assertThat(score.successRate()).isEqualTo(1);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new EvaluationSettings(0, 1, 1, 0, 1))
        .hasMessage("'evaluation.episodes' is 0 but must be at least 1");
  }

  @Test
  void theResultIsJsonThatReadsBack(@TempDir Path folder) throws IOException {
    EvaluationResult result =
        new EvaluationResult(
            "lift",
            77,
            new PolicyScore("trained", 150, 200, 1, 130.5, 1.5, 3, 190),
            List.of(
                new PolicyScore("straight up", 4, 200, 0, 20, -0.8),
                new PolicyScore("45° towards 90°", 44, 200, 0, 70, 0.1),
                new PolicyScore("oracle", 190, 200, 0, Double.NaN, Double.NaN)));

    Path file = Files.writeString(folder.resolve("evaluation.json"), result.text());

    assertThat(EvaluationResult.read(file)).isEqualTo(result);
    assertThat(result.json().getString("policy")).isEqualTo("trained");
    assertThat(result.json().getDouble("success_rate")).isEqualTo(0.75);
    assertThat(result.json().getDoubleList("ci95")).hasSize(2);
    assertThat(result.json().getDouble("mean_steps")).isEqualTo(130.5);
    assertThat(result.json().getInt("episodes")).isEqualTo(200);
    assertThat(result.json().getConfig("baselines").root()).containsKey("45° towards 90°");
    assertThat(result.json().getConfig("baselines").getDouble("oracle.success_rate"))
        .isEqualTo(0.95);
  }

  private static PolicyScore play(Policy policy, int episodes, int threads, int abandonEvery) {
    return new Evaluation(
            site -> new CoinTask(abandonEvery), new EvaluationSettings(episodes, 11, threads, 0, 1))
        .play(policy);
  }

  private static final class Copy implements Policy {
    @Override
    public String name() {
      return "copy";
    }

    @Override
    public void act(float[] observations, float[] actions, int batch) {
      System.arraycopy(observations, 0, actions, 0, batch);
    }
  }

  private static final class Guess implements Policy {
    private final RandomStream stream = new RandomStream(3, "guess");

    @Override
    public String name() {
      return "guess";
    }

    @Override
    public void act(float[] observations, float[] actions, int batch) {
      for (int i = 0; i < batch; i++) {
        actions[i] = stream.nextInt(2);
      }
    }
  }
}
