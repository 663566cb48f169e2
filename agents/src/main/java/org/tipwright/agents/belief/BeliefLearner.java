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

  private static final int FORMAT = 0x42454c32;

  private final LinePlanner planner;
  private final Ensemble ensemble;
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
    Shells shells = Shells.of(settings, steps);
    this.planner = new LinePlanner(settings, shells, steps);
    this.ensemble = new Ensemble(settings, shells);
    this.forgets = settings.forgetContradicted();
    this.contradiction = new Contradiction(settings.samePlaceAngstrom());
    this.draws = new RandomStream(seed, "belief");
    ensemble.begin(draws);
  }

  @Override
  public PlannedLine plan() {
    return planner.plan(attempts, ensemble, draws);
  }

  /**
   * Chance that a line survives up to a step, as believed now.
   *
   * @param line up to its prefix taken for safe
   * @param step from contact, the prefix or more
   */
  public double survival(PlannedLine line, int step) {
    return planner.survival(line, step, ensemble);
  }

  /**
   * Takes in how an attempt went. Where the settings say so, the newest attempt that it contradicts
   * is forgotten with all before it: they were made with another tip.
   */
  @Override
  public void add(Attempt attempt) {
    int contradicted = forgets ? contradiction.newest(attempts, attempt) : -1;
    if (contradicted >= 0) {
      attempts.subList(0, contradicted + 1).clear();
      ensemble.begin(draws);
      attempts.forEach(kept -> ensemble.learn(kept, draws));
    }
    ensemble.learn(attempt, draws);
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
    ensemble.save(out);
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
      learner.attempts.add(Attempt.read(in));
    }
    learner.ensemble.restore(in, learner.attempts);
    return learner;
  }
}
