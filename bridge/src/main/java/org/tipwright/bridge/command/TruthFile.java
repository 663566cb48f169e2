package org.tipwright.bridge.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.microscope.MicroscopeTruth;

/**
 * Keeps a file of what is really so in a simulated microscope, about every second and at the end:
 * to hold against what a driver, a supervisor and an arbiter made of the signals. In HOCON.
 */
final class TruthFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TruthFile.class);

  private final MicroscopeTruth truth;
  private final Path file;
  private final Path aside;
  private final ScheduledExecutorService thread;

  /** Begins; the first writing is done at once, so that a place that is none is found out. */
  TruthFile(MicroscopeTruth truth, Path file) throws IOException {
    this.truth = truth;
    this.file = file;
    this.aside = file.resolveSibling(file.getFileName() + ".part");
    write();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread keeper = new Thread(task, "truth-file");
              keeper.setDaemon(true);
              return keeper;
            });
    var unused = thread.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
  }

  private void keep() {
    try {
      write();
    } catch (IOException | RuntimeException failed) {
      LOG.warn("{} was not written: {}", file, failed.getMessage());
    }
  }

  private synchronized void write() throws IOException {
    MicroscopeTruth.Moment now = truth.now();
    Files.writeString(
        aside,
        String.format(
            Locale.ROOT,
            "# What is so in the simulated microscope, whatever its readings"
                + " say.%ninstrument-seconds = %.3f%nbond = %s    # NONE | HELD, it touches its"
                + " surroundings | CARRIED, it hangs free%ngap-angstrom = %.2f    # over point"
                + " contact with what lies below%ncurrent-nanoampere = %.4g%ncrashes ="
                + " %d%ndeepest-angstrom = %.2f    # beyond point contact%ndips = %d    # meant, to"
                + " shape the tip%ntip-changes = %d%n",
            now.seconds(),
            now.bond(),
            now.gapAngstrom(),
            now.currentNanoampere(),
            now.wreckage().crashes(),
            now.wreckage().deepestAngstrom(),
            now.wreckage().dips(),
            now.wreckage().tipChanges()));
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    if (!thread.isShutdown()) {
      thread.shutdown();
      keep();
    }
  }
}
