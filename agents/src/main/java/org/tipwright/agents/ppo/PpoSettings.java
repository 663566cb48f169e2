package org.tipwright.agents.ppo;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.tipwright.agents.network.HiddenActivation;
import org.tipwright.agents.schedule.LinearSchedule;

/**
 * Every hyper-parameter of the learner. What each means, and its default, stands in {@code
 * ppo.conf} beside this class.
 */
public record PpoSettings(
    List<Integer> hidden,
    HiddenActivation activation,
    boolean scaleObservations,
    boolean normaliseObservations,
    double observationLimit,
    double discount,
    double gaeLambda,
    boolean normaliseAdvantages,
    double clip,
    double valueClip,
    double entropy,
    int epochs,
    int batch,
    LinearSchedule learningRate,
    double maxGradientNorm,
    double targetKl,
    double initialDeviation) {

  public PpoSettings {
    hidden = List.copyOf(hidden);
    check(
        !hidden.isEmpty() && hidden.stream().allMatch(n -> n >= 1),
        "hidden",
        "widths of at least 1, such as [64, 64]");
    check(observationLimit > 0, "observation-limit", "above 0");
    check(discount >= 0 && discount <= 1, "discount", "a number from 0 to 1");
    check(gaeLambda >= 0 && gaeLambda <= 1, "gae-lambda", "a number from 0 to 1");
    check(clip > 0 && clip < 1, "clip", "between 0 and 1");
    check(valueClip >= 0, "value-clip", "0 or more");
    check(entropy >= 0, "entropy", "0 or more");
    check(epochs >= 1, "epochs", "1 or more");
    check(batch >= 2, "batch", "2 or more");
    check(learningRate.start() > 0, "learning-rate.start", "above 0");
    check(maxGradientNorm >= 0, "max-gradient-norm", "0 or more");
    check(targetKl >= 0, "target-kl", "0 or more");
    check(initialDeviation > 0, "initial-deviation", "above 0");
  }

  /** The defaults, with their comments. */
  public static Config defaults() {
    return ConfigFactory.parseResources(PpoSettings.class, "ppo.conf").resolve();
  }

  /**
   * Reads complete settings, such as {@link #defaults} with overrides.
   *
   * @throws ConfigException if a key is missing or has a value of the wrong kind
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static PpoSettings from(Config config) {
    return new PpoSettings(
        config.getIntList("hidden"),
        activation(config.getString("activation")),
        config.getBoolean("scale-observations"),
        config.getBoolean("normalise-observations"),
        config.getDouble("observation-limit"),
        config.getDouble("discount"),
        config.getDouble("gae-lambda"),
        config.getBoolean("normalise-advantages"),
        config.getDouble("clip"),
        config.getDouble("value-clip"),
        config.getDouble("entropy"),
        config.getInt("epochs"),
        config.getInt("batch"),
        LinearSchedule.from(config.getConfig("learning-rate")),
        config.getDouble("max-gradient-norm"),
        config.getDouble("target-kl"),
        config.getDouble("initial-deviation"));
  }

  private static HiddenActivation activation(String value) {
    for (HiddenActivation activation : HiddenActivation.values()) {
      if (activation.name().equalsIgnoreCase(value)) {
        return activation;
      }
    }
    throw new IllegalArgumentException(
        "ppo.activation cannot be '" + value + "'; it is relu or tanh");
  }

  private static void check(boolean fits, String key, String what) {
    if (!fits) {
      throw new IllegalArgumentException("ppo." + key + " must be " + what);
    }
  }
}
