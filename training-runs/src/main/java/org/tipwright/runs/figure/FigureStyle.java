package org.tipwright.runs.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;

/** How every figure looks: 1600 pixels wide, letters that stay legible in one column of a paper. */
final class FigureStyle {

  /** Width of every figure in pixels. */
  static final int WIDTH = 1600;

  static final float LINE_WIDTH = 5;
  static final Font LABELS = new Font(Font.SANS_SERIF, Font.PLAIN, 36);
  static final Font TITLES = new Font(Font.SANS_SERIF, Font.PLAIN, 40);

  static final Color FRAME = new Color(0x404040);
  static final int PADDING = 36;
  private static final double HAIR = 1e-7;
  private static final int PIXELS_PER_TICK_ACROSS = 180;
  private static final int PIXELS_PER_TICK_UP = 110;

  private FigureStyle() {}

  /** Sets fonts, frame and margins; no title, no grid, no background colour. */
  static void apply(AxesChartStyler styler) {
    styler.setChartTitleVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(true);
    styler.setPlotBorderColor(FRAME);
    styler.setPlotGridLinesVisible(false);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(1);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTickMarksColor(FRAME);
    styler.setAxisTickMarksStroke(new BasicStroke(3));
    styler.setAxisTickMarkLength(12);
    styler.setAxisTickPadding(8);
    styler.setAxisTitlePadding(16);
    styler.setAxisTickLabelsFont(LABELS);
    styler.setAxisTickLabelsColor(Color.BLACK);
    styler.setAxisTitleFont(TITLES);
    styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    styler.setChartFontColor(Color.BLACK);
    styler.setLegendVisible(false);
    styler.setAntiAlias(true);
    styler.setChartPadding(PADDING);
  }

  /** Sets the limits, a hair wider than asked: XChart leaves out ticks that lie on them. */
  static void limit(AxesChartStyler styler, Extent across, Extent up) {
    double x = HAIR * (across.max() - across.min());
    double y = HAIR * Math.min(up.max() - up.min(), up.min() > 0 ? up.min() : Double.MAX_VALUE);
    styler.setXAxisMin(across.min() - x);
    styler.setXAxisMax(across.max() + x);
    styler.setYAxisMin(up.min() - y);
    styler.setYAxisMax(up.max() + HAIR * (up.max() - up.min()));
    styler.setXAxisTickMarkSpacingHint(PIXELS_PER_TICK_ACROSS);
    styler.setYAxisTickMarkSpacingHint(PIXELS_PER_TICK_UP);
  }
}
