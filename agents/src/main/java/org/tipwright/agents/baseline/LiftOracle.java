package org.tipwright.agents.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.lift.LiftTask;
import org.tipwright.env.random.RandomStream;

/**
 * The best that can be done on a site by who knows everything about it: whole paths are tried with
 * the true physics, and the site counts as liftable if any of them lifts. An upper bound for
 * policies, exact only as far as the search goes.
 */
public final class LiftOracle {

  private static final int RANDOM_PATHS = 30;

  private final LiftTrials trials;
  private final LiftSettings settings;
  private final long seed;

  /** An oracle for the set of sites of a seed. */
  public LiftOracle(LiftSettings settings, long seed) {
    this.trials = new LiftTrials(settings, seed);
    this.settings = settings;
    this.seed = seed;
  }

  /** Whether each of the first {@code sites} sites can be lifted by some path of the search. */
  public boolean[] liftable(int sites) {
    boolean[] liftable = new boolean[sites];
    IntStream.range(0, sites).parallel().forEach(i -> liftable[i] = search(i));
    return liftable;
  }

  private boolean search(int site) {
    LiftTask task = new LiftTask(settings);
    int size = task.observationSpec().size();
    for (LateralPath path : candidates(new RandomStream(seed, "oracle-" + site))) {
      boolean lifted =
          trials.lift(
              task,
              site,
              truth -> new PathPolicy("oracle", path.turned(truth.inwardAzimuthRadians()), size));
      if (lifted) {
        return true;
      }
    }
    return false;
  }

  /** Paths to try, in the order of their promise; azimuth 0 is inward. */
  private static List<LateralPath> candidates(RandomGenerator random) {
    List<LateralPath> paths = new ArrayList<>();
    for (double degrees : new double[] {0, 20, -20, 40, -40}) {
      paths.add(LateralPath.published(StrictMath.toRadians(degrees)));
      paths.add(LateralPath.diagonal(StrictMath.toRadians(degrees)));
    }
    paths.add(LateralPath.up());
    paths.add(LateralPath.published(StrictMath.PI));
    for (int i = 0; i < RANDOM_PATHS; i++) {
      paths.add(LateralPath.random(random));
    }
    return paths;
  }
}
