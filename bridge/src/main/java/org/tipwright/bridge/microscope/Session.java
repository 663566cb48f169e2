package org.tipwright.bridge.microscope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where scans are saved, and the settings of the program that have no effect on the tip. */
public final class Session {

  /** The release of the real-time engine whose layouts are spoken. */
  public static final int RELEASE = 13742;

  /** What it says it is. */
  public static final String PRODUCT = "Tipwright simulated microscope";

  /** Its version. */
  public static final String VERSION = "0.1.0";

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int MOST_FILES = 1_000_000;

  private final Path root;
  private final LocalDateTime start;
  private Path folder;
  private double realTimeHertz;
  private int oversampling = 10;
  private boolean locked;
  private int number;

  /**
   * A session.
   *
   * @param root the folder beyond which nothing is ever written
   * @param start the wall clock's time when instrument time was 0
   */
  public Session(Path root, LocalDateTime start, double realTimeHertz) {
    this.root = root.toAbsolutePath().normalize();
    this.folder = this.root;
    this.start = start;
    this.realTimeHertz = realTimeHertz;
  }

  /** Saves a scan; returns its path, or nothing if that failed. */
  String keep(FinishedScan scan, Controller state) {
    try {
      Files.createDirectories(folder);
      Path file = next(scan.properties().series());
      SxmFile.write(file, scan, SxmFile.at(start, scan.startedAtSeconds()), state);
      return file.toString();
    } catch (IOException failed) {
      LOG.warn("the scan could not be saved in {}", folder, failed);
      return "";
    }
  }

  private Path next(String series) throws IOException {
    String name = series.isBlank() ? "scan" : series.strip();
    while (number < MOST_FILES) {
      number++;
      Path file = folder.resolve(String.format(Locale.ROOT, "%s%04d.sxm", name, number));
      if (!Files.exists(file)) {
        return file;
      }
    }
    throw new IOException("the session folder " + folder + " is full");
  }

  /** Where scans are saved. */
  public Path folder() {
    return folder;
  }

  /**
   * Chooses where scans are saved.
   *
   * @throws IllegalArgumentException if it is not within the folder of the session
   */
  public void setFolder(String path) {
    Path wanted = root.resolve(path).normalize();
    if (!wanted.startsWith(root)) {
      throw new IllegalArgumentException(
          "the simulated microscope saves within " + root + " only, not in " + path);
    }
    folder = wanted;
  }

  /** Frequency of the real-time engine, in Hz. */
  public double realTimeHertz() {
    return realTimeHertz;
  }

  /** Sets the frequency of the real-time engine; the simulation has its own steps. */
  public void setRealTimeHertz(double hertz) {
    realTimeHertz = Ranges.within("real-time frequency (Hz)", hertz, 100, 1e6);
  }

  /** Samples of the real-time engine in one of its signals. */
  public int oversampling() {
    return oversampling;
  }

  /** Sets the samples of the real-time engine in one of its signals. */
  public void setOversampling(int samples) {
    oversampling = (int) Ranges.within("oversampling", samples, 1, 1000);
  }

  /** Whether the operator's windows are locked; there are none. */
  public boolean locked() {
    return locked;
  }

  /** Locks or unlocks the operator's windows. */
  public void lock(boolean on) {
    locked = on;
  }
}
