package org.tipwright.runs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.runs.tensorboard.Event;
import org.tipwright.runs.tensorboard.Summary;

class EventFileTest {

  @TempDir Path folder;
  private Path path;
  private EventFile file;

  @BeforeEach
  void writeThreeRounds() throws IOException {
    path = folder.resolve("events.out.tfevents.test");
    file = new EventFile(path);
    for (long round = 1; round <= 3; round++) {
      file.append(Rows.row(round, 0.25 * round, Double.NaN));
    }
  }

  /** Reads the framing by its description, with a CRC computed bit by bit. */
  @Test
  void everyRecordHasTheLengthAndTheMaskedChecksumsThatTensorboardWants() throws IOException {
    List<Event> events = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
      while (in.available() > 0) {
        byte[] head = in.readNBytes(8);
        assertThat(Integer.reverseBytes(in.readInt())).isEqualTo(maskedCrc(head));
        byte[] data = in.readNBytes((head[0] & 0xff) | ((head[1] & 0xff) << 8));
        assertThat(Integer.reverseBytes(in.readInt())).isEqualTo(maskedCrc(data));
        events.add(Event.parseFrom(data));
      }
    }
    assertThat(events).hasSize(4);
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(events.get(3).getStep()).isEqualTo(3);
    assertThat(values(events.get(3)))
        .containsEntry("success_rate", 0.75f)
        .containsKey("environment_steps")
        .doesNotContainKeys("round", "validation_success_rate");
  }

  @Test
  void whatIsReadBackIsWhatWasWritten() throws IOException {
    assertThat(file.read()).extracting(Event::getStep).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void roundsAfterACheckpointAreCutAndWrittenAgain() throws IOException {
    file.cutAfter(1);
    file.append(Rows.row(2, 0.5, Double.NaN));
    assertThat(file.read()).extracting(Event::getStep).containsExactly(0L, 1L, 2L);
  }

  @Test
  void aRecordThatACrashCutShortIsDropped() throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));
    file.cutAfter(3);
    assertThat(file.read()).extracting(Event::getStep).containsExactly(0L, 1L, 2L);
  }

  private static Map<String, Float> values(Event event) {
    Map<String, Float> values = new TreeMap<>();
    for (Summary.Value value : event.getSummary().getValueList()) {
      values.put(value.getTag(), value.getSimpleValue());
    }
    return values;
  }

  private static int maskedCrc(byte[] bytes) {
    int crc = -1;
    for (byte b : bytes) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? crc >>> 1 ^ 0x82f63b78 : crc >>> 1;
      }
    }
    crc = ~crc;
    return (crc >>> 15 | crc << 17) + 0xa282ead8;
  }
}
