package org.tipwright.runs.rehearsal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.lift.LiftTask;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.runs.evaluation.Evaluation;
import org.tipwright.runs.evaluation.EvaluationSettings;
import org.tipwright.runs.evaluation.PolicyScore;

/**
 * A policy in the simulation that trained it, but with the molecules and tips of a rehearsal's
 * microscopes: what is left of the difference is not theirs.
 *
 * @param policy that lifts
 * @param environment complete settings of the lift that it was trained on
 * @param sites one for each microscope
 * @param tries at each, with noise and heat of their own
 * @param attempts in each try, until one succeeds
 */
public record SameSites(
    Policy policy, Config environment, List<LiftSite> sites, int tries, int attempts) {

  private static final long SEED = 1;

  public SameSites {
    sites = List.copyOf(sites);
  }

  /** With the instrument that the policy was trained on. */
  public PolicyScore asTrained() {
    return play("");
  }

  /** With an instrument's drift, creep, hysteresis and noise. */
  public PolicyScore withFaults() {
    return play("instrument.faults = on");
  }

  private PolicyScore play(String change) {
    LiftSettings settings =
        LiftSettings.from(ConfigFactory.parseString(change).withFallback(environment));
    int threads = Runtime.getRuntime().availableProcessors();
    return new Evaluation(
            i -> new LiftTask(settings, sites.get(i % sites.size())),
            new EvaluationSettings(sites.size() * tries, SEED, threads, 0, 1),
            attempts)
        .play(policy);
  }
}
