package org.tipwright.runs.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws a lift: the tip's path from the side and from above, and what was measured on it, against
 * the same height.
 */
final class LiftDrawing {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 560;
  private static final double LEFT = 66;
  private static final double TOP = 46;
  private static final double BOTTOM = 500;

  /** Nearest neighbours in Ag(111), in Å: 4.086 / √2. */
  private static final double SILVER_ANGSTROM = 2.89;

  /** Flat PTCDA above the topmost silver nuclei, in Å: Henze, Surf. Sci. 601 (2007) 1566. */
  private static final double LAYER_ANGSTROM = 2.86;

  private static final String TIP_COLOUR = "#b3261e";
  private static final String CURRENT_COLOUR = "#1f5fa8";
  private static final String SHIFT_COLOUR = "#2e7d4f";

  private final LiftTrace trace;
  private final Scale height;
  private final Svg svg;

  private LiftDrawing(LiftTrace trace) {
    this.trace = trace;
    double top = Math.max(15.5, Arrays.stream(trace.z()).max().orElse(0) + 1);
    this.height = new Scale(-5.2, top, BOTTOM, TOP);
    this.svg = new Svg(WIDTH, HEIGHT, trace.title());
  }

  /** The drawing as SVG. */
  static String svg(LiftTrace trace) {
    LiftDrawing drawing = new LiftDrawing(trace);
    drawing.svg.text(LEFT, 26, "start", "font-size=\"16\" font-weight=\"600\"", trace.title());
    drawing.svg.text(LEFT, HEIGHT - 6, "start", "font-size=\"11\" fill=\"#777\"", trace.source());
    drawing.sideView();
    drawing.signal(
        new Scale(0, 1, 640, 790),
        trace.logConductance(),
        CURRENT_COLOUR,
        "log₁₀ of conductance (nS)");
    drawing.signal(
        new Scale(0, 1, 830, 980),
        trace.frequencyShiftHertz(),
        SHIFT_COLOUR,
        "frequency shift (Hz)");
    return drawing.svg.finish();
  }

  private void sideView() {
    double perAngstrom = (height.pixelFrom() - height.pixelTo()) / (height.to() - height.from());
    double width = 540 / perAngstrom;
    double[] along = trace.alongAngstrom();
    double reach = Arrays.stream(along).max().orElse(0);
    // Contact in the middle, unless the path needs more room at the right.
    double from = Math.max(-width / 2, reach + 3 - width);
    Scale lateral = new Scale(from, from + width, LEFT, LEFT + 540);
    svg.axisLeft(height, LEFT, LEFT + 540, 8, "height above contact (Å)");
    surface(lateral, perAngstrom);
    double[] px = map(along, lateral::at);
    double[] py = map(trace.z(), height::at);
    svg.path(px, py, "stroke=\"" + TIP_COLOUR + "\" stroke-width=\"2.5\"");
    for (int i = 0; i < px.length; i += 10) {
      svg.circle(px[i], py[i], 3, "fill=\"" + TIP_COLOUR + "\"");
    }
    tip(px[trace.last()], py[trace.last()]);
    svg.circle(lateral.at(0), height.at(0), 5, "fill=\"#fff\" stroke=\"#222\" stroke-width=\"2\"");
    svg.text(lateral.at(0) + 12, height.at(0) + 18, "start", "", "contact");
    svg.axisBelow(
        lateral,
        BOTTOM,
        8,
        String.format(
            Locale.ROOT,
            "lateral position (Å), seen at right angles to %.0f°",
            (Math.toDegrees(trace.azimuthRadians()) + 360) % 360));
    viewFromAbove();
  }

  private void surface(Scale lateral, double perAngstrom) {
    double nuclei = -LAYER_ANGSTROM;
    double radius = SILVER_ANGSTROM / 2 * perAngstrom;
    int first = (int) Math.ceil(lateral.from() / SILVER_ANGSTROM + 0.5);
    int last = (int) Math.floor(lateral.to() / SILVER_ANGSTROM - 0.5);
    for (int i = first; i <= last; i++) {
      svg.circle(
          lateral.at(i * SILVER_ANGSTROM),
          height.at(nuclei),
          radius,
          "fill=\"#dfe3e8\" stroke=\"#aab2bd\"");
    }
    svg.text(lateral.pixelTo() - 6, height.at(nuclei - 2) + 5, "end", "fill=\"#444\"", "Ag(111)");
    svg.line(
        lateral.pixelFrom(),
        height.at(0),
        lateral.pixelTo(),
        height.at(0),
        "stroke=\"#8a6d3b\" stroke-width=\"1.5\" stroke-dasharray=\"14 5\"");
    svg.text(
        lateral.pixelFrom() + 8,
        height.at(0) - 6,
        "start",
        "fill=\"#8a6d3b\"",
        "the molecules' layer");
  }

  private void tip(double x, double y) {
    svg.polygon(
        String.format(
            Locale.ROOT, "%.1f,%.1f %.1f,%.1f %.1f,%.1f", x, y, x - 13, y - 34, x + 13, y - 34),
        "fill=\"#5f6b7a\" stroke=\"#333\" fill-opacity=\"0.85\"");
    svg.text(
        x + 20,
        y - 18,
        "start",
        "font-weight=\"600\"",
        trace.succeeded() ? "lifted" : "not lifted");
  }

  private void viewFromAbove() {
    double size = 150;
    double left = LEFT + 14;
    double top = TOP + 30;
    double reach = 2;
    for (int i = 0; i <= trace.last(); i++) {
      reach = Math.max(reach, Math.max(Math.abs(trace.x()[i]), Math.abs(trace.y()[i])));
    }
    Scale across = Scale.around(-reach, reach, left, left + size);
    Scale up = Scale.around(-reach, reach, top + size, top);
    svg.rectangle(left, top, size, size, "fill=\"#fafafa\" stroke=\"#bbb\"");
    svg.line(across.at(0), top, across.at(0), top + size, "stroke=\"#ddd\"");
    svg.line(left, up.at(0), left + size, up.at(0), "stroke=\"#ddd\"");
    svg.path(
        map(trace.x(), across::at),
        map(trace.y(), up::at),
        "stroke=\"" + TIP_COLOUR + "\" stroke-width=\"1.5\"");
    svg.circle(across.at(0), up.at(0), 3, "fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.5\"");
    svg.text(
        left,
        top - 8,
        "start",
        "font-size=\"12\"",
        String.format(Locale.ROOT, "from above, ±%.1f Å", across.to()));
  }

  private void signal(Scale place, double[] values, String colour, String label) {
    double left = place.pixelFrom();
    double right = place.pixelTo();
    if (values.length == 0) {
      svg.text((left + right) / 2, (TOP + BOTTOM) / 2, "middle", "fill=\"#777\"", "not observed");
      return;
    }
    Curve curve = new Curve(label, values, values);
    Scale x = Scale.around(curve.minY(), curve.maxY(), left, right);
    svg.rectangle(left, TOP, right - left, BOTTOM - TOP, "fill=\"none\" stroke=\"#bbb\"");
    for (double tick : height.ticks(8)) {
      svg.line(left, height.at(tick), right, height.at(tick), "stroke=\"#eee\"");
    }
    svg.path(
        map(values, x::at),
        map(trace.z(), height::at),
        "stroke=\"" + colour + "\" stroke-width=\"2\"");
    svg.axisBelow(x, BOTTOM, 3, label);
  }

  private static double[] map(double[] values, DoubleUnaryOperator scale) {
    return Arrays.stream(values).map(scale).toArray();
  }
}
