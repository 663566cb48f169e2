package org.tipwright.runs.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * Colours that people with any colour vision tell apart, and that survive a grey print: for lines
 * those of Okabe & Ito, "Color Universal Design" (2008), without the yellow, with a dash of their
 * own each; for maps one that grows lighter evenly.
 */
final class Palette {

  private static final List<Color> LINES =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0x000000),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0xE69F00),
          new Color(0x7F7F7F));

  private static final float[][] DASHES = {
    {1}, {1}, {20, 10}, {5, 7}, {24, 8, 5, 8}, {10, 6}, {30, 8}, {5, 14}
  };

  /** From dark blue over teal to pale yellow, even steps of the map's value. */
  private static final int[][] MAP = {
    {18, 18, 64},
    {30, 51, 112},
    {30, 92, 138},
    {40, 132, 146},
    {75, 170, 144},
    {138, 203, 136},
    {206, 229, 141},
    {253, 250, 190}
  };

  /** Most lines that one figure can hold and keep apart. */
  static final int MOST_LINES = 8;

  private Palette() {}

  static Color line(int i) {
    return LINES.get(i % MOST_LINES);
  }

  /** On top of a map: black, vermilion, purple, then as for lines. */
  static Color overlay(int i) {
    return line(i == 0 ? 3 : i == 2 ? 4 : i);
  }

  static BasicStroke stroke(int i, float width) {
    float[] dash = DASHES[i % MOST_LINES];
    return dash.length == 1
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  /** The colour of a share from 0 (dark) to 1 (light); beyond that the ends' colours. */
  static Color map(double share) {
    double at = Math.max(0, Math.min(1, share)) * (MAP.length - 1);
    int i = Math.min(MAP.length - 2, (int) at);
    double rest = at - i;
    int[] rgb = new int[3];
    for (int c = 0; c < 3; c++) {
      rgb[c] = (int) Math.round(MAP[i][c] + rest * (MAP[i + 1][c] - MAP[i][c]));
    }
    return new Color(rgb[0], rgb[1], rgb[2]);
  }
}
