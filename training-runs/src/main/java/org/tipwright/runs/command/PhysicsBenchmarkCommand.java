package org.tipwright.runs.command;

import com.typesafe.config.ConfigValueFactory;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.experiment.LiftEngine;
import org.tipwright.runs.throughput.LiftWorkload;
import org.tipwright.runs.throughput.ScanWorkload;
import org.tipwright.runs.throughput.SlideWorkload;
import org.tipwright.runs.throughput.Stopwatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmark physics}: how fast the engines are. */
@Command(
    name = "physics",
    description = {
      "Speed of the engines on one core, at the accuracy of training: median over repetitions.",
      "",
      "molecular, planar: moves of the lift task, full layer on Ag(111); slide: tip steps of 0.05 Å",
      "that pull an Ag adatom; scan: an image of 128 x 128 pixels and 20 adatoms.",
      ""
    })
final class PhysicsBenchmarkCommand implements Callable<Integer> {

  private static final String RATE = "steps_per_second";
  private static final double WARM_UP_REPETITIONS = 3;
  private static final double MILLISECONDS = 1e3;

  @Spec private CommandSpec spec;

  @Option(
      names = "--repetitions",
      paramLabel = "<n>",
      defaultValue = "7",
      description = "Repetitions of each; by default ${DEFAULT-VALUE}.")
  private int repetitions;

  @Option(
      names = "--seconds",
      paramLabel = "<s>",
      defaultValue = "1",
      description = "Length of a repetition; by default ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws NotConverged {
    if (repetitions < 1 || !(seconds > 0 && seconds <= 3600)) {
      throw new WrongUse(
          "--repetitions is "
              + repetitions
              + " and --seconds "
              + seconds
              + " but both must be above 0, a repetition at most an hour");
    }
    Stopwatch watch = new Stopwatch(WARM_UP_REPETITIONS * seconds, seconds, repetitions);
    Map<String, Object> results = new LinkedHashMap<>();
    for (LiftEngine engine : LiftEngine.values()) {
      LiftWorkload lift = new LiftWorkload(engine, new RandomStream(1, "benchmark"));
      put(results, engine.label(), RATE, watch.callsPerSecond(lift));
    }
    SlideWorkload slide = new SlideWorkload(new RandomStream(1, "benchmark"));
    put(results, "slide", RATE, watch.callsPerSecond(slide));
    double images = watch.callsPerSecond(new ScanWorkload());
    put(results, "scan", "milliseconds", MILLISECONDS / images);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      results.put("benchmark", "physics");
      results.put("repetitions", repetitions);
      out.println(EvaluationResult.render(ConfigValueFactory.fromMap(results).toConfig()));
    }
    out.flush();
    return 0;
  }

  private void put(Map<String, Object> results, String name, String unit, double value) {
    results.put(name, Map.of(unit, value));
    if (!json) {
      PrintWriter out = spec.commandLine().getOut();
      String words = unit.replace('_', ' ');
      out.printf(
          Locale.ROOT, value < 100 ? "%-10s %10.2f %s%n" : "%-10s %10.0f %s%n", name, value, words);
      out.flush();
    }
  }
}
