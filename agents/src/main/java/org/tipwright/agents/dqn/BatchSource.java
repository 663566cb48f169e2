package org.tipwright.agents.dqn;

import org.jspecify.annotations.Nullable;
import org.tipwright.agents.experience.ExperienceBuffer;
import org.tipwright.agents.experience.TransitionBatch;
import org.tipwright.env.random.RandomStream;

/**
 * Where the transitions of an update come from: experience, uniformly or by priority, its goals
 * changed in hindsight; rollouts of what is known of the dynamics; and the symmetric images of all
 * of them.
 */
final class BatchSource {

  private final DqnSettings settings;
  private final ExperienceBuffer experience;
  private final RandomStream random;
  private final TransitionBatch batch;
  private final TaskKnowledge knowledge;
  private final @Nullable ModelRollouts rollouts;
  private final @Nullable Hindsight hindsight;
  private final int experienced;
  private final float[] scratch;

  /**
   * A source for a task.
   *
   * @throws IllegalArgumentException if the settings ask for knowledge that the task does not give
   */
  BatchSource(
      DqnSettings settings,
      TaskKnowledge knowledge,
      ExperienceBuffer experience,
      RandomStream random,
      int choices,
      int observationSize) {
    this.settings = settings;
    this.experience = experience;
    this.random = random;
    this.batch = new TransitionBatch(settings.batch(), observationSize);
    this.knowledge = knowledge;
    this.scratch = new float[observationSize];
    double share = settings.modelRolloutShare();
    this.experienced = settings.batch() - (int) Math.round(share * settings.batch());
    this.rollouts =
        share == 0
            ? null
            : new ModelRollouts(
                knowledge
                    .dynamics()
                    .orElseThrow(() -> missing("model-rollouts.share", "known dynamics")),
                choices,
                observationSize,
                settings.modelRolloutMoves());
    this.hindsight =
        settings.hindsightShare() == 0
            ? null
            : new Hindsight(
                knowledge.goal().orElseThrow(() -> missing("hindsight-share", "goals")),
                settings.hindsightShare(),
                observationSize);
  }

  private static IllegalArgumentException missing(String key, String what) {
    return new IllegalArgumentException(
        "dqn." + key + " is above 0 but the task has no " + what + "; set it to 0");
  }

  /** Hears that the experience has changed. */
  void onExperience() {
    if (rollouts != null) {
      rollouts.learnRuptures(experience);
    }
  }

  /** The next transitions to learn from; overwritten by the next call. */
  TransitionBatch draw(double importance) {
    for (int i = 0; i < experienced; i++) {
      experience.transition(drawRow(), settings.discount(), settings.nStep(), batch, i);
      if (hindsight != null) {
        hindsight.relabel(experience, random, settings.discount(), batch, i);
      }
    }
    if (settings.priority().isOn() && importance > 0) {
      weigh(importance);
    }
    for (int i = experienced; i < batch.size() && rollouts != null; i++) {
      rollouts.transition(
          experience, experience.drawUniformly(random), random, settings.discount(), batch, i);
    }
    if (settings.symmetries() && !knowledge.symmetries().isEmpty()) {
      batch.turn(knowledge.symmetries(), random, scratch);
    }
    return batch;
  }

  private int drawRow() {
    return settings.priority().isOn()
        ? experience.drawByPriority(random)
        : experience.drawUniformly(random);
  }

  /** Gives each transition the weight {@code (N · P)^−β}, the greatest made 1: Schaul, eq. 2. */
  private void weigh(double importance) {
    double greatest = 0;
    for (int i = 0; i < experienced; i++) {
      double weight = Math.pow(experience.relativeProbability(batch.rows[i]), -importance);
      batch.weights[i] = (float) weight;
      greatest = Math.max(greatest, weight);
    }
    for (int i = 0; i < experienced; i++) {
      batch.weights[i] /= (float) greatest;
    }
  }

  /** Takes the errors of the last batch as the new priorities of its transitions. */
  void learnErrors(double[] errors) {
    if (settings.priority().isOn()) {
      for (int i = 0; i < experienced; i++) {
        experience.setPriority(batch.rows[i], settings.priority().priority(errors[i]));
      }
    }
  }
}
