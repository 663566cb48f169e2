package org.tipwright.runs.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.ppo.PpoLearner;
import org.tipwright.agents.ppo.PpoMetrics;

/** A PPO learner: a round in, its minibatches, policy out. */
final class PpoLearning implements Learning {

  private final PpoLearner learner;

  PpoLearning(PpoLearner learner) {
    this.learner = learner;
  }

  @Override
  public LearningProgress learn(EpisodeBatch batch) {
    PpoMetrics metrics = learner.learn(batch);
    SortedMap<String, Double> more = new TreeMap<>();
    more.put("policy_loss", metrics.policyLoss());
    more.put("entropy", metrics.entropy());
    more.put("approximate_kl", metrics.approximateKl());
    more.put("clipped_share", metrics.clippedShare());
    more.put("explained_variance", metrics.explainedVariance());
    more.put("policy_gradient_norm", metrics.policyGradientNorm());
    more.put("value_gradient_norm", metrics.valueGradientNorm());
    more.put("policy_updates", (double) metrics.policyUpdates());
    more.put("learning_rate", metrics.learningRate());
    return new LearningProgress(metrics.valueLoss(), metrics.meanValue(), more);
  }

  @Override
  public PolicySnapshot snapshot() {
    return learner.snapshot();
  }

  @Override
  public byte[] save() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      learner.save(bytes);
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException("writing to memory failed", cannotHappen);
    }
    return bytes.toByteArray();
  }
}
