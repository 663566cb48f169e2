package org.tipwright.agents.baseline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.random.RandomStream;

/**
 * Finds the single fixed path that lifts most of a set of training sites: a wide field of straight,
 * published and random paths is tried on a few sites, the better half goes on to twice as many
 * (successive halving: Jamieson and Talwalkar, AISTATS 2016), and the winner is then improved by
 * random changes.
 */
public final class FixedPathSearch {

  private static final int FIRST_SITES = 12;
  private static final int DIRECTIONS = 24;
  private static final int RANDOM_PATHS = 32;
  private static final int CHANGES = 24;

  private final LiftTrials trials;
  private final int observationSize;
  private final int sites;
  private final RandomGenerator random;

  /**
   * A search on training sites.
   *
   * @param seed of the training sites, another than that of the test
   * @param sites how many of them decide in the end
   */
  public FixedPathSearch(LiftSettings settings, long seed, int sites) {
    this.trials = new LiftTrials(settings, seed);
    this.observationSize = trials.observationSize();
    this.sites = sites;
    this.random = new RandomStream(seed, "fixed-path-search");
  }

  /** The best path found. */
  public LateralPath search() {
    List<LateralPath> field = field();
    int tried = FIRST_SITES;
    while (field.size() > 1) {
      field = betterHalf(field, Math.min(tried, sites));
      tried *= 2;
    }
    LateralPath best = field.get(0);
    int most = lifted(best, sites);
    for (int i = 0; i < CHANGES; i++) {
      LateralPath changed = best.changed(random);
      int lifted = lifted(changed, sites);
      if (lifted > most) {
        best = changed;
        most = lifted;
      }
    }
    return best;
  }

  private List<LateralPath> field() {
    List<LateralPath> field = new ArrayList<>();
    field.add(LateralPath.up());
    for (int i = 0; i < DIRECTIONS; i++) {
      double azimuth = 2 * StrictMath.PI * i / DIRECTIONS;
      field.add(LateralPath.diagonal(azimuth));
      field.add(LateralPath.published(azimuth));
    }
    for (int i = 0; i < RANDOM_PATHS; i++) {
      field.add(LateralPath.random(random));
    }
    return field;
  }

  private List<LateralPath> betterHalf(List<LateralPath> field, int onSites) {
    record Scored(LateralPath path, int lifted) {}
    return field.stream()
        .map(path -> new Scored(path, lifted(path, onSites)))
        .sorted(Comparator.comparingInt(Scored::lifted).reversed())
        .limit((field.size() + 1) / 2)
        .map(Scored::path)
        .toList();
  }

  private int lifted(LateralPath path, int onSites) {
    PathPolicy policy = new PathPolicy("candidate", path, observationSize);
    int count = 0;
    for (boolean lifted : trials.play(0, onSites, site -> policy)) {
      count += lifted ? 1 : 0;
    }
    return count;
  }
}
