package org.tipwright.runs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.PolicyScore;

class HtmlReportTest {

  private static final EvaluationResult EVALUATION =
      new EvaluationResult(
          "lift",
          5,
          new PolicyScore("trained", 150, 200, 0, 130.2, 1.9),
          List.of(
              new PolicyScore("random", 2, 199, 1, 31, -0.7),
              new PolicyScore("45° towards 90°", 58, 200, 0, 90, 0.3),
              new PolicyScore("oracle", 188, 200, 0, Double.NaN, Double.NaN)));

  @TempDir private Path folder;

  @Test
  void thePageNeedsNothingBesideItself() throws IOException {
    String page = page();

    assertThat(page)
        .doesNotContain("<script")
        .doesNotContain("<link")
        .doesNotContain("src=")
        .doesNotContain("@import")
        .doesNotContainPattern("url\\((?!#)");
    assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
  }

  @Test
  void thePageHoldsTableLiftCurvesAndSettings() throws IOException {
    assertThat(page())
        .contains("<td>45° towards 90°</td><td>29.0 %</td>")
        .contains("<td>199 (1 abandoned)</td>")
        .contains("does not learn &lt;here&gt;")
        .contains("frequency shift (Hz)")
        .contains("greedy, on validation sites")
        .contains("seed = 1");
  }

  @Test
  void anEmptyRunStillHasAPage() throws IOException {
    Path metrics = Files.writeString(folder.resolve("metrics.csv"), "round,episodes\n");

    String page =
        HtmlReport.page(
            "empty", List.of(), "Policies", Optional.empty(), Metrics.read(metrics), List.of(), "");

    assertThat(page)
        .contains("The run has not been evaluated yet.")
        .contains("No lift was recorded in this run.")
        .contains("nothing was measured yet");
  }

  @Test
  void theLearningCurveIsAPictureThatNeedsNoScreen() throws IOException {
    Path picture = folder.resolve("learning-curve.png");

    LearningCurve.write(picture, "lift", metrics(), Optional.of(EVALUATION));

    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1400);
  }

  private String page() throws IOException {
    return HtmlReport.page(
        "lift-1",
        List.of("seed 1", "does not learn <here>"),
        "200 sites never seen in training, each lifted at first sight",
        Optional.of(EVALUATION),
        metrics(),
        List.of(lift()),
        "seed = 1\n");
  }

  private Metrics metrics() throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "episodes,success_rate,validation_success_rate,mean_return,loss,mean_q\n");
    for (int i = 1; i <= 100; i++) {
      double rate = 0.75 * (1 - Math.exp(-i / 30.0)) + 0.02 * Math.sin(i);
      csv.append(32 * i + "," + rate + "," + (i % 10 == 0 ? rate + 0.05 : ""));
      csv.append("," + (2 * rate - 0.5) + "," + 0.1 / i + "," + rate + "\n");
    }
    return Metrics.read(Files.writeString(folder.resolve("metrics.csv"), csv));
  }

  private static LiftTrace lift() {
    double[] z = IntStream.rangeClosed(0, 140).mapToDouble(i -> 0.1 * i).toArray();
    double[] out = IntStream.rangeClosed(0, 140).mapToDouble(i -> 13 * (i / 140.0)).toArray();
    double[] current = IntStream.rangeClosed(0, 140).mapToDouble(i -> 4 - 0.035 * i).toArray();
    double[] shift =
        IntStream.rangeClosed(0, 140).mapToDouble(i -> -30 * Math.sin(i / 15.0)).toArray();
    double[] x = IntStream.rangeClosed(0, 140).mapToDouble(i -> 0.8 * out[i]).toArray();
    double[] y =
        IntStream.rangeClosed(0, 140).mapToDouble(i -> 0.6 * out[i] + 0.3 * (i % 2)).toArray();
    return new LiftTrace("trained policy: success", "simulation", x, y, z, current, shift, true);
  }
}
