package org.tipwright.tests.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.throughput.ScanWorkload;
import org.tipwright.runs.throughput.SlideWorkload;

/** A step of a tip that pulls an adatom, and an image of twenty of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
public class SurfaceBenchmark {

  private final SlideWorkload slide;
  private final ScanWorkload scan = new ScanWorkload();

  /** Places the adatom. */
  public SurfaceBenchmark() {
    try {
      slide = new SlideWorkload(new RandomStream(1, "jmh"));
    } catch (NotConverged failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** One tip step of 0.05 Å. */
  @Benchmark
  public double slide() throws NotConverged {
    slide.run();
    return slide.lagAngstrom();
  }

  /** One image of 128 by 128 pixels. */
  @Benchmark
  public double scan() {
    scan.run();
    return scan.heightAngstrom(0);
  }
}
