package org.tipwright.agents.experience;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.kernel.FloatArrays;
import org.tipwright.env.random.RandomStream;

/**
 * The newest whole episodes, up to a fixed number of rows, sampled uniformly over transitions or by
 * their priorities. A row is one observation; an episode of n steps takes n + 1, so that no
 * observation is kept twice. When room runs out the oldest episodes go, whole. Actions are
 * discrete.
 */
public final class ExperienceBuffer {

  private static final byte MID = 0;
  private static final byte LAST_OF_EPISODE = 1;
  private static final byte TERMINAL = 2;

  private final int capacity;
  private final int observationSize;
  private float[] observations;
  private short[] actions;
  private float[] rewards;
  private byte[] marks;
  private final ArrayDeque<Episode> episodes = new ArrayDeque<>();
  private final @Nullable SumTree priorities;
  private double highestPriority = 1;
  private int oldest;
  private int rows;

  /** An episode that is kept, oldest first. */
  private record Episode(long id, int rows) {}

  /** Hears of the last transitions of episodes. */
  public interface EndVisitor {

    /**
     * An episode ended in a termination with this observation.
     *
     * @param observations rows, to be read at {@code offset}
     * @param reward of the last step
     */
    void onTermination(float[] observations, int offset, float reward);
  }

  /**
   * An empty buffer.
   *
   * @param capacity rows at most; also bounds the longest episode that fits
   * @param observationSize numbers in an observation
   * @param prioritised whether transitions have priorities
   */
  public ExperienceBuffer(int capacity, int observationSize, boolean prioritised) {
    if (capacity < 2 || (long) capacity * observationSize > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "an experience buffer of "
              + capacity
              + " rows of "
              + observationSize
              + " numbers is too small or too large; mend dqn.experience-capacity");
    }
    this.capacity = capacity;
    this.observationSize = observationSize;
    int room = Math.min(capacity, 1024);
    this.observations = new float[room * observationSize];
    this.actions = new short[room];
    this.rewards = new float[room];
    this.marks = new byte[room];
    this.priorities = prioritised ? new SumTree(capacity) : null;
  }

  /** Transitions that can be sampled. */
  public int transitions() {
    return rows - episodes.size();
  }

  /** Episodes kept. */
  public int episodes() {
    return episodes.size();
  }

  /**
   * Appends episodes, dropping the oldest ones where room is needed.
   *
   * @throws IllegalArgumentException if one episode alone is longer than the buffer
   */
  public void add(EpisodeBatch batch) {
    int row = 0;
    int step = 0;
    for (int e = 0; e < batch.count(); e++) {
      int length = batch.lengths()[e];
      makeRoom(length + 1);
      for (int t = 0; t <= length; t++) {
        int at = row(rows);
        System.arraycopy(
            batch.observations(),
            (row + t) * observationSize,
            observations,
            at * observationSize,
            observationSize);
        boolean last = t == length;
        actions[at] = last ? 0 : (short) batch.actions()[step + t];
        rewards[at] = last ? 0f : batch.rewards()[step + t];
        marks[at] = last ? (batch.terminated()[e] ? TERMINAL : LAST_OF_EPISODE) : MID;
        if (priorities != null) {
          // What was never learnt from comes first: Schaul et al., algorithm 1.
          priorities.set(at, last ? 0 : highestPriority);
        }
        rows++;
      }
      episodes.add(new Episode(batch.ids()[e], length + 1));
      row += length + 1;
      step += length;
    }
  }

  /**
   * Forgets one episode, the first kept of this number; the others keep their order.
   *
   * @return whether there was one
   */
  public boolean remove(long id) {
    int before = 0;
    for (Iterator<Episode> kept = episodes.iterator(); kept.hasNext(); ) {
      Episode episode = kept.next();
      if (episode.id() == id) {
        kept.remove();
        closeGap(before, episode.rows());
        return true;
      }
      before += episode.rows();
    }
    return false;
  }

  private void closeGap(int from, int length) {
    for (int i = from; i + length < rows; i++) {
      moveRow(row(i + length), row(i));
    }
    for (int i = rows - length; i < rows && priorities != null; i++) {
      priorities.set(row(i), 0);
    }
    rows -= length;
  }

  private void moveRow(int from, int to) {
    copy(from, observations, to);
    actions[to] = actions[from];
    rewards[to] = rewards[from];
    marks[to] = marks[from];
    if (priorities != null) {
      priorities.set(to, priorities.get(from));
    }
  }

  /**
   * A transition drawn uniformly, for {@link #transition}.
   *
   * @throws IllegalStateException if the buffer is empty
   */
  public int drawUniformly(RandomStream random) {
    if (rows == 0) {
      throw new IllegalStateException("the experience buffer is empty: add episodes first");
    }
    int row;
    do {
      row = row(random.nextInt(rows));
    } while (marks[row] != MID);
    return row;
  }

  /**
   * A transition drawn with the probability that its priority has among all.
   *
   * @throws IllegalStateException if the buffer is empty or was made without priorities
   */
  public int drawByPriority(RandomStream random) {
    if (rows == 0) {
      throw new IllegalStateException("the experience buffer is empty: add episodes first");
    }
    return tree().find(random.nextDouble());
  }

  /** Probability that {@link #drawByPriority} gives this row, times the number of transitions. */
  public double relativeProbability(int row) {
    return tree().get(row) / tree().total() * transitions();
  }

  /** Sets the priority of a transition, above 0. */
  public void setPriority(int row, double priority) {
    highestPriority = Math.max(highestPriority, priority);
    tree().set(row, priority);
  }

  private SumTree tree() {
    if (priorities == null) {
      throw new IllegalStateException("this experience buffer was made without priorities");
    }
    return priorities;
  }

  /** A row of the same episode that comes after a transition, drawn uniformly. */
  public int drawLater(int row, RandomStream random) {
    int length = 0;
    for (int r = row; marks[r] == MID; r = (r + 1) % capacity) {
      length++;
    }
    return (row + 1 + random.nextInt(length)) % capacity;
  }

  /**
   * Writes one transition into a batch, of weight 1.
   *
   * @param row where it lies, as drawn
   * @param discount γ per step
   * @param steps n of the n-step return; Sutton and Barto, Reinforcement Learning (2018), eq. 7.1
   */
  public void transition(int row, double discount, int steps, TransitionBatch into, int index) {
    into.rows[index] = row;
    into.weights[index] = 1f;
    copy(row, into.observations, index);
    into.actions[index] = actions[row];
    double sum = 0;
    double weight = 1;
    int at = row;
    for (int n = 0; n < steps && marks[at] == MID; n++) {
      sum += weight * rewards[at];
      weight *= discount;
      at = (at + 1) % capacity;
    }
    into.returns[index] = (float) sum;
    // A truncated episode was cut, not finished: its last observation still has a future.
    into.discounts[index] = marks[at] == TERMINAL ? 0f : (float) weight;
    copy(at, into.nextObservations, index);
  }

  /** Writes the observation of a row into the {@code index}-th of {@code to}. */
  public void observation(int row, float[] to, int index) {
    copy(row, to, index);
  }

  /** Visits the end of every episode that ended in a termination, oldest first. */
  public void visitTerminations(EndVisitor visitor) {
    for (int i = 1; i < rows; i++) {
      if (marks[row(i)] == TERMINAL) {
        visitor.onTermination(observations, row(i) * observationSize, rewards[row(i - 1)]);
      }
    }
  }

  /** Writes everything, oldest row first. Draws by priority depend on where rows lie. */
  public void save(DataOutput out) throws IOException {
    out.writeInt(rows);
    out.writeInt(oldest);
    out.writeInt(episodes.size());
    for (Episode episode : episodes) {
      out.writeLong(episode.id());
      out.writeInt(episode.rows());
    }
    out.writeDouble(highestPriority);
    for (int i = 0; i < rows; i++) {
      int row = row(i);
      FloatArrays.write(out, observations, row * observationSize, observationSize);
      out.writeFloat(rewards[row]);
      out.writeShort(actions[row]);
      out.writeByte(marks[row]);
      if (priorities != null) {
        out.writeDouble(priorities.get(row));
      }
    }
  }

  /**
   * Replaces the content with what {@link #save} wrote.
   *
   * @throws IOException if it was written by a buffer of other sizes
   */
  public void restore(DataInput in) throws IOException {
    int saved = in.readInt();
    int first = in.readInt();
    if (saved > capacity || first >= capacity) {
      throw new IOException(
          "the saved experience has "
              + saved
              + " rows but there is room for "
              + capacity
              + "; resume with the settings that the run began with");
    }
    episodes.clear();
    for (int left = in.readInt(); left > 0; left--) {
      episodes.add(new Episode(in.readLong(), in.readInt()));
    }
    highestPriority = in.readDouble();
    for (int i = 0; i < rows && priorities != null; i++) {
      priorities.set(row(i), 0);
    }
    oldest = first;
    rows = 0;
    grow(oldest == 0 ? saved : capacity);
    for (; rows < saved; rows++) {
      int row = row(rows);
      FloatArrays.read(in, observations, row * observationSize, observationSize);
      rewards[row] = in.readFloat();
      actions[row] = in.readShort();
      marks[row] = in.readByte();
      if (priorities != null) {
        priorities.set(row, in.readDouble());
      }
    }
  }

  /** Place of the i-th oldest row. */
  private int row(int i) {
    return (oldest + i) % capacity;
  }

  private void copy(int row, float[] to, int index) {
    System.arraycopy(
        observations, row * observationSize, to, index * observationSize, observationSize);
  }

  private void makeRoom(int needed) {
    if (needed > capacity) {
      throw new IllegalArgumentException(
          "an episode of "
              + (needed - 1)
              + " steps does not fit an experience buffer of "
              + capacity
              + " rows; raise dqn.experience-capacity");
    }
    while (rows + needed > capacity) {
      int dropped = episodes.remove().rows();
      for (int i = 0; i < dropped && priorities != null; i++) {
        priorities.set(row(i), 0);
      }
      oldest = row(dropped);
      rows -= dropped;
    }
    // Once episodes have been dropped the rows wrap round, and need arrays of full size.
    grow(oldest == 0 ? rows + needed : capacity);
  }

  /** Enlarges the arrays. */
  private void grow(int needed) {
    int room = rewards.length;
    if (needed > room) {
      int larger = (int) Math.min(capacity, Math.max(needed, 2L * room));
      observations = Arrays.copyOf(observations, larger * observationSize);
      actions = Arrays.copyOf(actions, larger);
      rewards = Arrays.copyOf(rewards, larger);
      marks = Arrays.copyOf(marks, larger);
    }
  }
}
