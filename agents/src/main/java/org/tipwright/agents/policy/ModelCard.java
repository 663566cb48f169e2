package org.tipwright.agents.policy;

import com.typesafe.config.Config;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;

/**
 * What someone who finds a policy file needs to know.
 *
 * @param task the task it was trained on
 * @param preset the preset the training began with
 * @param trainingSeed seed of the training run
 * @param observationSpec what the policy observes
 * @param actionSpec what it can choose
 * @param scale what observations go through before the network
 * @param settings the run's complete settings
 * @param evaluation results of the policy's evaluation; empty if there was none
 */
public record ModelCard(
    String task,
    String preset,
    long trainingSeed,
    ObservationSpec observationSpec,
    ActionSpec actionSpec,
    ObservationScale scale,
    Config settings,
    Config evaluation) {

  /** A card of a policy whose observations are scaled by their spec, or not at all. */
  public ModelCard(
      String task,
      String preset,
      long trainingSeed,
      ObservationSpec observationSpec,
      ActionSpec actionSpec,
      boolean scaledObservations,
      Config settings,
      Config evaluation) {
    this(
        task,
        preset,
        trainingSeed,
        observationSpec,
        actionSpec,
        ObservationScale.of(observationSpec, scaledObservations),
        settings,
        evaluation);
  }

  /** The same card with the results of an evaluation. */
  public ModelCard withEvaluation(Config results) {
    return new ModelCard(
        task, preset, trainingSeed, observationSpec, actionSpec, scale, settings, results);
  }
}
