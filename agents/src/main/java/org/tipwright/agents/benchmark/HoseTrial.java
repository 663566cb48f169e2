package org.tipwright.agents.benchmark;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import org.tipwright.env.Tasks;
import org.tipwright.env.random.Seeds;

/**
 * One run that a player can be put to: which hose or molecule, and which seed.
 *
 * @param task {@code hose}, {@code hose-drift} or {@code lift}
 * @param path member of the family of paths; 0 where there is one path only
 * @param seed which repetition on that path, from 1
 * @param playerSeed what the player is seeded with
 * @param settings complete settings of the task
 */
public record HoseTrial(String task, int path, int seed, long playerSeed, Config settings) {

  /** Benchmark E1: the published path, once for each seed from 1 on. */
  public static List<HoseTrial> onePath(int seeds) {
    List<HoseTrial> trials = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      trials.add(new HoseTrial("hose", 0, seed, seed, Tasks.defaults("hose")));
    }
    return trials;
  }

  /** Benchmark E1-F: members {@code first} to {@code first + paths − 1}, each with these seeds. */
  public static List<HoseTrial> family(int first, int paths, int seeds) {
    List<HoseTrial> trials = new ArrayList<>();
    for (int path = first; path < first + paths; path++) {
      Config settings =
          ConfigFactory.parseString("path = family, family-member = " + path)
              .withFallback(Tasks.defaults("hose"));
      for (int seed = 1; seed <= seeds; seed++) {
        // The same player elsewhere must not repeat the same drawn numbers.
        trials.add(
            new HoseTrial("hose", path, seed, Seeds.derive(seed, "hose-family", path), settings));
      }
    }
    return trials;
  }

  /** Benchmark E2: the drifting hose; the seed draws the tips, the same for every player. */
  public static List<HoseTrial> drift(int seeds) {
    List<HoseTrial> trials = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      long playerSeed = Seeds.derive(seed, "hose-drift", 0);
      trials.add(new HoseTrial("hose-drift", 0, seed, playerSeed, Tasks.defaults("hose-drift")));
    }
    return trials;
  }

  /**
   * One molecule after another, each with its tip, in the full layer on Ag(111): the seed draws it,
   * and it stays until it is lifted. Observed is what the published agent saw, the tip's position.
   */
  public static List<HoseTrial> molecules(int seeds) {
    Config settings =
        ConfigFactory.parseString(
                "site { episodes = "
                    + HoseBenchmark.EPISODES
                    + ", tip-change-probability = 0 }, observation "
                    + "{ current = off, frequency-shift = off, history = 0, attempts = 0 }")
            .withFallback(Tasks.defaults("lift"));
    List<HoseTrial> trials = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      trials.add(new HoseTrial("lift", 0, seed, Seeds.derive(seed, "molecule", 0), settings));
    }
    return trials;
  }
}
