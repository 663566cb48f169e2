package org.tipwright.runs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tipwright.runs.config.Nearest;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.directory.RunDirectory;

/** Finds the run that a person named: by name, by path, or as {@code latest}. */
final class ChosenRun {

  private static final String LATEST = "latest";

  private ChosenRun() {}

  /**
   * The folder of a run.
   *
   * @throws WrongUse if there is no such run, naming the nearest
   */
  static RunDirectory find(Home home, String run) {
    List<RunDirectory> all = all(home);
    if (run.equals(LATEST)) {
      return all.stream()
          .max(Comparator.comparing(ChosenRun::started))
          .orElseThrow(() -> new WrongUse("there are no runs yet; " + START_ONE));
    }
    for (Path place : List.of(home.runs().resolve(run), Path.of(run))) {
      RunDirectory directory = new RunDirectory(place);
      if (directory.isStarted()) {
        return directory;
      }
    }
    if (all.isEmpty()) {
      throw new WrongUse("there is no run '" + run + "', nor any other yet; " + START_ONE);
    }
    throw new WrongUse(
        "there is no run '"
            + run
            + "'"
            + Nearest.suggestion(run, all.stream().map(ChosenRun::name).toList()));
  }

  private static final String START_ONE = "start one with './tipwright train lift'";

  /** The name of a run. */
  static String name(RunDirectory directory) {
    return String.valueOf(directory.root().toAbsolutePath().normalize().getFileName());
  }

  private static List<RunDirectory> all(Home home) {
    if (!Files.isDirectory(home.runs())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(home.runs())) {
      return folders.sorted().map(RunDirectory::new).filter(RunDirectory::isStarted).toList();
    } catch (IOException unlisted) {
      throw new WrongUse("cannot list the runs in " + home.runs(), unlisted);
    }
  }

  private static FileTime started(RunDirectory directory) {
    try {
      return Files.getLastModifiedTime(directory.config());
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
