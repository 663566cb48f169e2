package org.tipwright.agents.dqn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.experience.ExperienceBuffer;
import org.tipwright.agents.experience.TransitionBatch;
import org.tipwright.agents.kernel.Adam;
import org.tipwright.agents.kernel.FloatArrays;
import org.tipwright.agents.kernel.LearningDiverged;
import org.tipwright.agents.policy.ActionChoice;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.Symmetry;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.Seeds;

/**
 * Double DQN: van Hasselt, Guez and Silver, AAAI 2016 (arXiv:1509.06461). The online network
 * chooses the next action, the target network values it. Equal seeds and equal batches give equal
 * bytes on one machine. Not safe for two threads at once.
 */
public final class DqnLearner {

  private static final int FORMAT = 0x44514e31;

  private final DqnSettings settings;
  private final QNetwork online;
  private final QNetwork target;
  private final QNetwork played;
  private final Adam adam;
  private final ExperienceBuffer experience;
  private final RandomStream sampling;
  private final TransitionBatch batch;
  private final int choices;
  private final float[] q;
  private final float[] nextQ;
  private final float[] nextTargetQ;
  private final float[] qErrors;
  private final float[] scratch;
  private List<Symmetry> symmetries = List.of();
  private long steps;
  private long rounds;
  private long updates;
  private double owed;

  /** A learner that knows nothing yet, its weights drawn from the seed. Loads ND4J. */
  public DqnLearner(
      ObservationSpec observations, ActionSpec.Discrete actions, DqnSettings settings, long seed) {
    this(observations, actions, settings, new RandomStream(seed, "experience"));
    float[] initial = online.initialParameters(Seeds.derive(seed, "network", 0));
    online.setParameters(initial);
    target.setParameters(initial);
    played.setParameters(initial);
  }

  private DqnLearner(
      ObservationSpec observations,
      ActionSpec.Discrete actions,
      DqnSettings settings,
      RandomStream sampling) {
    this.settings = settings;
    this.online = QNetwork.create(observations, actions, settings, settings.batch());
    this.target = QNetwork.create(observations, actions, settings, settings.batch());
    this.played = QNetwork.create(observations, actions, settings, 1);
    this.adam = new Adam(online.kernel(), settings.learningRate());
    this.experience = new ExperienceBuffer(settings.experienceCapacity(), observations.size());
    this.sampling = sampling;
    this.batch = new TransitionBatch(settings.batch(), observations.size());
    this.choices = actions.count();
    this.scratch = new float[observations.size()];
    this.q = new float[settings.batch() * choices];
    this.nextQ = new float[settings.batch() * choices];
    this.nextTargetQ = new float[settings.batch() * choices];
    this.qErrors = new float[settings.batch() * choices];
  }

  /**
   * Learns, from now on, of each transition's images under these maps as much as of itself. Not
   * saved: say it again after {@link #restore}.
   */
  public void learnSymmetries(List<Symmetry> maps) {
    symmetries = settings.symmetries() ? List.copyOf(maps) : List.of();
  }

  /** Takes episodes into the experience. */
  public void add(EpisodeBatch episodes) {
    long before = Math.max(steps, settings.warmUpSteps());
    experience.add(episodes);
    steps += episodes.steps();
    owed += Math.max(0, steps - before) * settings.updatesPerStep();
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
    experience.sample(sampling, settings.discount(), settings.nStep(), batch);
    if (!symmetries.isEmpty()) {
      batch.turn(symmetries, sampling, scratch);
    }
    online.q(batch.nextObservations, nextQ);
    target.q(batch.nextObservations, nextTargetQ);
    online.q(batch.observations, q);
    int size = batch.size();
    double loss = 0;
    for (int i = 0; i < size; i++) {
      int row = i * choices;
      int next = ActionChoice.best(nextQ, row, choices);
      float goal = batch.returns[i] + batch.discounts[i] * nextTargetQ[row + next];
      int taken = batch.actions[i];
      double error = q[row + taken] - goal;
      for (int a = 0; a < choices; a++) {
        qErrors[row + a] = 0f;
      }
      qErrors[row + taken] = (float) (settings.loss().slope(error) / size);
      loss += settings.loss().of(error) / size;
      sums.addTransition(Math.abs(error) / size, q[row + taken] / size, goal / size);
    }
    online.backward(qErrors);
    double norm = online.kernel().gradientNorm();
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw diverged("the loss is " + loss + " and its gradient has length " + norm);
    }
    double longest = settings.maxGradientNorm();
    adam.step(longest > 0 && norm > longest ? longest / norm : 1.0);
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
   * Reads what {@link #save} wrote; specs and settings must be those of the saved learner.
   *
   * @throws IOException if the bytes are not a learner of these specs and settings
   */
  public static DqnLearner restore(
      InputStream stream,
      ObservationSpec observations,
      ActionSpec.Discrete actions,
      DqnSettings settings)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (in.readInt() != FORMAT) {
      throw new IOException("this is not a saved DQN learner of this version");
    }
    DqnLearner learner =
        new DqnLearner(observations, actions, settings, new RandomStream(0, "experience"));
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
    return learner;
  }
}
