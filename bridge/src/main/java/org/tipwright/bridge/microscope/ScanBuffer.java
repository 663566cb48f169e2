package org.tipwright.bridge.microscope;

import java.util.Arrays;
import java.util.List;

/**
 * The image that is being taken: each channel forward and backward, pixel by pixel, in the order of
 * acquisition, so that a backward line begins at its right end. Values are in SI units.
 */
public final class ScanBuffer {

  private static final int LARGEST = 8192;
  private static final int CHUNK = 16;

  /** Four channels of 1024 x 1024 pixels, forward and backward. */
  private static final int MOST_VALUES = 1 << 23;

  private final List<Integer> channels;
  private final int pixels;
  private final int lines;
  private final float[][][] values;
  private final boolean[][] taken;

  /** An empty image; the number of pixels is brought to a multiple of 16. */
  ScanBuffer(List<Integer> channels, int pixels, int lines) {
    this.channels = List.copyOf(channels);
    this.pixels =
        CHUNK * Math.max(1, (int) Math.round(Ranges.within("pixels", pixels, 1, LARGEST) / CHUNK));
    this.lines = (int) Ranges.within("lines", lines, 1, LARGEST);
    SignalTable.checkAll(channels);
    long all = 2L * channels.size() * this.pixels * this.lines;
    if (all > MOST_VALUES) {
      throw new IllegalArgumentException(
          "an image of "
              + all
              + " values is too large; "
              + MOST_VALUES
              + " are four channels of 1024 x 1024 pixels");
    }
    this.values = new float[channels.size()][2][this.pixels * this.lines];
    this.taken = new boolean[2][this.lines];
  }

  /** The same form, nothing in it. */
  ScanBuffer cleared() {
    return new ScanBuffer(channels, pixels, lines);
  }

  void put(int channel, boolean forward, int line, int pixel, double value) {
    values[channel][forward ? 0 : 1][line * pixels + pixel] = (float) value;
  }

  void finish(boolean forward, int line) {
    taken[forward ? 0 : 1][line] = true;
  }

  void reopen(int line) {
    taken[0][line] = false;
    taken[1][line] = false;
  }

  /** Signal indexes of the channels. */
  public List<Integer> channels() {
    return channels;
  }

  /** Pixels per line. */
  public int pixels() {
    return pixels;
  }

  /** Number of lines. */
  public int lines() {
    return lines;
  }

  /** What was taken so far, zeros elsewhere, line by line. */
  public float[] live(int channel, boolean forward) {
    return values[channel][forward ? 0 : 1].clone();
  }

  /** The finished lines, NaN elsewhere, as files have it. */
  public float[] forFile(int channel, boolean forward) {
    float[] copy = live(channel, forward);
    for (int line = 0; line < lines; line++) {
      if (!taken[forward ? 0 : 1][line]) {
        Arrays.fill(copy, line * pixels, (line + 1) * pixels, Float.NaN);
      }
    }
    return copy;
  }
}
