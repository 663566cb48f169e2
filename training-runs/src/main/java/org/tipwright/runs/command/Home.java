package org.tipwright.runs.command;

import java.nio.file.Path;

/**
 * Where the checkout of Tipwright lies, and in it what the program writes.
 *
 * @param root the folder that holds the launcher
 */
public record Home(Path root) {

  /** As the launcher tells it; the current folder where none does. */
  public static Home locate() {
    return new Home(Path.of(System.getProperty("tipwright.home", "")).toAbsolutePath());
  }

  /** The folder with one folder per run. */
  public Path runs() {
    return root.resolve("training-runs").resolve("runs");
  }

  /** The folder for figures of the physics. */
  Path figures() {
    return root.resolve("training-runs").resolve("figures");
  }
}
