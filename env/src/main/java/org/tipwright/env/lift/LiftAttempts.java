package org.tipwright.env.lift;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.env.Component;
import org.tipwright.env.random.StreamsState;

/**
 * What is remembered of the last attempts at the molecule under the tip, the newest first: whether
 * each lifted it, and where the tip was at its end.
 */
public final class LiftAttempts {

  /** Outcome and position. */
  private static final int WIDTH = 4;

  private static final String ENTRY = "attempts";

  private static final float LIFTED = 1;
  private static final float FAILED = -1;

  private final LiftSettings settings;
  private final float[] remembered;

  LiftAttempts(LiftSettings settings) {
    this.settings = settings;
    this.remembered = new float[WIDTH * settings.observation().attempts()];
  }

  void addComponents(List<Component> components) {
    for (int k = 1; k <= settings.observation().attempts(); k++) {
      components.add(new Component("attempt-" + k, "1", FAILED, LIFTED));
      LiftObservation.addPosition(components, "attempt-end", "-" + k, settings);
    }
  }

  /** The tip is over a molecule that was never touched. */
  public void forget() {
    Arrays.fill(remembered, 0);
  }

  /**
   * An attempt is over, and the next is at the same molecule.
   *
   * @param xAngstrom where the tip was at its end, relative to contact; likewise y and z
   * @param lifted whether it succeeded
   */
  public void remember(double xAngstrom, double yAngstrom, double zAngstrom, boolean lifted) {
    if (remembered.length > 0) {
      System.arraycopy(remembered, 0, remembered, WIDTH, remembered.length - WIDTH);
      remembered[0] = lifted ? LIFTED : FAILED;
      remembered[1] = (float) xAngstrom;
      remembered[2] = (float) yAngstrom;
      remembered[3] = (float) zAngstrom;
    }
  }

  void write(float[] observation, int offset) {
    System.arraycopy(remembered, 0, observation, offset, remembered.length);
  }

  /** Streams with what is remembered beside them. */
  public StreamsState addTo(StreamsState streams) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * remembered.length);
    bytes.asFloatBuffer().put(remembered);
    Map<String, byte[]> entries = new TreeMap<>(streams.entries());
    entries.put(ENTRY, bytes.array());
    return new StreamsState(entries);
  }

  /** Goes back to what {@link #addTo} saved under the same settings. */
  void restore(StreamsState state) {
    FloatBuffer numbers = ByteBuffer.wrap(state.get(ENTRY)).asFloatBuffer();
    if (numbers.remaining() != remembered.length) {
      throw new IllegalArgumentException(
          "the saved attempts are "
              + numbers.remaining()
              + " numbers, not "
              + remembered.length
              + ": they were saved with another observation.attempts");
    }
    numbers.get(remembered);
  }
}
