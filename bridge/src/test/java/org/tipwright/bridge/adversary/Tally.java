package org.tipwright.bridge.adversary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** What became of a great many commands, and of the memory meanwhile. */
public final class Tally {

  private static final int MARKS = 10;
  private static final long MEGA = 1 << 20;

  private record Mark(long heapBytes, int threads, long handles) {}

  private final long goal;
  private final BooleanSupplier met;
  private final AtomicLong sent = new AtomicLong();
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final List<Mark> marks = new ArrayList<>();
  private final long began = System.nanoTime();

  /** For so many commands in all. */
  public Tally(long goal) {
    this(goal, () -> true);
  }

  /**
   * For so many commands, and more until something is so.
   *
   * @param met what the commands are to meet with
   */
  public Tally(long goal, BooleanSupplier met) {
    this.goal = goal;
    this.met = met;
  }

  /** One more is to be sent; the number of those before it, or −1 if there were enough. */
  public long next() {
    long number = sent.getAndIncrement();
    if (number >= goal) {
      if (met.getAsBoolean()) {
        sent.decrementAndGet();
        return -1;
      }
    } else if (number % Math.max(1, goal / MARKS) == goal / MARKS - 1) {
      mark();
    }
    return number;
  }

  /** Commands so far. */
  public long sent() {
    return sent.get();
  }

  /** Whether all were sent. */
  public boolean enough() {
    return sent.get() >= goal && met.getAsBoolean();
  }

  /** One of a kind. */
  public void count(String what) {
    counts.computeIfAbsent(what, unused -> new LongAdder()).increment();
  }

  /** How many there were of a kind. */
  public long counted(String what) {
    LongAdder count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  private synchronized void mark() {
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    marks.add(new Mark(heap, ManagementFactory.getThreadMXBean().getThreadCount(), handles()));
  }

  /** Open files and sockets; 0 where the system does not tell. */
  private static long handles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  /** By how much the heap in use after a collection grew per mark, least squares, in bytes. */
  public synchronized double heapSlopeBytes() {
    return slope(marks.stream().mapToDouble(Mark::heapBytes).toArray());
  }

  /** The same for threads. */
  public synchronized double threadSlope() {
    return slope(marks.stream().mapToDouble(Mark::threads).toArray());
  }

  /** The same for open files and sockets. */
  public synchronized double handleSlope() {
    return slope(marks.stream().mapToDouble(Mark::handles).toArray());
  }

  /** The first two marks are of a program that is still warming up. */
  private static double slope(double[] values) {
    int from = 2;
    double mean = (values.length - 1 + from) / 2.0;
    double up = 0;
    double across = 0;
    for (int i = from; i < values.length; i++) {
      up += (i - mean) * values[i];
      across += (i - mean) * (i - mean);
    }
    return up / across;
  }

  /** Writes all that was counted as lines of a table into {@code target/}. */
  public synchronized void write(String file, String more) throws IOException {
    StringBuilder lines = new StringBuilder();
    lines.append(
        String.format(
            Locale.ROOT, "| sent | %d in %.0f s |%n", sent(), (System.nanoTime() - began) / 1e9));
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                lines
                    .append("| ")
                    .append(e.getKey())
                    .append(" | ")
                    .append(e.getValue().sum())
                    .append(" |\n"));
    lines.append(more);
    for (Mark mark : marks) {
      lines.append(
          String.format(
              Locale.ROOT,
              "| heap (MiB), threads, handles | %.1f, %d, %d |%n",
              (double) mark.heapBytes / MEGA,
              mark.threads,
              mark.handles));
    }
    Path target = Files.createDirectories(Path.of("target"));
    Files.write(target.resolve(file), lines.toString().getBytes(UTF_8));
  }
}
