package org.tipwright.runs.comparison;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What came out of a {@link LearningTask}. */
public interface Comparison {

  /** A table for people. */
  String text();

  /** An object for programs: {@code task}, {@code seeds}, {@code agents}. */
  Config json();

  /**
   * Writes figures and tables.
   *
   * @return the files
   */
  List<Path> write(Path folder) throws IOException;
}
