package org.tipwright.agents.dqn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.experience.ExperienceBuffer;
import org.tipwright.agents.experience.TransitionBatch;
import org.tipwright.agents.kernel.Adam;
import org.tipwright.agents.kernel.FloatArrays;
import org.tipwright.agents.kernel.LearningDiverged;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.Seeds;

/**
 * DQN: Mnih et al., Nature 518 (2015) 529. What is learnt from comes from a {@link BatchSource},
 * what the next observation is worth from {@link NextValue}; this class descends the error between
 * the two and keeps the books. Equal seeds and equal batches give equal bytes on one machine. Not
 * safe for two threads at once.
 */
public final class DqnLearner {

  private static final int FORMAT = 0x44514e32;

  private final DqnSettings settings;
  private final QNetwork online;
  private final QNetwork target;
  private final QNetwork played;
  private final Adam adam;
  private final ExperienceBuffer experience;
  private final RandomStream sampling;
  private final BatchSource source;
  private final NextValue next;
  private final int choices;
  private final float[] q;
  private final float[] qErrors;
  private final double[] errors;
  private long steps;
  private long rounds;
  private long updates;
  private double owed;

  /** A learner that knows nothing yet, its weights drawn from the seed. Loads ND4J. */
  public DqnLearner(
      ObservationSpec observations, ActionSpec.Discrete actions, DqnSettings settings, long seed) {
    this(observations, actions, settings, TaskKnowledge.NOTHING, seed);
  }

  /**
   * The same, with what may be known of the task.
   *
   * @throws IllegalArgumentException if the settings ask for knowledge that the task does not give
   */
  public DqnLearner(
      ObservationSpec observations,
      ActionSpec.Discrete actions,
      DqnSettings settings,
      TaskKnowledge knowledge,
      long seed) {
    this(observations, actions, settings, knowledge, new RandomStream(seed, "experience"));
    float[] initial =
        settings.initialWeights().draw(online.shape(), Seeds.derive(seed, "network", 0));
    online.setParameters(initial);
    target.setParameters(initial);
    played.setParameters(initial);
  }

  private DqnLearner(
      ObservationSpec observations,
      ActionSpec.Discrete actions,
      DqnSettings settings,
      TaskKnowledge knowledge,
      RandomStream sampling) {
    this.settings = settings;
    this.online = QNetwork.create(observations, actions, settings, settings.batch());
    this.target = QNetwork.create(observations, actions, settings, settings.batch());
    this.played = QNetwork.create(observations, actions, settings, 1);
    this.adam = new Adam(online.kernel(), settings.learningRate());
    this.experience =
        new ExperienceBuffer(
            settings.experienceCapacity(), observations.size(), settings.priority().isOn());
    this.sampling = sampling;
    this.choices = actions.count();
    this.source =
        new BatchSource(settings, knowledge, experience, sampling, choices, observations.size());
    this.next = new NextValue(settings, knowledge.mask(), online, target, observations.size());
    this.q = new float[settings.batch() * choices];
    this.qErrors = new float[settings.batch() * choices];
    this.errors = new double[settings.batch()];
  }

  /** Takes episodes into the experience. */
  public void add(EpisodeBatch episodes) {
    long before = Math.max(steps, settings.warmUpSteps());
    experience.add(episodes);
    source.onExperience();
    steps += episodes.steps();
    owed += Math.max(0, steps - before) * settings.updatesPerStep();
  }

  /**
   * Forgets an episode that someone has declared void. What was learnt of it stays learnt.
   *
   * @param id its number in its {@link EpisodeBatch}
   * @return whether it was still in the experience
   */
  public boolean forget(long id) {
    boolean found = experience.remove(id);
    source.onExperience();
    return found;
  }

  /**
   * Does the updates that the steps added since the last call ask for.
   *
   * @throws LearningDiverged if the loss or a parameter is no longer finite
   */
  public LearnerMetrics learn() {
    int due = (int) owed;
    owed -= due;
    return learn(due);
  }

  /**
   * Does this many updates, whatever the settings say about their number.
   *
   * @throws LearningDiverged if the loss or a parameter is no longer finite
   */
  public LearnerMetrics learn(int count) {
    UpdateSums sums = new UpdateSums();
    for (int i = 0; i < count; i++) {
      update(sums);
    }
    for (float parameter : online.parameters()) {
      if (!Float.isFinite(parameter)) {
        throw diverged("a parameter of the network is " + parameter);
      }
    }
    rounds++;
    return sums.metrics(updates, experience.transitions(), epsilon(), temperature());
  }

