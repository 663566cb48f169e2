package org.tipwright.runs.report;

import java.util.Arrays;
import java.util.List;

/** Draws curves over one abscissa as SVG, for the page. */
final class CurveDrawing {

  private static final List<String> COLOURS = List.of("#1f5fa8", "#b3261e", "#2e7d4f", "#8a6d3b");
  private static final int WIDTH = 760;
  private static final int HEIGHT = 320;
  private static final double LEFT = 70;
  private static final double RIGHT = 740;
  private static final double TOP = 36;
  private static final double BOTTOM = 262;

  private CurveDrawing() {}

  /**
   * The drawing as SVG.
   *
   * @param curves those that are empty are left out
   * @param share whether the ordinate is a share, from 0 to 1
   */
  static String svg(String title, String x, String y, List<Curve> curves, boolean share) {
    List<Curve> drawn = curves.stream().filter(curve -> !curve.isEmpty()).toList();
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    if (drawn.isEmpty()) {
      return svg.text(WIDTH / 2.0, HEIGHT / 2.0, "middle", "", "nothing was measured yet").finish();
    }
    double last = Math.max(1, drawn.stream().mapToDouble(Curve::maxX).max().orElse(1));
    double low = drawn.stream().mapToDouble(Curve::minY).min().orElse(0);
    double high = drawn.stream().mapToDouble(Curve::maxY).max().orElse(1);
    Scale across = new Scale(0, last, LEFT, RIGHT);
    Scale up = share ? new Scale(0, 1, BOTTOM, TOP) : Scale.around(low, high, BOTTOM, TOP);
    svg.axisLeft(up, LEFT, RIGHT, 5, y);
    svg.axisBelow(across, BOTTOM, 7, x);
    double legend = LEFT;
    for (int i = 0; i < drawn.size(); i++) {
      Curve curve = drawn.get(i);
      String colour = COLOURS.get(i % COLOURS.size());
      svg.path(
          Arrays.stream(curve.x()).map(across::at).toArray(),
          Arrays.stream(curve.y()).map(up::at).toArray(),
          "stroke=\"" + colour + "\" stroke-width=\"2\"");
      svg.line(legend, 18, legend + 22, 18, "stroke=\"" + colour + "\" stroke-width=\"3\"");
      svg.text(legend + 28, 22, "start", "", curve.label());
      legend += 46 + 7.2 * curve.label().length();
    }
    return svg.finish();
  }
}
