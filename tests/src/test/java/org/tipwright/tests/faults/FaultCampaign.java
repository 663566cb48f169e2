package org.tipwright.tests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Many trials of every fault, several labs at a time, in an order and at moments that a seed draws.
 * A trial mostly waits, so there may be more labs than processors, as long as none of them loses
 * instrument time.
 */
final class FaultCampaign {

  /** A fault and when it comes, in ms from the beginning of the approach. */
  private record Draw(Fault fault, double afterMillis, int attempt) {}

  private static final double EARLIEST_MILLIS = 50;
  private static final double LATEST_MILLIS = 8000;

  /** Later than that the feedback has let go of the tip for good, also on a busy machine. */
  private static final double LANDED_MILLIS = 4500;

  private static final double LEASE_SECONDS = 1;
  private static final long SEED = 1000;
  private static final int ATTEMPTS = 5;

  private final Path folder;
  private final int labs;
  private final long deadline;
  private final FaultTable table = new FaultTable();
  private final FaultJournal journal;
  private final Queue<Draw> draws;
  private int before;

  /**
   * Draws the trials.
   *
   * @param folder for everything that the labs write
   * @param journal of trials; those that an earlier run has written there are not tried again
   * @param labs at a time
   * @param often trials of each fault of network and data
   * @param oftenProcess trials of each fault of a process
   * @param longest no trial is begun after that
   */
  FaultCampaign(Path folder, Path journal, int labs, int often, int oftenProcess, Duration longest)
      throws IOException {
    this.folder = folder;
    this.journal = new FaultJournal(journal);
    this.labs = labs;
    this.deadline = System.nanoTime() + longest.toNanos();
    Random moments = new Random(SEED);
    Random landings = new Random(SEED + 1);
    List<Draw> all = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      int times = fault.kind() == Fault.Kind.PROCESS ? oftenProcess : often;
      for (int i = 0; i < times; i++) {
        double after = between(LATEST_MILLIS, moments);
        boolean tooLate = fault.blindsTheFeedback() && after > LANDED_MILLIS;
        all.add(new Draw(fault, tooLate ? between(LANDED_MILLIS, landings) : after, 1));
      }
    }
    Collections.shuffle(all, moments);
    this.draws = new ConcurrentLinkedQueue<>(all);
    goOn();
  }

  private static double between(double latestMillis, Random moments) {
    return EARLIEST_MILLIS + moments.nextDouble() * (latestMillis - EARLIEST_MILLIS);
  }

  private void goOn() throws IOException {
    journal.read(
        new FaultJournal.Reader() {
          @Override
          public void ended(FaultTrial trial) {
            table.add(trial);
            over(trial.fault(), trial.afterMillis());
          }

          @Override
          public void failed(Fault fault, double afterMillis, String why) {
            table.failed(fault, afterMillis, why);
            over(fault, afterMillis);
          }
        });
  }

  private void over(Fault fault, double afterMillis) {
    before++;
    draws.removeIf(draw -> draw.fault() == fault && draw.afterMillis() == afterMillis);
  }

  /** Tries them all, and keeps the table of what is done so far in a file. */
  FaultTable run(Path soFar) throws Exception {
    long begun = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < labs; i++) {
      int number = i;
      Thread thread = new Thread(() -> work(number), "lab-" + number);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        thread.join(10_000);
        Files.writeString(soFar, told(begun));
      }
    }
    Files.writeString(soFar, told(begun));
    return table;
  }

  private String told(long begun) {
    table.circumstances(how(begun));
    return table.markdown();
  }

  /** In which circumstances the numbers came about. */
  private String how(long begun) {
    return String.format(
        Locale.ROOT,
        "Lease 1 s; %d labs at a time on %d processors; %.0f min%s.",
        labs,
        Runtime.getRuntime().availableProcessors(),
        (System.nanoTime() - begun) / 60e9,
        before == 0 ? "" : ", after " + before + " trials of an earlier run");
  }

  private void work(int number) {
    int built = 0;
    while (goesOn()) {
      try (Lab lab =
          new Lab(folder.resolve("lab-" + number + "-" + built++), number, LEASE_SECONDS)) {
        while (goesOn() && tryNext(lab)) {}
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  private boolean goesOn() {
    return !draws.isEmpty() && System.nanoTime() - deadline < 0;
  }

  /** False if the lab is not to be trusted any more. */
  private boolean tryNext(Lab lab) throws IOException {
    Draw draw = draws.poll();
    if (draw == null || (draw.fault().needsSmallDisk() && !lab.hasSmallDisk())) {
      return true;
    }
    try {
      FaultTrial trial = FaultTrial.run(lab, draw.fault(), draw.afterMillis());
      table.add(trial);
      journal.add(trial);
      // A tip that met the surface is another tip, and has left a heap where the site was.
      return trial.touches() == 0;
    } catch (FaultTrial.Void tooEarly) {
      table.isVoid();
      if (draw.attempt() < ATTEMPTS) {
        draws.add(new Draw(draw.fault(), draw.afterMillis(), draw.attempt() + 1));
      } else {
        failed(draw, "it never came to its fault: " + tooEarly.getMessage());
      }
      // Whatever kept it from its fault may be the lab's.
      return false;
    } catch (Exception | AssertionError failed) {
      failed(draw, String.valueOf(failed.getMessage()));
      return false;
    }
  }

  private void failed(Draw draw, String message) throws IOException {
    String why = message.strip().replaceAll("\\s+", " ");
    table.failed(draw.fault(), draw.afterMillis(), why);
    journal.failed(draw.fault(), draw.afterMillis(), why);
  }
}
