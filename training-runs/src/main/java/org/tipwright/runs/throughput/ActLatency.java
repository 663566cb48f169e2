package org.tipwright.runs.throughput;

import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.List;
import org.tipwright.agents.kernel.Activation;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.agents.policy.ModelCard;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.env.random.RandomStream;

/** How long a trained policy takes for one observation: 8 numbers, 64-64 tanh, 5 choices. */
public final class ActLatency {

  private static final int CALLS = 20_000;
  private static final int REPETITIONS = 15;
  private static final double NANOSECONDS_PER_MICROSECOND = 1e3;

  private ActLatency() {}

  /** Median over repetitions, of the mean of 20,000 calls, in µs on the clock. */
  public static double microseconds() {
    EnvironmentCore idle = Tasks.create("idle", Tasks.defaults("idle"));
    ActionSpec.Discrete actions = (ActionSpec.Discrete) idle.actionSpec();
    int size = idle.observationSpec().size();
    NetworkShape shape =
        NetworkShape.chain(
            size, List.of(64, 64), Activation.TANH, TrainedPolicy.HEAD, actions.count());
    RandomStream random = new RandomStream(1, "latency");
    float[] parameters = numbers(random, shape.parameterCount());
    ModelCard card =
        new ModelCard(
            "idle",
            "none",
            1,
            idle.observationSpec(),
            actions,
            true,
            ConfigFactory.empty(),
            ConfigFactory.empty());
    TrainedPolicy policy = new TrainedPolicy(card, shape, parameters);
    float[] observation = numbers(random, size);
    float[] action = new float[1];
    double[] times = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      long start = System.nanoTime();
      for (int call = 0; call < CALLS; call++) {
        policy.act(observation, action, 1);
      }
      times[i] = (System.nanoTime() - start) / (CALLS * NANOSECONDS_PER_MICROSECOND);
    }
    Arrays.sort(times);
    return times[REPETITIONS / 2];
  }

  private static float[] numbers(RandomStream random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = 0.2f * (float) random.nextGaussian();
    }
    return numbers;
  }
}
