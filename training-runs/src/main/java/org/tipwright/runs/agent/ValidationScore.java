package org.tipwright.runs.agent;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;

/**
 * How the greedy policy did on the validation seeds of its run.
 *
 * @param round rounds played when it was tried
 * @param episodes episodes it was tried on
 * @param successes those that succeeded
 * @param abandoned those given up because their physics did not converge; they count as failures
 */
public record ValidationScore(long round, int episodes, int successes, int abandoned) {

  /** No validation has been played yet. */
  public static final ValidationScore NONE = new ValidationScore(0, 0, 0, 0);

  /** As it stands on a model card. */
  Config asConfig() {
    return ConfigFactory.parseMap(
        Map.of(
            "validation.after-round", round,
            "validation.episodes", episodes,
            "validation.successes", successes,
            "validation.abandoned", abandoned));
  }

  /** Share of successes, from 0 to 1; NaN if nothing was played. */
  public double rate() {
    return episodes == 0 ? Double.NaN : (double) successes / episodes;
  }

  /**
   * Whether a policy with this score is chosen over one with {@code other}: of equals the later.
   */
  public boolean isChosenOver(ValidationScore other) {
    return episodes > 0 && (other.episodes == 0 || successes >= other.successes);
  }
}
