package org.tipwright.agents.experience;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.tipwright.agents.kernel.FloatArrays;
import org.tipwright.env.random.RandomStream;

/**
 * The newest whole episodes, up to a fixed number of rows, sampled uniformly over transitions. A
 * row is one observation; an episode of n steps takes n + 1, so that no observation is kept twice.
 * When room runs out the oldest episodes go, whole. Actions are discrete.
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
  private int oldest;
  private int rows;
  private int episodes;

  /**
   * An empty buffer.
   *
   * @param capacity rows at most; also bounds the longest episode that fits
   * @param observationSize numbers in an observation
   */
  public ExperienceBuffer(int capacity, int observationSize) {
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
  }

  /** Transitions that can be sampled. */
  public int transitions() {
    return rows - episodes;
  }

  /** Episodes kept. */
  public int episodes() {
    return episodes;
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
        int at = (oldest + rows) % capacity;
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
        rows++;
      }
      episodes++;
      row += length + 1;
      step += length;
    }
  }

  /**
   * Fills a batch with transitions drawn uniformly, with replacement.
   *
   * @param discount γ per step
   * @param steps n of the n-step return; Sutton and Barto, Reinforcement Learning (2018), eq. 7.1
   * @throws IllegalStateException if the buffer is empty
   */
  public void sample(RandomStream random, double discount, int steps, TransitionBatch into) {
    if (rows == 0) {
      throw new IllegalStateException("the experience buffer is empty: add episodes first");
    }
    for (int i = 0; i < into.size(); i++) {
      int row;
      do {
        row = (oldest + random.nextInt(rows)) % capacity;
      } while (marks[row] != MID);
      copy(row, into.observations, i);
      into.actions[i] = actions[row];
      double sum = 0;
      double weight = 1;
      for (int n = 0; n < steps && marks[row] == MID; n++) {
        sum += weight * rewards[row];
        weight *= discount;
        row = (row + 1) % capacity;
      }
      into.returns[i] = (float) sum;
      // A truncated episode was cut, not finished: its last observation still has a future.
      into.discounts[i] = marks[row] == TERMINAL ? 0f : (float) weight;
      copy(row, into.nextObservations, i);
    }
  }

  /** Writes everything, oldest row first, whatever the place it happens to lie at. */
  public void save(DataOutput out) throws IOException {
    out.writeInt(rows);
    out.writeInt(episodes);
    for (int i = 0; i < rows; i++) {
      int row = (oldest + i) % capacity;
      FloatArrays.write(out, observations, row * observationSize, observationSize);
      out.writeFloat(rewards[row]);
      out.writeShort(actions[row]);
      out.writeByte(marks[row]);
    }
  }

  /**
   * Replaces the content with what {@link #save} wrote.
   *
   * @throws IOException if it was written by a buffer of other sizes
   */
  public void restore(DataInput in) throws IOException {
    int saved = in.readInt();
    if (saved > capacity) {
      throw new IOException(
          "the saved experience has "
              + saved
              + " rows but there is room for "
              + capacity
              + "; resume with the settings that the run began with");
    }
    episodes = in.readInt();
    oldest = 0;
    rows = 0;
    grow(saved);
    for (; rows < saved; rows++) {
      FloatArrays.read(in, observations, rows * observationSize, observationSize);
      rewards[rows] = in.readFloat();
      actions[rows] = in.readShort();
      marks[rows] = in.readByte();
    }
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
      boolean ended;
      do {
        ended = marks[oldest] != MID;
        oldest = (oldest + 1) % capacity;
        rows--;
      } while (!ended);
      episodes--;
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
