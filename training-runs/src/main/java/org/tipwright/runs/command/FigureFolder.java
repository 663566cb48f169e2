package org.tipwright.runs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tipwright.runs.config.WrongUse;
import picocli.CommandLine.Option;

/** Where figures and their tables go. */
final class FigureFolder {

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      description = "Folder for the files; by default training-runs/figures.")
  private @Nullable Path out;

  /**
   * The folder, made if it is not there.
   *
   * @throws WrongUse if nothing can be written to it
   */
  Path open(Home home) {
    return made(out == null ? home.figures() : out);
  }

  /** Makes a folder to write to. */
  static Path made(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException unmade) {
      throw new WrongUse(
          "cannot make the folder '" + folder + "'; choose another with --out <folder>", unmade);
    }
    if (!Files.isWritable(folder)) {
      throw new WrongUse(
          "cannot write to the folder '" + folder + "'; choose another with --out <folder>");
    }
    return folder;
  }
}
