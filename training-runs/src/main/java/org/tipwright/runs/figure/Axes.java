package org.tipwright.runs.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * A pair of axes: frame, ticks, labels and titles are XChart's. Lines are drawn on top of them in
 * one stroke each, for XChart begins its dashes anew at every point.
 */
final class Axes {

  private static final double MARK_RADIUS = 8;

  private final Axis x;
  private final Axis y;
  private final Extent across;
  private final Extent up;
  private final XYChart chart;

  Axes(Axis x, Extent across, Axis y, Extent up) {
    this.x = x;
    this.y = y;
    this.across = across;
    this.up = up;
    this.chart = new XYChartBuilder().xAxisTitle(x.title()).yAxisTitle(y.title()).build();
    FigureStyle.apply(chart.getStyler());
    FigureStyle.limit(chart.getStyler(), across, up);
    chart.getStyler().setXAxisLogarithmic(x.logarithmic());
    chart.getStyler().setYAxisLogarithmic(y.logarithmic());
    chart.getStyler().setXAxisLogarithmicDecadeOnly(true);
    chart.getStyler().setYAxisLogarithmicDecadeOnly(true);
    chart
        .getStyler()
        .setXAxisTickLabelsFormattingFunction(x.logarithmic() ? Labels::decade : Labels::plain);
    chart
        .getStyler()
        .setYAxisTickLabelsFormattingFunction(y.logarithmic() ? Labels::decade : Labels::plain);
    double[] corners = {across.min(), across.max()};
    chart.addSeries("corners", corners, new double[] {up.min(), up.max()}).setEnabled(false);
  }

  /** Leaves out the title below. */
  void hideTitleBelow() {
    chart.getStyler().setXAxisTitleVisible(false);
  }

  /** Leaves all out but the axis on the left. */
  void hideAllButLeft() {
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setXAxisTitleVisible(false);
    chart.getStyler().setXAxisTicksVisible(false);
  }

  /** Paints frame, ticks and labels, and gives the frame's place. */
  Rectangle2D paint(Graphics2D graphics, int width, int height) {
    chart.paint(graphics, width, height);
    double left = chart.getScreenXFromChart(across.min());
    double right = chart.getScreenXFromChart(across.max());
    double bottom = chart.getScreenYFromChart(up.min());
    double top = chart.getScreenYFromChart(up.max());
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  /** Draws a line, or marks, within the frame; what is not a number interrupts a line. */
  void draw(Graphics2D graphics, Rectangle2D frame, Line line, Color colour, BasicStroke stroke) {
    Shape before = graphics.getClip();
    graphics.clip(frame);
    graphics.setColor(colour);
    graphics.setStroke(stroke);
    Path2D path = new Path2D.Double();
    boolean pen = false;
    for (int i = 0; i < line.x().length; i++) {
      double px = frame.getX() + share(line.x()[i], across, x) * frame.getWidth();
      double py = frame.getMaxY() - share(line.y()[i], up, y) * frame.getHeight();
      if (!Double.isFinite(px) || !Double.isFinite(py)) {
        pen = false;
      } else if (line.marks()) {
        path.append(
            new Ellipse2D.Double(
                px - MARK_RADIUS, py - MARK_RADIUS, 2 * MARK_RADIUS, 2 * MARK_RADIUS),
            false);
      } else if (pen) {
        path.lineTo(px, py);
      } else {
        path.moveTo(px, py);
        pen = true;
      }
    }
    if (line.marks()) {
      graphics.fill(path);
    } else {
      graphics.draw(path);
    }
    graphics.setClip(before);
  }

  /** Where a value lies between the ends of an axis; NaN or infinite where it has no place. */
  private static double share(double value, Extent extent, Axis axis) {
    return axis.logarithmic()
        ? Math.log(value / extent.min()) / Math.log(extent.max() / extent.min())
        : (value - extent.min()) / (extent.max() - extent.min());
  }
}
