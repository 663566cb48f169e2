package org.tipwright.runs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipwright.env.episode.EpisodeReader;
import org.tipwright.env.episode.EpisodeRecord;
import org.tipwright.env.episode.v1.Step;

/** The recorded lifts of a run, as they are drawn. */
final class RecordedLifts {

  private RecordedLifts() {}

  /** The lift to draw: the first that succeeded, else the first; none if none can be drawn. */
  static Optional<LiftTrace> best(Path episodes) throws IOException {
    List<LiftTrace> all = new ArrayList<>();
    for (Path file : files(episodes)) {
      trace(file).ifPresent(all::add);
    }
    return all.stream().filter(LiftTrace::succeeded).findFirst().or(() -> all.stream().findFirst());
  }

  private static List<Path> files(Path episodes) throws IOException {
    if (!Files.isDirectory(episodes)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(episodes)) {
      return files.filter(file -> file.toString().endsWith(".episode")).sorted().toList();
    }
  }

  /** What a file holds; nothing if it is of another task, or cannot be read. */
  private static Optional<LiftTrace> trace(Path file) throws IOException {
    EpisodeRecord record;
    try {
      record = EpisodeReader.read(file);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
    List<Step> steps =
        record.steps().stream().filter(step -> step.getObservationCount() > 0).toList();
    List<String> names =
        record.header().getObservationSpec().lines().map(line -> line.split(" \\[", 2)[0]).toList();
    if (!names.contains("tip-x") || steps.isEmpty()) {
      return Optional.empty();
    }
    String outcome = record.end().map(end -> end.getOutcome()).orElse("without an end");
    String title =
        "policy '"
            + record.header().getPolicy()
            + "': "
            + outcome
            + " after "
            + steps.size()
            + " steps";
    return Optional.of(
        new LiftTrace(
            title,
            record.header().getPlace() + ", " + file.getFileName(),
            column(record, steps, names, "tip-x"),
            column(record, steps, names, "tip-y"),
            column(record, steps, names, "tip-z"),
            column(record, steps, names, "log-conductance"),
            column(record, steps, names, "frequency-shift"),
            outcome.equals("success")));
  }

  private static double[] column(
      EpisodeRecord record, List<Step> steps, List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      return new double[0];
    }
    double[] values = new double[steps.size() + 1];
    values[0] = record.header().getFirstObservation(index);
    for (int i = 0; i < steps.size(); i++) {
      values[i + 1] = steps.get(i).getObservation(index);
    }
    return values;
  }
}
