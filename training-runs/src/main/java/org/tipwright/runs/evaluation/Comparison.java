package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.tipwright.agents.baseline.FixedPolicies;
import org.tipwright.agents.baseline.ForgottenAttempts;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.agents.baseline.LiftOracle;
import org.tipwright.agents.baseline.PathPolicy;
import org.tipwright.agents.baseline.SwappedSignals;
import org.tipwright.agents.policy.Policy;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.Tasks;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.random.Seeds;

/**
 * A policy, the policies that follow a fixed rule, and for the lift the best single fixed path and
 * the oracle, all on the same sites.
 */
public final class Comparison {

  /** More than these are no first attempts any more. */
  private static final int MOST_ATTEMPTS = 3;

  private final String task;
  private final Config env;
  private final long seed;
  private final EvaluationSettings settings;
  private final FixedPathFile fixedPath;
  private final int attempts;
  private final EpisodeAlbum album;
  private final Consumer<String> progress;

  /**
   * A comparison on the task of a run.
   *
   * @param config the run's complete settings
   * @param settings how many sites, and which
   * @param fixedPath where the best fixed path is kept once it has been searched
   * @param album where the first episodes of the policy in question are recorded
   * @param progress told in a few words what is being played
   */
  public Comparison(
      Config config,
      EvaluationSettings settings,
      FixedPathFile fixedPath,
      EpisodeAlbum album,
      Consumer<String> progress) {
    this.task = config.getString("task");
    this.env = config.getConfig("env");
    this.seed = config.getLong("seed");
    this.settings = settings;
    this.fixedPath = fixedPath;
    this.album = album;
    this.progress = progress;
    this.attempts =
        task.equals("lift") ? Math.min(MOST_ATTEMPTS, LiftSettings.from(env).siteEpisodes()) : 1;
  }

  /** Plays everybody. */
  public EvaluationResult play(Policy policy) throws IOException {
    Evaluation evaluation = new Evaluation(site -> Tasks.create(task, env), settings, attempts);
    PolicyScore played =
        play(
            new Evaluation(album.recording(task, env, identity(policy)), settings, attempts),
            policy);
    List<PolicyScore> others = new ArrayList<>();
    if (task.equals("lift")) {
      others.addAll(controls(policy));
    }
    for (Policy fixed : fixedPolicies()) {
      others.add(play(evaluation, fixed));
    }
    if (task.equals("lift")) {
      others.add(oracle());
    }
    return new EvaluationResult(task, settings.seed(), played, others);
  }

  /** The policy with the signals of other sites, at first sight, and without its memory. */
  private List<PolicyScore> controls(Policy policy) {
    ObservationSpec spec = Tasks.create(task, env).observationSpec();
    Policy swapped = new SwappedSignals(policy, spec, Seeds.derive(settings.seed(), "swap", 0));
    ForgottenAttempts forgetful = new ForgottenAttempts(policy, spec);
    IntFunction<EnvironmentCore> sites = site -> Tasks.create(task, env);
    List<PolicyScore> scores = new ArrayList<>();
    scores.add(play(new Evaluation(sites, settings), swapped));
    if (attempts > 1 && forgetful.differs()) {
      scores.add(play(new Evaluation(sites, settings, attempts), forgetful));
    }
    return scores;
  }

  private static String identity(Policy policy) {
    return policy instanceof TrainedPolicy trained ? trained.identity() : policy.name();
  }

  private PolicyScore play(Evaluation evaluation, Policy policy) {
    progress.accept("playing " + policy.name() + " on " + settings.episodes() + " sites");
    return evaluation.play(policy);
  }

  private List<Policy> fixedPolicies() throws IOException {
    EnvironmentCore environment = Tasks.create(task, env);
    int size = environment.observationSpec().size();
    if (!(environment.actionSpec() instanceof ActionSpec.Discrete actions)) {
      return List.of();
    }
    long randomSeed = Seeds.derive(settings.seed(), "random-policy", 0);
    List<Policy> policies = new ArrayList<>(FixedPolicies.all(actions, size, randomSeed));
    if (task.equals("lift")) {
      policies.add(new PathPolicy("best fixed path", bestFixedPath(), size));
    }
    return policies;
  }

  private LateralPath bestFixedPath() throws IOException {
    return fixedPath.readOrSearch(
        LiftSettings.from(env),
        Seeds.derive(seed, "fixed-path-search", 0),
        settings.fixedPathSites(),
        progress);
  }

  private PolicyScore oracle() {
    progress.accept("searching each of the sites as the oracle");
    boolean[] liftable =
        new LiftOracle(LiftSettings.from(env), settings.seed()).liftable(settings.episodes());
    int lifted = 0;
    for (boolean site : liftable) {
      lifted += site ? 1 : 0;
    }
    return new PolicyScore(
        "oracle", lifted, liftable.length, 0, Double.NaN, Double.NaN, attempts, lifted);
  }
}
