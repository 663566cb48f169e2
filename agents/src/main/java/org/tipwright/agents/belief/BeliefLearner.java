package org.tipwright.agents.belief;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.tipwright.env.random.RandomStream;

/**
 * Plans the next attempt from those made so far. The moves are known, where the bond breaks is not.
 * Equal seeds and attempts give equal lines. Not safe for two threads at once.
 */
public final class BeliefLearner implements LinePlanning {

  private static final int FORMAT = 0x42454c31;

  private final LinePlanner planner;
  private final boolean forgets;
  private final Contradiction contradiction;
  private final RandomStream draws;
  private final List<Attempt> attempts = new ArrayList<>();

  /**
   * A learner without attempts.
   *
   * @param steps from contact to the height of success
   */
  public BeliefLearner(BeliefSettings settings, int steps, long seed) {
    this.planner = new LinePlanner(settings, steps);
    this.forgets = settings.forgetContradicted();
    this.contradiction = new Contradiction(settings.samePlaceAngstrom());
    this.draws = new RandomStream(seed, "belief");
  }

  @Override
  public PlannedLine plan() {
    return planner.plan(attempts, draws);
  }

  /**
   * Takes in how an attempt went. Where the settings say so, the newest attempt that it contradicts
   * is forgotten with all before it: they were made with another tip.
   */
  @Override
  public void add(Attempt attempt) {
    if (forgets) {
      attempts.subList(0, contradiction.newest(attempts, attempt) + 1).clear();
    }
    attempts.add(attempt);
  }

  /** The attempts that it remembers, the oldest first. */
  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** Writes all that the future depends on: a learner restored from it does the same. */
  public void save(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(FORMAT);
    byte[] state = draws.save();
    out.writeInt(state.length);
    out.write(state);
    out.writeInt(attempts.size());
    for (Attempt attempt : attempts) {
      attempt.write(out);
    }
    out.flush();
  }

  /**
   * Reads what {@link #save} wrote; settings and steps must be those of the saved learner.
   *
   * @throws IOException if the bytes are not such a learner
   */
  public static BeliefLearner restore(InputStream stream, BeliefSettings settings, int steps)
      throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != FORMAT) {
      throw new IOException("this is not a saved belief of this version");
    }
    BeliefLearner learner = new BeliefLearner(settings, steps, 0);
    byte[] state = new byte[in.readInt()];
    in.readFully(state);
    learner.draws.restore(state);
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      learner.add(Attempt.read(in));
    }
    return learner;
  }
}
