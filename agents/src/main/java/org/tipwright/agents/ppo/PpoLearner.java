package org.tipwright.agents.ppo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ForkJoinTask;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.kernel.LearningDiverged;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.random.RandomStream;

/**
 * Proximal policy optimisation: Schulman et al. 2017 (arXiv:1707.06347), with a value network of
 * its own. The two networks share nothing, so they learn at the same time on two threads, and the
 * result depends on neither. Equal seeds and equal batches give equal bytes on one machine. Not
 * safe for two callers at once.
 */
public final class PpoLearner {

  private static final int FORMAT = 0x50504f31;

  private final PpoSettings settings;
  private final PolicyLearning policy;
  private final ValueLearning value;
  private final ObservationStatistics statistics;
  private ObservationScale scale;
  private long steps;
  private long rounds;

  /** A learner that knows nothing yet, its weights drawn from the seed. */
  public PpoLearner(
      ObservationSpec observations, ActionSpec actions, PpoSettings settings, long seed) {
    this(
        observations,
        actions,
        settings,
        new GeneralisedAdvantages(settings.discount(), settings.gaeLambda()),
        seed);
  }

  /** The same with another way to estimate advantages. */
  public PpoLearner(
      ObservationSpec observations,
      ActionSpec actions,
      PpoSettings settings,
      AdvantageEstimator estimator,
      long seed) {
    this.settings = settings;
    this.policy =
        new PolicyLearning(
            PolicyVector.of(observations, actions, settings),
            ActionDistribution.of(actions),
            settings,
            new RandomStream(seed, "policy-weights"),
            new RandomStream(seed, "policy-minibatches"));
    this.value =
        new ValueLearning(
            observations.size(),
            settings,
            estimator,
            new RandomStream(seed, "value-weights"),
            new RandomStream(seed, "value-minibatches"));
    this.statistics = new ObservationStatistics(observations);
    this.scale = ObservationScale.of(observations, settings.scaleObservations());
  }

  /**
   * Learns from a round, which the newest snapshot has played. The round is read with the scale it
   * was played with; the next one's takes it in.
   *
   * @throws LearningDiverged if a loss or a parameter is no longer finite
   */
  public PpoMetrics learn(EpisodeBatch batch) {
    double rate = settings.learningRate().at(steps);
    double rateFactor = rate / settings.learningRate().start();
    PlayedRound round = new PlayedRound(batch, scale);
    // Tasks rather than futures, which start a thread each where there are but two processors.
    ForkJoinTask<?> judged = ForkJoinTask.adapt(() -> value.judge(round, batch)).fork();
    policy.remember(round);
    judged.join();
    ForkJoinTask<LearningSums> valueSums =
        ForkJoinTask.adapt(() -> value.learn(round, rateFactor)).fork();
    LearningSums policySums = policy.learn(round, rateFactor);
    PpoMetrics metrics = metrics(policySums, valueSums.join(), round, rate);
    if (!policy.isFinite() || !value.isFinite()) {
      throw new LearningDiverged(
          "learning diverged: a parameter is no longer a number; lower ppo.learning-rate.start (now "
              + settings.learningRate().start()
              + ")");
    }
    if (settings.normaliseObservations() && batch.steps() > 0) {
      statistics.add(batch.observations());
      scale = statistics.scale(settings.observationLimit());
    }
    steps += batch.steps();
    rounds++;
    return metrics;
  }

  private static PpoMetrics metrics(
      LearningSums policy, LearningSums value, PlayedRound round, double rate) {
    double worth = 0;
    double worthSquared = 0;
    double off = 0;
    double offSquared = 0;
    double values = 0;
    for (int step = 0; step < round.steps; step++) {
      double w = round.worth(step);
      double a = round.advantages[step];
      worth += w;
      worthSquared += w * w;
      off += a;
      offSquared += a * a;
      values += w - a;
    }
    int n = round.steps;
    double variance = worthSquared / n - worth / n * (worth / n);
    double unexplained = offSquared / n - off / n * (off / n);
    return new PpoMetrics(
        policy.loss(),
        value.loss(),
        policy.entropy(),
        policy.divergence(),
        policy.clippedShare(),
        variance > 0 ? 1 - unexplained / variance : Double.NaN,
        values / n,
        policy.gradientNorm(),
        value.gradientNorm(),
        policy.updates(),
        rate);
  }

  /** The policy as it is now, for workers to play: {@link PolicyVector} says how it is laid out. */
  public PolicySnapshot snapshot() {
    return new PolicySnapshot(rounds, policy.vector(scale), 1, 0);
  }

  /** Environment steps learnt from so far. */
  public long steps() {
    return steps;
  }

  /** Writes all that the future depends on: a learner restored from it does the same. */
  public void save(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    out.writeInt(FORMAT);
    out.writeLong(steps);
    out.writeLong(rounds);
    policy.save(out);
    value.save(out);
    statistics.save(out);
    out.flush();
  }

  /**
   * Reads what {@link #save} wrote; specs and settings must be those of the saved learner.
   *
   * @throws IOException if the bytes are not a learner of these specs and settings
   */
  public static PpoLearner restore(
      InputStream stream, ObservationSpec observations, ActionSpec actions, PpoSettings settings)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != FORMAT) {
      throw new IOException("this is not a saved PPO learner of this version");
    }
    PpoLearner learner = new PpoLearner(observations, actions, settings, 0);
    learner.steps = in.readLong();
    learner.rounds = in.readLong();
    learner.policy.restore(in);
    learner.value.restore(in);
    learner.statistics.restore(in);
    if (!learner.statistics.isEmpty()) {
      learner.scale = learner.statistics.scale(settings.observationLimit());
    }
    return learner;
  }
}
