package org.tipwright.bridge.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures, and writes {@code bridge/target/latency.md}; judges no times. Beside our own it
 * measures the bare call of gRPC that they cannot be faster than, in turns:
 *
 * <pre>mvn -pl bridge -am -Dtest=LatencyTest -Dsurefire.failIfNoSpecifiedTests=false \\
 *     -Dtipwright.latency=true test</pre>
 */
@EnabledIfSystemProperty(named = "tipwright.latency", matches = "true")
class LatencyTest {

  private static final int WARM_UP = 4000;
  private static final int STEPS = 4000;
  private static final int TRIPS = 100;
  private static final int STOPS = 100;
  private static final int WRITTEN = 10_000;

  /** Of a policy that takes its time, and keeps below the rate limit. */
  private static final long PAUSE_MILLISECONDS = 2;

  @Test
  void measures(@TempDir Path folder) throws Exception {
    Path written = Path.of("target", "latency.md");
    StringBuilder table =
        new StringBuilder(
            "| from, to | count | p50 (ms) | p99 (ms) | largest (ms) |\n|---|---|---|---|---|\n");
    try (StreamingBench bench = new StreamingBench(folder.resolve("steps"))) {
      long[] bare = new long[STEPS];
      long[] steps = new long[STEPS];
      for (int i = 0; i < WARM_UP + STEPS; i++) {
        Thread.sleep(PAUSE_MILLISECONDS);
        steps[i % STEPS] = bench.step(i);
        Thread.sleep(PAUSE_MILLISECONDS);
        bare[i % STEPS] = bench.bareCall();
      }
      table.append(
          Times.of(steps).row("command written, answered: stream, supervisor, log, instrument"));
      table.append(Times.of(bare).row("for comparison, a bare call of gRPC (health)"));
      Files.writeString(written, table);
    }
    try (OverLimitBench bench = new OverLimitBench()) {
      long[] trips = new long[TRIPS];
      for (int i = 0; i < 20 + TRIPS; i++) {
        trips[i % TRIPS] = bench.trial();
      }
      table.append(Times.of(trips).row("reading over the trip, order to withdraw on the wire"));
      Files.writeString(written, table);
    }
    try (StreamingBench bench = new StreamingBench(folder.resolve("stops"))) {
      for (String hundred : List.of("first", "second", "third")) {
        long[] orders = new long[STOPS];
        long[] answers = new long[STOPS];
        for (int i = 0; i < STOPS; i++) {
          long[] times = bench.stop(WRITTEN);
          orders[i] = times[0];
          answers[i] = times[1];
        }
        String which = ", 10,000 commands written, " + hundred + " hundred of a process";
        table.append(Times.of(orders).row("emergency stop, order" + which));
        table.append(Times.of(answers).row("emergency stop, answered with the tip up" + which));
      }
    }
    Files.writeString(written, table);
    assertThat(written).content().hasLineCount(11);
  }
}
