package org.tipwright.runs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCsvTest {

  @TempDir Path folder;
  private Path path;
  private MetricsCsv csv;

  @BeforeEach
  void writeThreeRounds() throws IOException {
    path = folder.resolve("metrics.csv");
    csv = new MetricsCsv(path);
    csv.append(Rows.row(1, Double.NaN, Double.NaN));
    csv.append(Rows.row(2, 0.5, 0.25));
    csv.append(Rows.row(3, 0.75, Double.NaN));
  }

  @Test
  void theClockStandsInTheLastColumnsAndNothingToTellIsAnEmptyCell() throws IOException {
    assertThat(Files.readAllLines(path))
        .containsExactly(
            "round,environment_steps,episodes,success_rate,mean_return,mean_steps,epsilon,"
                + "temperature,loss,mean_q,validation_success_rate,abandoned,"
                + "wall_seconds,wall_steps_per_second",
            "1,100,10,,0.5,10.0,0.1,0.0,,,,0,1.5,66.7",
            "2,200,20,0.5,0.5,10.0,0.1,0.0,,,0.25,0,3.0,66.7",
            "3,300,30,0.75,0.5,10.0,0.1,0.0,,,,0,4.5,66.7");
  }

  @Test
  void rowsAfterACheckpointAreCutAndTheClockGoesOnFromThere() throws IOException {
    assertThat(csv.cutAfter(2)).isEqualTo(3.0);
    assertThat(Files.readAllLines(path)).hasSize(3).last().asString().startsWith("2,");
  }

  @Test
  void aRowThatACrashCutShortGoesToo() throws IOException {
    Files.writeString(path, "4,400", StandardOpenOption.APPEND);
    assertThat(csv.cutAfter(9)).isEqualTo(4.5);
    assertThat(Files.readString(path)).endsWith("66.7\n");
  }

  @Test
  void withoutARowThereIsNoFile() throws IOException {
    assertThat(csv.cutAfter(0)).isZero();
    assertThat(path).doesNotExist();
  }
}
