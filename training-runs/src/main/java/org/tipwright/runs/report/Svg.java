package org.tipwright.runs.report;

import java.util.Locale;

/** Writes one drawing as SVG: dark on light, coordinates in pixels from the upper left corner. */
final class Svg {

  private final StringBuilder text = new StringBuilder();

  /** An empty drawing. */
  Svg(int width, int height, String title) {
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" font-family=\"system-ui, 'Segoe UI', Helvetica,"
                + " Arial, 'DejaVu Sans', sans-serif\" font-size=\"13\" fill=\"#222\">%n"
                + "<title>%s</title>%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            width,
            height,
            width,
            height,
            escape(title)));
  }

  /** Text as it may stand in HTML and SVG, in attributes too. */
  static String escape(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", x1, y1, x2, y2, style);
  }

  Svg rectangle(double x, double y, double width, double height, String style) {
    return add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>",
        x, y, width, height, style);
  }

  Svg circle(double x, double y, double radius, String style) {
    return add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>", x, y, radius, style);
  }

  /** A line through points given as pixels. */
  Svg path(double[] x, double[] y, String style) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x[i], y[i]));
    }
    return add(
        "<polyline points=\"%s\" fill=\"none\" stroke-linejoin=\"round\" %s/>", points, style);
  }

  Svg polygon(String points, String style) {
    return add("<polygon points=\"%s\" %s/>", points, style);
  }

  Svg text(double x, double y, String anchor, String style, String words) {
    return add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>",
        x, y, anchor, style, escape(words));
  }

  /** A horizontal axis below a panel, with ticks, numbers and a label with its unit. */
  Svg axisBelow(Scale x, double y, int ticks, String label) {
    line(x.pixelFrom(), y, x.pixelTo(), y, "stroke=\"#555\"");
    for (double tick : x.ticks(ticks)) {
      line(x.at(tick), y, x.at(tick), y + 5, "stroke=\"#555\"");
      text(x.at(tick), y + 19, "middle", "font-size=\"12\"", Scale.text(tick));
    }
    return text((x.pixelFrom() + x.pixelTo()) / 2, y + 39, "middle", "", label);
  }

  /** A vertical axis left of a panel, with faint lines across it. */
  Svg axisLeft(Scale y, double x, double acrossTo, int ticks, String label) {
    for (double tick : y.ticks(ticks)) {
      line(x, y.at(tick), acrossTo, y.at(tick), "stroke=\"#e6e6e6\"");
      line(x - 5, y.at(tick), x, y.at(tick), "stroke=\"#555\"");
      text(x - 8, y.at(tick) + 4, "end", "font-size=\"12\"", Scale.text(tick));
    }
    line(x, y.pixelFrom(), x, y.pixelTo(), "stroke=\"#555\"");
    double middle = (y.pixelFrom() + y.pixelTo()) / 2;
    return add(
        "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        x - 42, middle, escape(label));
  }

  /** The finished drawing. */
  String finish() {
    return text + "</svg>\n";
  }

  private Svg add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    return this;
  }
}
