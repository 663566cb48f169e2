package org.tipwright.runs.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tipwright.runs.training.Training;

/**
 * What Ctrl-C does to a training: it is asked to stop, and the process lives on until it has
 * written its checkpoint and said how to resume.
 */
final class Interruption implements AutoCloseable {

  /** A round and its checkpoint take seconds; who waits longer has lost the disk. */
  private static final int PATIENCE_SECONDS = 120;

  private final Training training;
  private final CountDownLatch said = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Training training) {
    this.training = training;
    this.hook =
        new Thread(
            () -> {
              training.stop();
              awaitLastWords();
            },
            "interruption");
  }

  /** From now on, until closed, the end of the process stops this training first. */
  static Interruption of(Training training) {
    Interruption interruption = new Interruption(training);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The training that would be stopped. */
  Training training() {
    return training;
  }

  private void awaitLastWords() {
    try {
      said.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** All has been said: the process may end. */
  @Override
  public void close() {
    said.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook itself is what is running.
    }
  }
}
