package org.tipwright.agents.dqn;

import org.tipwright.agents.experience.ExperienceBuffer;
import org.tipwright.agents.experience.TransitionBatch;
import org.tipwright.env.KnownDynamics;
import org.tipwright.env.random.RandomStream;

/**
 * Transitions that were never experienced, after Leinen et al., Sci. Adv. 6 (2020) eabb6987: from
 * where the tip once was, a few random moves forth and back that avoid known ruptures, then one
 * random action. Where it leads is exact; whether the bond breaks there is looked up among the
 * ruptures seen, and a place without one is taken for safe.
 */
final class ModelRollouts {

  /** A place from which no move is found in so many trials is left as it is. */
  private static final int TRIALS = 20;

  private final KnownDynamics dynamics;
  private final RupturePlaces ruptures = new RupturePlaces();
  private final int choices;
  private final int mostMoves;
  private final float[] place;

  ModelRollouts(KnownDynamics dynamics, int choices, int observationSize, int mostMoves) {
    this.dynamics = dynamics;
    this.choices = choices;
    this.mostMoves = mostMoves;
    this.place = new float[observationSize];
  }

  /** Takes the ruptures from all that is remembered. */
  void learnRuptures(ExperienceBuffer experience) {
    ruptures.clear();
    experience.visitTerminations(
        (observations, offset, reward) -> {
          if (!dynamics.succeeds(observations, offset)) {
            ruptures.put(dynamics.place(observations, offset), reward);
          }
        });
  }

  /**
   * Writes one such transition, of one step, into a batch.
   *
   * @param row of the experience, where the tip was
   */
  void transition(
      ExperienceBuffer experience,
      int row,
      RandomStream random,
      double discount,
      TransitionBatch into,
      int index) {
    experience.observation(row, place, 0);
    for (int moves = random.nextInt(mostMoves + 1); moves > 0; moves--) {
      wander(random);
    }
    int size = place.length;
    System.arraycopy(place, 0, into.observations, index * size, size);
    int action = random.nextInt(choices);
    boolean moved = dynamics.move(place, 0, action);
    System.arraycopy(place, 0, into.nextObservations, index * size, size);
    float reward = ruptures.reward(dynamics.place(place, 0));
    boolean ruptured = !Float.isNaN(reward);
    into.rows[index] = TransitionBatch.MADE_UP;
    into.weights[index] = moved ? 1f : 0f;
    into.actions[index] = action;
    into.returns[index] = ruptured ? reward : dynamics.reward(place, 0);
    into.discounts[index] = ruptured || dynamics.succeeds(place, 0) ? 0f : (float) discount;
  }

  private void wander(RandomStream random) {
    int moves = dynamics.moves();
    for (int trial = 0; trial < TRIALS; trial++) {
      int move = random.nextInt(moves);
      if (dynamics.move(place, 0, move)) {
        if (!dynamics.succeeds(place, 0) && !ruptures.contains(dynamics.place(place, 0))) {
          return;
        }
        dynamics.move(place, 0, (move + moves / 2) % moves);
      }
    }
  }
}
