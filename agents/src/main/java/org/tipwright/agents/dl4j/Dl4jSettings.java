package org.tipwright.agents.dl4j;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;

/**
 * Hyper-parameters of the DL4J baseline, which learns once after every step; what each means stands
 * in {@code dl4j.conf} beside this class.
 */
public record Dl4jSettings(
    List<Integer> hidden,
    double learningRate,
    double discount,
    int batch,
    int experienceCapacity,
    int targetPeriod,
    int epsilonSteps,
    double minimalEpsilon) {

  public Dl4jSettings {
    hidden = List.copyOf(hidden);
  }

  /** Reads {@code dl4j.conf}. */
  public static Dl4jSettings defaults() {
    Config config = ConfigFactory.parseResources(Dl4jSettings.class, "dl4j.conf").resolve();
    return new Dl4jSettings(
        config.getIntList("hidden"),
        config.getDouble("learning-rate"),
        config.getDouble("discount"),
        config.getInt("batch"),
        config.getInt("experience-capacity"),
        config.getInt("target-period"),
        config.getInt("epsilon-steps"),
        config.getDouble("minimal-epsilon"));
  }
}
