package org.tipwright.runs.evaluation;

import org.tipwright.env.EnvironmentCore;
import org.tipwright.physics.NotConverged;

/** One episode of an evaluation. */
final class Lane {

  private final EnvironmentCore environment;
  private final long seed;
  private boolean running;
  private boolean abandoned;
  private boolean succeeded;
  private int steps;
  private double total;

  Lane(EnvironmentCore environment, long seed) {
    this.environment = environment;
    this.seed = seed;
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
      steps++;
      total += environment.reward();
      succeeded = environment.succeeded();
    } catch (NotConverged notConverged) {
      running = false;
      abandoned = true;
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

  int steps() {
    return steps;
  }

  double total() {
    return total;
  }
}
