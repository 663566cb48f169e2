package org.tipwright.tests.benchmark;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.experiment.LiftEngine;
import org.tipwright.runs.throughput.LiftWorkload;

/** A move of the lift task by each engine, the molecule in its full layer on Ag(111). */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
public class LiftBenchmark {

  @Param({"molecular", "planar"})
  String engine = "";

  private LiftWorkload lift = new LiftWorkload(LiftEngine.PLANAR, new RandomStream(1, "jmh"));

  /** Opens the engine. */
  @Setup
  public void open() {
    LiftEngine chosen = LiftEngine.valueOf(engine.toUpperCase(Locale.ROOT));
    lift = new LiftWorkload(chosen, new RandomStream(1, "jmh"));
  }

  /** One move. */
  @Benchmark
  public double move() throws NotConverged {
    lift.run();
    return lift.height();
  }
}
