package org.tipwright.runs.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipwright.runs.directory.SafeFile;
import org.tipwright.runs.tensorboard.Event;
import org.tipwright.runs.tensorboard.Summary;

/** An event file that TensorBoard reads: a point per column and round, at the round's step. */
public final class EventFile {

  private static final Set<String> NOT_CURVES = Set.of("round");

  private final Path file;

  /** The file need not exist yet. */
  public EventFile(Path file) {
    this.file = file;
  }

  /** Appends the points of one round. */
  public void append(RoundMetrics row) throws IOException {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    if (!Files.exists(file)) {
      Event version = Event.newBuilder().setWallTime(now()).setFileVersion("brain.Event:2").build();
      records.writeBytes(EventRecords.frame(version.toByteArray()));
    }
    Summary.Builder summary = Summary.newBuilder();
    for (Map.Entry<String, Number> column : row.columns().entrySet()) {
      float value = column.getValue().floatValue();
      if (!NOT_CURVES.contains(column.getKey()) && !Float.isNaN(value)) {
        summary.addValue(Summary.Value.newBuilder().setTag(column.getKey()).setSimpleValue(value));
      }
    }
    Event event =
        Event.newBuilder().setWallTime(now()).setStep(row.round()).setSummary(summary).build();
    records.writeBytes(EventRecords.frame(event.toByteArray()));
    Files.write(file, records.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The events up to the first that was cut short or has a wrong checksum. */
  public List<Event> read() throws IOException {
    List<Event> events = new ArrayList<>();
    for (byte[] data : EventRecords.read(Files.readAllBytes(file))) {
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  /** Cuts every event after {@code round}, and what a crash left unfinished. */
  public void cutAfter(long round) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (Event event : read()) {
      if (event.getStep() <= round) {
        kept.writeBytes(EventRecords.frame(event.toByteArray()));
      }
    }
    SafeFile.write(file, kept.toByteArray());
  }

  private static double now() {
    return Instant.now().toEpochMilli() / 1000.0;
  }
}
