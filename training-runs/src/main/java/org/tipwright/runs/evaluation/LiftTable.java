package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.agents.baseline.LiftOracle;
import org.tipwright.agents.baseline.LiftTrials;
import org.tipwright.agents.baseline.PathPolicy;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.Tasks;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.physics.lift.LiftSite;

/**
 * Who lifts a molecule from which metal and out of how much of its layer, on the same sites within
 * each sample. "Inward" players are told the direction over the molecule's centre; the others,
 * blind, move alike on every site.
 */
public final class LiftTable {

  /** The metals. */
  public static final List<String> SURFACES = List.of("Ag111", "Au111");

  /** How much of the layer is there. */
  public static final List<String> LAYERS = List.of("isolated", "edge", "full");

  /** The published path's own direction, the plane x = y. */
  private static final double BLIND_AZIMUTH = 0.25 * StrictMath.PI;

  private final Config lift;
  private final EvaluationSettings settings;

  /**
   * A table for a variant of the lift task.
   *
   * @param lift its complete settings; surface and layer are replaced
   * @param settings how many sites, and which
   */
  public LiftTable(Config lift, EvaluationSettings settings) {
    this.lift = lift;
    this.settings = settings;
  }

  /**
   * One line of the table: every player on one sample.
   *
   * @param trained a trained policy that plays too
   */
  public List<PolicyScore> row(String surface, String layer, Optional<Policy> trained) {
    Config sample =
        lift.withValue("surface", ConfigValueFactory.fromAnyRef(surface))
            .withValue("layer", ConfigValueFactory.fromAnyRef(layer));
    LiftSettings task = LiftSettings.from(sample);
    int size = Tasks.create("lift", sample).observationSpec().size();
    List<PolicyScore> scores = new ArrayList<>();
    scores.add(play(task, size, "straight up", site -> LateralPath.up()));
    scores.add(
        play(task, size, "45° inward", site -> LateralPath.diagonal(site.inwardAzimuthRadians())));
    scores.add(play(task, size, "45° blind", site -> LateralPath.diagonal(BLIND_AZIMUTH)));
    scores.add(
        play(
            task,
            size,
            "published inward",
            site -> LateralPath.published(site.inwardAzimuthRadians())));
    scores.add(play(task, size, "published blind", site -> LateralPath.published(BLIND_AZIMUTH)));
    scores.add(
        score("oracle", new LiftOracle(task, settings.seed()).liftable(settings.episodes())));
    trained.ifPresent(
        policy ->
            scores.add(
                new Evaluation(site -> Tasks.create("lift", sample), settings).play(policy)));
    return scores;
  }

  private PolicyScore play(
      LiftSettings task, int size, String name, Function<LiftSite, LateralPath> path) {
    LiftTrials trials = new LiftTrials(task, settings.seed());
    return score(
        name,
        trials.play(0, settings.episodes(), site -> new PathPolicy(name, path.apply(site), size)));
  }

  private static PolicyScore score(String name, boolean[] lifted) {
    int successes = 0;
    for (boolean site : lifted) {
      successes += site ? 1 : 0;
    }
    return new PolicyScore(name, successes, lifted.length, 0, Double.NaN, Double.NaN);
  }
}
