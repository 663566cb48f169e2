package org.tipwright.agents.baseline;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.ActionSpec;

/** The policies that do not learn and need no search, by the names that tables give them. */
public final class FixedPolicies {

  private static final int DIRECTIONS = 8;

  private FixedPolicies() {}

  /**
   * Random, straight up, 45° in each of eight directions, and the published path in its published
   * direction, the plane x = y.
   *
   * @param seed of the random policy
   */
  public static List<Policy> all(ActionSpec.Discrete actions, int observationSize, long seed) {
    List<Policy> policies = new ArrayList<>();
    policies.add(new RandomPolicy(actions, observationSize, seed));
    policies.add(new PathPolicy("straight up", LateralPath.up(), observationSize));
    for (int i = 0; i < DIRECTIONS; i++) {
      int degrees = 360 * i / DIRECTIONS;
      LateralPath path = LateralPath.diagonal(StrictMath.toRadians(degrees));
      policies.add(new PathPolicy("45° towards " + degrees + "°", path, observationSize));
    }
    LateralPath published = LateralPath.published(StrictMath.PI / 4);
    policies.add(new PathPolicy("published path", published, observationSize));
    return policies;
  }
}
