package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one policy did.
 *
 * @param policy its name
 * @param successes episodes that ended in success
 * @param episodes episodes played to their end
 * @param abandoned further episodes whose physics did not converge; they count for nothing
 * @param meanSteps mean length of the episodes; NaN where it is not known
 * @param meanReturn mean undiscounted sum of rewards; NaN where it is not known
 * @param attempts episodes allowed at each site, until one succeeds; all else is of the first
 * @param liftedSites sites where one of them did
 */
public record PolicyScore(
    String policy,
    int successes,
    int episodes,
    int abandoned,
    double meanSteps,
    double meanReturn,
    int attempts,
    int liftedSites) {

  public PolicyScore {
    if (successes < 0
        || successes > liftedSites
        || liftedSites > episodes
        || abandoned < 0
        || attempts < 1) {
      throw new IllegalArgumentException(
          policy + ": " + successes + " successes of " + episodes + " episodes");
    }
  }

  /** A score of one episode a site. */
  public PolicyScore(
      String policy,
      int successes,
      int episodes,
      int abandoned,
      double meanSteps,
      double meanReturn) {
    this(policy, successes, episodes, abandoned, meanSteps, meanReturn, 1, successes);
  }

  /** Share of sites where one of the {@link #attempts} succeeded; 0 where none was played. */
  public double siteRate() {
    return episodes == 0 ? 0 : (double) liftedSites / episodes;
  }

  /** Share of successes; 0 where no episode was played. */
  public double successRate() {
    return episodes == 0 ? 0 : (double) successes / episodes;
  }

  /** Its 95 % interval. */
  public WilsonInterval interval() {
    return WilsonInterval.of(successes, episodes);
  }

  /** As an object of JSON; what is not known is left out. */
  Config json() {
    Map<String, Object> json = new TreeMap<>();
    json.put("success_rate", successRate());
    json.put("ci95", List.of(interval().low(), interval().high()));
    json.put("successes", successes);
    json.put("episodes", episodes);
    json.put("abandoned", abandoned);
    if (attempts > 1) {
      WilsonInterval sites = WilsonInterval.of(liftedSites, episodes);
      json.put("attempts", attempts);
      json.put("sites_lifted", liftedSites);
      json.put("sites_lifted_rate", siteRate());
      json.put("sites_lifted_ci95", List.of(sites.low(), sites.high()));
    }
    if (!Double.isNaN(meanSteps)) {
      json.put("mean_steps", meanSteps);
    }
    if (!Double.isNaN(meanReturn)) {
      json.put("mean_return", meanReturn);
    }
    return ConfigValueFactory.fromMap(json).toConfig();
  }

  static PolicyScore read(String policy, Config json) {
    return new PolicyScore(
        policy,
        json.getInt("successes"),
        json.getInt("episodes"),
        json.getInt("abandoned"),
        json.hasPath("mean_steps") ? json.getDouble("mean_steps") : Double.NaN,
        json.hasPath("mean_return") ? json.getDouble("mean_return") : Double.NaN,
        json.hasPath("attempts") ? json.getInt("attempts") : 1,
        json.getInt(json.hasPath("sites_lifted") ? "sites_lifted" : "successes"));
  }
}
