package org.tipwright.bridge.microscope;

import java.util.ArrayList;
import java.util.List;

/** A finished spectroscopy: named rows of equal length, in SI units. */
public final class SpectrumData {

  private final int points;
  private final List<String> channels = new ArrayList<>();
  private final List<float[]> rows = new ArrayList<>();

  SpectrumData(int points) {
    this.points = points;
  }

  void add(String channel, float[] row) {
    channels.add(channel);
    rows.add(row);
  }

  /** Names of the rows. */
  public List<String> channels() {
    return List.copyOf(channels);
  }

  /** Length of each row. */
  public int points() {
    return points;
  }

  /** One row. */
  public float[] row(int index) {
    return rows.get(index).clone();
  }

  /** All rows one after the other. */
  public float[] flat() {
    float[] all = new float[channels.size() * points];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * points, points);
    }
    return all;
  }
}
