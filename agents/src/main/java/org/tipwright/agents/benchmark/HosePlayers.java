package org.tipwright.agents.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.agents.baseline.PathPolicy;
import org.tipwright.agents.baseline.RandomPolicy;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.Seeds;

/** Who plays the hose, by name. */
public final class HosePlayers {

  private static final Map<String, HosePlayer.Beginner> PLAYERS = players();

  private HosePlayers() {}

  /** Names of all players, sorted. */
  public static List<String> names() {
    return List.copyOf(PLAYERS.keySet());
  }

  /**
   * The players of this name.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static HosePlayer.Beginner named(String name) {
    HosePlayer.Beginner beginner = PLAYERS.get(name);
    if (beginner == null) {
      throw new IllegalArgumentException("no agent '" + name + "'; there are " + names());
    }
    return beginner;
  }

  private static Map<String, HosePlayer.Beginner> players() {
    Map<String, HosePlayer.Beginner> players = new TreeMap<>();
    players.put("dqn", (hose, seed) -> new DqnPlayer(hose, "hose-dqn.conf", seed));
    players.put("rl4j", Rl4jPlayer::new);
    players.put("random", HosePlayers::randomMoves);
    players.put("azimuth-45", HosePlayers::randomDirections);
    return players;
  }

  private static HosePlayer randomMoves(EnvironmentCore hose, long seed) {
    ActionSpec.Discrete actions = (ActionSpec.Discrete) hose.actionSpec();
    int size = hose.observationSpec().size();
    return new PolicyPlayer(
        hose,
        seed,
        episode -> new RandomPolicy(actions, size, Seeds.derive(seed, "random-policy", episode)));
  }

  private static HosePlayer randomDirections(EnvironmentCore hose, long seed) {
    RandomStream directions = new RandomStream(seed, "azimuth");
    int size = hose.observationSpec().size();
    return new PolicyPlayer(
        hose,
        seed,
        episode ->
            new PathPolicy(
                "azimuth-45",
                LateralPath.diagonal(2 * StrictMath.PI * directions.nextDouble()),
                size));
  }
}
