package org.tipwright.agents.dqn;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tipwright.agents.network.HiddenActivation;
import org.tipwright.agents.schedule.LinearSchedule;

/**
 * Every hyper-parameter of the learner. What each means, and its default, stands in {@code
 * dqn.conf} beside this class.
 */
public record DqnSettings(
    List<Integer> hidden,
    List<Integer> headHidden,
    boolean dueling,
    HiddenActivation activation,
    InitialWeights initialWeights,
    boolean scaleObservations,
    double discount,
    int nStep,
    boolean doubleQ,
    double avoidanceTemperature,
    TdLoss loss,
    int experienceCapacity,
    Prioritisation priority,
    double modelRolloutShare,
    int modelRolloutMoves,
    double hindsightShare,
    long warmUpSteps,
    int batch,
    double updatesPerStep,
    double learningRate,
    LinearSchedule learningRateFactor,
    double maxGradientNorm,
    TargetUpdate targetUpdate,
    double targetRate,
    int targetPeriod,
    double averagingRate,
    LinearSchedule epsilon,
    LinearSchedule temperature,
    boolean symmetries) {

  public DqnSettings {
    hidden = List.copyOf(hidden);
    headHidden = List.copyOf(headHidden);
    check(
        !hidden.isEmpty() && hidden.stream().allMatch(n -> n >= 1),
        "hidden",
        "widths of at least 1, such as [128, 128]");
    check(headHidden.stream().allMatch(n -> n >= 1), "head-hidden", "widths of at least 1, or []");
    check(avoidanceTemperature <= 0, "avoidance-temperature", "0 or less");
    check(
        modelRolloutShare >= 0 && modelRolloutShare <= 1,
        "model-rollouts.share",
        "a number from 0 to 1");
    check(modelRolloutMoves >= 0, "model-rollouts.moves", "0 or more");
    check(hindsightShare >= 0 && hindsightShare <= 1, "hindsight-share", "a number from 0 to 1");
    check(
        nStep == 1 || hindsightShare == 0,
        "n-step",
        "1 where dqn.hindsight-share is above 0, since rewards are known for one step only");
    check(discount >= 0 && discount <= 1, "discount", "a number from 0 to 1");
    check(nStep >= 1, "n-step", "1 or more");
    check(experienceCapacity >= 2, "experience-capacity", "2 or more");
    check(warmUpSteps >= 0, "warm-up-steps", "0 or more");
    check(batch >= 1, "batch", "1 or more");
    check(updatesPerStep >= 0, "updates-per-step", "0 or more");
    check(learningRate > 0, "learning-rate", "above 0");
    check(maxGradientNorm >= 0, "max-gradient-norm", "0 or more");
    check(targetRate > 0 && targetRate <= 1, "target-rate", "above 0 and at most 1");
    check(averagingRate > 0 && averagingRate <= 1, "averaging-rate", "above 0 and at most 1");
    check(targetPeriod >= 1, "target-period", "1 or more");
    check(epsilon.start() <= 1 && epsilon.end() <= 1, "epsilon", "probabilities from 0 to 1");
  }

  /** The defaults, with their comments. */
  public static Config defaults() {
    return ConfigFactory.parseResources(DqnSettings.class, "dqn.conf").resolve();
  }

  /**
   * Reads complete settings, such as {@link #defaults} with overrides.
   *
   * @throws ConfigException if a key is missing or has a value of the wrong kind
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static DqnSettings from(Config config) {
    return new DqnSettings(
        config.getIntList("hidden"),
        config.getIntList("head-hidden"),
        config.getBoolean("dueling"),
        choice(config, "activation", HiddenActivation.class),
        choice(config, "initial-weights", InitialWeights.class),
        config.getBoolean("scale-observations"),
        config.getDouble("discount"),
        config.getInt("n-step"),
        config.getBoolean("double"),
        config.getDouble("avoidance-temperature"),
        choice(config, "loss", TdLoss.class),
        config.getInt("experience-capacity"),
        Prioritisation.from(config.getConfig("priority")),
        config.getDouble("model-rollouts.share"),
        config.getInt("model-rollouts.moves"),
        config.getDouble("hindsight-share"),
        config.getLong("warm-up-steps"),
        config.getInt("batch"),
        config.getDouble("updates-per-step"),
        config.getDouble("learning-rate"),
        LinearSchedule.from(config.getConfig("learning-rate-factor")),
        config.getDouble("max-gradient-norm"),
        choice(config, "target-update", TargetUpdate.class),
        config.getDouble("target-rate"),
        config.getInt("target-period"),
        config.getDouble("averaging-rate"),
        LinearSchedule.from(config.getConfig("epsilon")),
        LinearSchedule.from(config.getConfig("temperature")),
        config.getBoolean("symmetries"));
  }

  private static <E extends Enum<E>> E choice(Config config, String key, Class<E> type) {
    String value = config.getString(key);
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equalsIgnoreCase(value)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "dqn."
            + key
            + " cannot be '"
            + value
            + "'; it is one of "
            + Arrays.stream(type.getEnumConstants()).map(DqnSettings::word).toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void check(boolean fits, String key, String what) {
    if (!fits) {
      throw new IllegalArgumentException("dqn." + key + " must be " + what);
    }
  }
}
