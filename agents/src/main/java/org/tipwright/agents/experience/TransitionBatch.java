package org.tipwright.agents.experience;

import java.util.List;
import org.tipwright.env.Symmetry;
import org.tipwright.env.random.RandomStream;

/**
 * Room for a fixed number of transitions, filled by {@link ExperienceBuffer}. Row i says: in {@code
 * observations[i]} the choice {@code actions[i]} was made; the next steps brought {@code
 * returns[i]}; what follows is worth {@code discounts[i]} times the value of {@code
 * nextObservations[i]}.
 */
public final class TransitionBatch {

  /** Where the choices were made; {@code size} rows. */
  public final float[] observations;

  /** Index of the choice made. */
  public final int[] actions;

  /** Discounted rewards of the next n steps, or fewer if the episode ended. */
  public final float[] returns;

  /** Where the n steps led; {@code size} rows. */
  public final float[] nextObservations;

  /** γ to the number of steps; 0 if they ended in a termination. */
  public final float[] discounts;

  /** How much each transition counts in the loss, at most 1. */
  public final float[] weights;

  /** Where each lies in the buffer; {@link #MADE_UP} if it was never experienced. */
  public final int[] rows;

  /** In place of a row: this transition is none of the buffer's. */
  public static final int MADE_UP = -1;

  /** Room for {@code size} transitions. */
  public TransitionBatch(int size, int observationSize) {
    this.observations = new float[size * observationSize];
    this.actions = new int[size];
    this.returns = new float[size];
    this.nextObservations = new float[size * observationSize];
    this.discounts = new float[size];
    this.weights = new float[size];
    this.rows = new int[size];
  }

  /**
   * Replaces each transition by its image under one of these maps or the identity, drawn uniformly.
   */
  public void turn(List<Symmetry> symmetries, RandomStream random, float[] scratch) {
    int row = observations.length / actions.length;
    for (int i = 0; i < actions.length; i++) {
      int drawn = random.nextInt(symmetries.size() + 1);
      if (drawn > 0) {
        Symmetry symmetry = symmetries.get(drawn - 1);
        symmetry.apply(observations, i * row, scratch);
        symmetry.apply(nextObservations, i * row, scratch);
        actions[i] = symmetry.action()[actions[i]];
      }
    }
  }

  /** Number of transitions. */
  public int size() {
    return actions.length;
  }
}
