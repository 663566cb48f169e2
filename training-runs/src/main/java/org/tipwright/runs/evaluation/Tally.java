package org.tipwright.runs.evaluation;

/** Adds episodes up to a score, in the order of the sites. */
final class Tally {

  private final String policy;
  private final int attempts;
  private int episodes;
  private int successes;
  private int abandoned;
  private int liftedSites;
  private long steps;
  private double total;

  Tally(String policy, int attempts) {
    this.policy = policy;
    this.attempts = attempts;
  }

  void add(Lane lane) {
    if (lane.abandoned()) {
      abandoned++;
      return;
    }
    episodes++;
    successes += lane.succeeded() ? 1 : 0;
    liftedSites += lane.liftedSite() ? 1 : 0;
    steps += lane.steps();
    total += lane.total();
  }

  PolicyScore score() {
    return new PolicyScore(
        policy,
        successes,
        episodes,
        abandoned,
        (double) steps / episodes,
        total / episodes,
        attempts,
        liftedSites);
  }
}
