package org.tipwright.agents.benchmark;

import com.typesafe.config.Config;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.agents.baseline.PathPolicy;
import org.tipwright.agents.baseline.RandomPolicy;
import org.tipwright.agents.belief.BeliefLearner;
import org.tipwright.agents.belief.BeliefSettings;
import org.tipwright.agents.policy.Policy;
import org.tipwright.agents.pretraining.PretrainedLearner;
import org.tipwright.agents.pretraining.PretrainedSettings;
import org.tipwright.agents.pretraining.TipLibrary;
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
    players.put("dqn", learner("hose-dqn.conf"));
    players.put("leinen-plain", learner("leinen-plain.conf"));
    players.put("leinen-rollouts", learner("leinen-rollouts.conf"));
    players.put("leinen-avoidance", learner("leinen-avoidance.conf"));
    players.put("leinen-both", learner("leinen-both.conf"));
    players.put("belief", belief(BeliefSettings.defaults()));
    players.put("belief-memory", belief(BeliefSettings.withMemory()));
    players.put("pretrained", pretrained(PretrainedSettings.defaults()));
    players.put("pretrained-memory", pretrained(PretrainedSettings.withMemory()));
    players.put("rl4j", Rl4jPlayer::new);
    players.put("dl4j", Dl4jPlayer::new);
    players.put("random", HosePlayers::randomMoves);
    players.put("azimuth-45", HosePlayers::randomDirections);
    players.put("best-straight-line", HosePlayers::bestLine);
    return players;
  }

  private static HosePlayer.Beginner learner(String conf) {
    return (hose, seed) -> new DqnPlayer(hose, conf, seed);
  }

  private static HosePlayer.Beginner belief(Config settings) {
    BeliefSettings belief = BeliefSettings.from(settings);
    return (hose, seed) ->
        new LinePlayer(hose, new BeliefLearner(belief, LinePlayer.STEPS, seed), seed);
  }

  private static HosePlayer.Beginner pretrained(Config settings) {
    PretrainedSettings pretrained = PretrainedSettings.from(settings);
    return (hose, seed) ->
        new LinePlayer(hose, new PretrainedLearner(Pretraining.LIBRARY, pretrained, seed), seed);
  }

  /** Done once, when somebody pretrained plays first; it depends on the settings alone. */
  private static final class Pretraining {
    static final TipLibrary LIBRARY =
        TipLibrary.pretrain(PretrainedSettings.from(PretrainedSettings.defaults()));
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

  private static HosePlayer bestLine(EnvironmentCore hose, long seed) {
    Policy line =
        new PathPolicy(
            "best-straight-line",
            StraightLineSearch.StraightLine.BEST.path(),
            hose.observationSpec().size());
    return new PolicyPlayer(hose, seed, episode -> line);
  }
}
