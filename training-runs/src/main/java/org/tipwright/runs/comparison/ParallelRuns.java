package org.tipwright.runs.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays runs that know nothing of each other on several threads. */
public final class ParallelRuns {

  private static final long TICK_MILLIS = 200;

  private ParallelRuns() {}

  /** Hears how far it is, several times a second, in the calling thread. */
  public interface Watcher {

    /** So many runs of all have ended. */
    void onProgress(int ended, int all);
  }

  /**
   * Plays all of them and waits.
   *
   * @return what they gave, in their order, whoever came first
   * @throws IllegalStateException if one of them threw; the others are given up
   */
  public static <T> List<T> play(List<Callable<T>> runs, int threads, Watcher watcher) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    AtomicInteger ended = new AtomicInteger();
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> run : runs) {
        futures.add(
            workers.submit(
                () -> {
                  T result = run.call();
                  ended.incrementAndGet();
                  return result;
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(await(future, () -> watcher.onProgress(ended.get(), runs.size())));
      }
      watcher.onProgress(runs.size(), runs.size());
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  private static <T> T await(Future<T> future, Runnable tick) {
    try {
      while (true) {
        try {
          return future.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          tick.run();
        }
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a run failed: " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the comparison was interrupted", interrupted);
    }
  }
}
