package org.tipwright.runs.evaluation;

import org.tipwright.env.EnvironmentCore;
import org.tipwright.physics.NotConverged;

/** One site of an evaluation: an episode, and more of them until one succeeds. */
final class Lane {

  private final EnvironmentCore environment;
  private final long seed;
  private final int attempts;
  private int attempt;
  private boolean running;
  private boolean abandoned;
  private boolean succeeded;
  private boolean liftedSite;
  private int steps;
  private double total;

  Lane(EnvironmentCore environment, long seed, int attempts) {
    this.environment = environment;
    this.seed = seed;
    this.attempts = attempts;
  }

  int observationSize() {
    return environment.observationSpec().size();
  }

  int actionSize() {
    return environment.actionSpec().size();
  }

  void start(float[] observations, int at) {
    environment.seed(seed);
    try {
      environment.reset(observations, at);
      running = true;
    } catch (NotConverged notConverged) {
      abandoned = true;
    }
  }

  /** Does its row of the actions; nothing once the episode is over. */
  void step(float[] actions, int actionAt, float[] observations, int at) {
    if (!running) {
      return;
    }
    try {
      running = !environment.step(actions, actionAt, observations, at).isLast();
      if (attempt == 0) {
        steps++;
        total += environment.reward();
        succeeded = environment.succeeded();
      }
      liftedSite = environment.succeeded();
      if (!running && !liftedSite && ++attempt < attempts) {
        environment.reset(observations, at);
        running = true;
      }
    } catch (NotConverged notConverged) {
      running = false;
      abandoned |= attempt == 0;
    }
  }

  boolean running() {
    return running;
  }

  boolean abandoned() {
    return abandoned;
  }

  boolean succeeded() {
    return succeeded;
  }

  boolean liftedSite() {
    return liftedSite;
  }

  int steps() {
    return steps;
  }

  double total() {
    return total;
  }
}