  /** The policy as it is now, for workers to play. */
  public PolicySnapshot snapshot() {
    return new PolicySnapshot(rounds, played.parameters(), temperature(), epsilon());
  }

  /** Environment steps taken in so far. */
  public long steps() {
    return steps;
  }

  private double epsilon() {
    return settings.epsilon().at(steps);
  }

  private double temperature() {
    return settings.temperature().at(steps);
  }

  private void update(UpdateSums sums) {
    TransitionBatch batch = source.draw(settings.priority().importance().at(steps));
    next.compute(batch.nextObservations);
    online.q(batch.observations, q);
    int size = batch.size();
    double loss = 0;
    Arrays.fill(qErrors, 0f);
    for (int i = 0; i < size; i++) {
      float goal =
          batch.discounts[i] == 0
              ? batch.returns[i]
              : batch.returns[i] + batch.discounts[i] * next.of(i);
      int taken = i * choices + batch.actions[i];
      double error = q[taken] - goal;
      double weight = batch.weights[i];
      errors[i] = error;
      qErrors[taken] = (float) (weight * settings.loss().slope(error) / size);
      loss += weight * settings.loss().of(error) / size;
      sums.addTransition(Math.abs(error) / size, q[taken] / size, goal / size);
    }
    source.learnErrors(errors);
    online.backward(qErrors);
    double norm = online.kernel().gradientNorm();
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw diverged("the loss is " + loss + " and its gradient has length " + norm);
    }
    double longest = settings.maxGradientNorm();
    adam.step(
        longest > 0 && norm > longest ? longest / norm : 1.0,
        settings.learningRateFactor().at(steps));
    updates++;
    followOnline();
    sums.addUpdate(loss, norm);
  }

  private void followOnline() {
    played.kernel().moveTowards(online.kernel(), (float) settings.averagingRate());
    if (settings.targetUpdate() == TargetUpdate.SOFT) {
      target.kernel().moveTowards(online.kernel(), (float) settings.targetRate());
    } else if (updates % settings.targetPeriod() == 0) {
      target.kernel().moveTowards(online.kernel(), 1f);
    }
  }

  private LearningDiverged diverged(String what) {
    return new LearningDiverged(
        "learning diverged at update "
            + updates
            + ": "
            + what
            + "; lower dqn.learning-rate (now "
            + settings.learningRate()
            + ") or dqn.max-gradient-norm (now "
            + settings.maxGradientNorm()
            + ")");
  }

  /** Writes all that the future depends on: a learner restored from it does the same. */
  public void save(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    out.writeInt(FORMAT);
    out.writeLong(steps);
    out.writeLong(rounds);
    out.writeLong(updates);
    out.writeDouble(owed);
    byte[] state = sampling.save();
    out.writeInt(state.length);
    out.write(state);
    FloatArrays.write(out, online.parameters());
    FloatArrays.write(out, target.parameters());
    FloatArrays.write(out, played.parameters());
    adam.save(out);
    experience.save(out);
    out.flush();
  }

  /**
   * Reads what {@link #save} wrote; specs, settings and knowledge must be those of the saved
   * learner.
   *
   * @throws IOException if the bytes are not a learner of these specs and settings
   */
  public static DqnLearner restore(
      InputStream stream,
      ObservationSpec observations,
      ActionSpec.Discrete actions,
      DqnSettings settings,
      TaskKnowledge knowledge)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != FORMAT) {
      throw new IOException("this is not a saved DQN learner of this version");
    }
    DqnLearner learner =
        new DqnLearner(
            observations, actions, settings, knowledge, new RandomStream(0, "experience"));
    learner.steps = in.readLong();
    learner.rounds = in.readLong();
    learner.updates = in.readLong();
    learner.owed = in.readDouble();
    byte[] state = new byte[in.readInt()];
    in.readFully(state);
    learner.sampling.restore(state);
    float[] parameters = new float[learner.online.shape().parameterCount()];
    FloatArrays.read(in, parameters);
    learner.online.setParameters(parameters);
    FloatArrays.read(in, parameters);
    learner.target.setParameters(parameters);
    FloatArrays.read(in, parameters);
    learner.played.setParameters(parameters);
    learner.adam.restore(in);
    learner.experience.restore(in);
    learner.source.onExperience();
    return learner;
  }
}
