package org.tipwright.runs.validation;

import java.io.IOException;
import java.nio.file.Path;
import org.tipwright.physics.NotConverged;

/**
 * One figure of the validation page.
 *
 * @param file its name
 * @param caption one or two sentences below it
 * @param command what draws a figure like it, without the program's name
 * @param drawing how it is made
 */
public record ValidationPlot(String file, String caption, String command, Drawing drawing) {

  /** Makes a figure. */
  @FunctionalInterface
  public interface Drawing {

    /** Writes the figure to a file. */
    void write(Path file) throws IOException, NotConverged;
  }
}
