package org.tipwright.runs.throughput;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.runs.config.RunConfig;
import org.tipwright.runs.schedule.RoundReport;
import org.tipwright.runs.training.Training;
import org.tipwright.runs.training.TrainingListener;
import org.tipwright.runs.training.TrainingOutcome;
import org.tipwright.runs.training.TrainingPlan;

/**
 * Trains for a while as {@code train} does, with its actors, metrics and files, and says how fast
 * it went between two rounds: one after the warm-up, and one after the time that is measured.
 */
public final class TrainingThroughput implements TrainingListener {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NANOSECONDS = 1e9;
  private static final double NANOSECONDS_PER_MICROSECOND = 1e3;

  private final double warmUpSeconds;
  private final double seconds;
  private final boolean watched;
  private final AtomicLong environmentNanoseconds = new AtomicLong();
  private final long begun = System.nanoTime();
  private @Nullable Mark first;
  private @Nullable Mark last;
  private @Nullable Training training;

  private TrainingThroughput(double warmUpSeconds, double seconds, boolean watched) {
    this.warmUpSeconds = warmUpSeconds;
    this.seconds = seconds;
    this.watched = watched;
  }

  /** What the clocks say at the end of a round. */
  private record Mark(long steps, long wall, long processor, long environment) {}

  /**
   * Trains in a folder of its own, which is deleted.
   *
   * @param agent {@code ppo} or {@code dqn}, with the settings of {@code throughput.conf}
   * @param task a task, with its defaults
   * @param watched whether time inside the environments is told apart, which costs a microsecond a
   *     step
   * @throws IllegalStateException if the training fails
   */
  public static TrainingRate measure(
      String agent, String task, double warmUpSeconds, double seconds, boolean watched)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tipwright-throughput");
    try {
      Config config = config(agent, task);
      return new TrainingThroughput(warmUpSeconds, seconds, watched)
          .run(new TrainingPlan(config, folder.resolve("run"), false));
    } finally {
      delete(folder);
    }
  }

  /** Complete settings of the training that is timed. */
  static Config config(String agent, String task) {
    Config all = ConfigFactory.parseResources(TrainingThroughput.class, "throughput.conf");
    return ConfigFactory.parseString("task = " + task)
        .withFallback(all.getConfig(agent))
        .withFallback(all.getConfig("common"))
        .withFallback(RunConfig.reference(task))
        .resolve();
  }

  private TrainingRate run(TrainingPlan plan) throws InterruptedException {
    String task = plan.config().getString("task");
    Config env = plan.config().getConfig("env");
    Supplier<EnvironmentCore> plain = () -> Tasks.create(task, env);
    Supplier<EnvironmentCore> environments =
        watched ? () -> new WatchedEnvironment(plain.get(), environmentNanoseconds) : plain;
    synchronized (this) {
      training = Training.start(plan, this, environments);
    }
    TrainingOutcome outcome = training.await();
    if (first == null || last == null) {
      throw new IllegalStateException("the training ended early: " + outcome.sentence());
    }
    return rate(first, last);
  }

  @Override
  public synchronized void onRound(RoundReport report) {
    long now = System.nanoTime();
    if (first == null && now - begun > NANOSECONDS * warmUpSeconds) {
      first = mark(report, now);
    } else if (first != null && last == null && now - first.wall() > NANOSECONDS * seconds) {
      last = mark(report, now);
      if (training != null) {
        training.stop();
      }
    }
  }

  private Mark mark(RoundReport report, long now) {
    long processor = 0;
    for (long thread : THREADS.getAllThreadIds()) {
      processor += Math.max(0, THREADS.getThreadCpuTime(thread));
    }
    return new Mark(report.environmentSteps(), now, processor, environmentNanoseconds.get());
  }

  private TrainingRate rate(Mark from, Mark to) {
    double steps = (double) to.steps() - from.steps();
    double perStep = 1 / (steps * NANOSECONDS_PER_MICROSECOND);
    return new TrainingRate(
        steps * NANOSECONDS / (to.wall() - from.wall()),
        perStep * (to.processor() - from.processor()),
        watched ? perStep * (to.environment() - from.environment()) : Double.NaN);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(folder)) {
      paths = found.sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
