package org.tipwright.runs.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.PolicyScore;

/** {@code learning-curve.png}: the share of successes over the episodes of a run. */
final class LearningCurve {

  private static final Color TRAINING = new Color(0x1f5fa8);
  private static final Color VALIDATION = new Color(0xb3261e);
  private static final Color BASELINE = new Color(0x777777);

  private LearningCurve() {}

  /** The curves of a run's metrics, in the order of the legend. */
  static List<Curve> curves(Metrics metrics) {
    return List.of(
        metrics.curve("while exploring", "episodes", "success_rate"),
        metrics.curve("greedy, on validation sites", "episodes", "validation_success_rate"));
  }

  /** Writes the picture; needs no screen. */
  static void write(Path file, String title, Metrics metrics, Optional<EvaluationResult> evaluation)
      throws IOException {
    System.setProperty("java.awt.headless", "true");
    XYChart chart =
        new XYChartBuilder()
            .width(1400)
            .height(840)
            .title(title)
            .xAxisTitle("episodes")
            .yAxisTitle("share of successes")
            .build();
    style(chart.getStyler());
    List<Curve> curves = curves(metrics);
    add(chart, curves.get(0), TRAINING);
    add(chart, curves.get(1), VALIDATION);
    double last = curves.stream().mapToDouble(Curve::maxX).max().orElse(0);
    evaluation.flatMap(LearningCurve::bestFixed).ifPresent(best -> addLevel(chart, best, last));
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  private static Optional<PolicyScore> bestFixed(EvaluationResult result) {
    return result.baselines().stream()
        .filter(score -> !score.policy().startsWith("oracle"))
        .max(java.util.Comparator.comparingDouble(PolicyScore::successRate));
  }

  private static void add(XYChart chart, Curve curve, Color colour) {
    if (curve.isEmpty()) {
      return;
    }
    XYSeries series = chart.addSeries(curve.label(), curve.x(), curve.y());
    series.setMarker(curve.x().length > 60 ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
    series.setMarkerColor(colour);
    series.setLineColor(colour);
    series.setLineWidth(3.5f);
  }

  private static void addLevel(XYChart chart, PolicyScore best, double last) {
    double rate = best.successRate();
    XYSeries level =
        chart.addSeries(
            "best fixed policy: " + best.policy(),
            new double[] {0, Math.max(1, last)},
            new double[] {rate, rate});
    level.setMarker(SeriesMarkers.NONE);
    level.setLineColor(BASELINE);
    level.setLineStyle(
        new BasicStroke(
            3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {12, 8}, 0));
  }

  private static void style(XYStyler styler) {
    styler.setYAxisMin(0.0);
    styler.setYAxisMax(1.0);
    styler.setXAxisMin(0.0);
    styler.setXAxisMaxLabelCount(8);
    styler.setYAxisTickMarkSpacingHint(110);
    styler.setDecimalPattern("###,##0.##");
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(new Color(0xe0e0e0));
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setChartPadding(24);
  }
}
