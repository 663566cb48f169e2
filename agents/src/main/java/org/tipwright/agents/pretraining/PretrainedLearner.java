package org.tipwright.agents.pretraining;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.belief.Attempt;
import org.tipwright.agents.belief.LinePlanning;
import org.tipwright.agents.belief.PlannedLine;
import org.tipwright.env.random.RandomStream;

/**
 * Plans each attempt for the tips that it was trained on, as far as they agree with what it has
 * seen. A line that succeeded is repeated until it fails, which with one tip it cannot; so a
 * failure then, like attempts that no simulated tip explains, means that the tip has changed.
 * Without memory it sees nothing, and every attempt is planned for all tips alike. Equal seeds and
 * attempts give equal lines. Not safe for two threads at once.
 */
public final class PretrainedLearner implements LinePlanning {

  private static final int FORMAT = 0x50524531;

  private final PretrainedSettings settings;
  private final TipCloud cloud;
  private final LineSearch search;
  private final RandomStream draws;
  private @Nullable Attempt success;
  private long changes;

  /** A learner that has seen no attempt yet. */
  public PretrainedLearner(TipLibrary library, PretrainedSettings settings, long seed) {
    this.settings = settings;
    this.cloud = new TipCloud(library, settings);
    this.search = new LineSearch(settings);
    this.draws = new RandomStream(seed, "pretrained");
    cloud.begin(draws);
  }

  @Override
  public PlannedLine plan() {
    if (success != null) {
      return new PlannedLine(success.x(), success.y(), success.steps(), 1);
    }
    return search.plan(cloud, draws);
  }

  @Override
  public void add(Attempt attempt) {
    if (!settings.memory()) {
      cloud.begin(draws);
    } else if (!attempt.ruptured()) {
      success = attempt;
    } else if (success != null) {
      success = null;
      beginAnew(attempt);
    } else if (cloud.add(attempt, draws) > settings.contradictedMisfit()) {
      beginAnew(attempt);
    }
  }

  /** How many changes of the tip it has noticed. */
  public long changes() {
    return changes;
  }

  private void beginAnew(Attempt attempt) {
    changes++;
    cloud.begin(draws);
    cloud.add(attempt, draws);
  }

  /** Writes all that the future depends on: a learner restored from it does the same. */
  public void save(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    byte[] state = draws.save();
    out.writeInt(state.length);
    out.write(state);
    out.writeLong(changes);
    out.writeBoolean(success != null);
    if (success != null) {
      success.write(out);
    }
    cloud.save(out);
    out.flush();
  }

  /**
   * Reads what {@link #save} wrote; library and settings must be those of the saved learner.
   *
   * @throws IOException if the bytes are not such a learner
   */
  public static PretrainedLearner restore(
      InputStream stream, TipLibrary library, PretrainedSettings settings) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT) {
      throw new IOException("this is not a saved pretrained learner of this version");
    }
    PretrainedLearner learner = new PretrainedLearner(library, settings, 0);
    byte[] state = new byte[in.readInt()];
    in.readFully(state);
    learner.draws.restore(state);
    learner.changes = in.readLong();
    learner.success = in.readBoolean() ? Attempt.read(in) : null;
    learner.cloud.restore(in);
    return learner;
  }
}
