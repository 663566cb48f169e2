package org.tipwright.runs.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {

  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();

  @Test
  void whatIsWrittenIsRead() throws IOException {
    store().write(10, files("ten"));
    CheckpointStore.Stored newest = store().newest(notices::add).orElseThrow();
    assertThat(newest.round()).isEqualTo(10);
    assertThat(newest.files()).containsOnlyKeys("learner.bin", "streams.bin");
    assertThat(newest.files().get("learner.bin")).isEqualTo("ten".getBytes(UTF_8));
    assertThat(notices).isEmpty();
  }

  @Test
  void aCrashWhileWritingLeavesTheOneBefore() throws IOException {
    store().write(10, files("ten"));
    SortedMap<String, byte[]> halfWritable = files("twenty");
    halfWritable.put("no-such-folder/file", new byte[1]);
    assertThatThrownBy(() -> store().write(20, halfWritable)).isInstanceOf(IOException.class);
    assertThat(folder.resolve("00000020.writing/learner.bin")).exists();
    assertThat(store().newest(notices::add).orElseThrow().round()).isEqualTo(10);
    store().dropAfter(10);
    assertThat(names()).containsExactly("00000010");
  }

  @Test
  void aFileThatIsMissingCutOrAddedSpoilsACheckpoint() throws IOException {
    store().write(10, files("ten"));
    store().write(20, files("twenty"));
    store().write(30, files("thirty"));
    Files.delete(folder.resolve("00000030/streams.bin"));
    Files.write(folder.resolve("00000020/learner.bin"), "twent".getBytes(UTF_8));
    Files.write(folder.resolve("00000010/extra.bin"), new byte[3]);
    assertThat(store().newest(notices::add)).isEmpty();
    assertThat(notices)
        .satisfiesExactly(
            n -> assertThat(n).contains("00000030").endsWith("streams.bin is missing"),
            n -> assertThat(n).contains("00000020").endsWith("learner.bin is not what was written"),
            n -> assertThat(n).contains("00000010").endsWith("DONE does not list every file"));
  }

  @Test
  void theLastThreeScheduledOnesAreKeptAndAnUnscheduledOneUntilThereIsALater() throws IOException {
    for (long round : new long[] {10, 20, 30, 34}) {
      store().write(round, files("x"));
    }
    assertThat(names()).containsExactly("00000010", "00000020", "00000030", "00000034");
    store().write(40, files("x"));
    assertThat(names()).containsExactly("00000020", "00000030", "00000040");
  }

  @Test
  void theSameRoundCanBeWrittenAgain() throws IOException {
    store().write(10, files("first"));
    store().write(10, files("second"));
    assertThat(store().newest(notices::add).orElseThrow().files().get("learner.bin"))
        .isEqualTo("second".getBytes(UTF_8));
  }

  private CheckpointStore store() {
    return new CheckpointStore(folder, 10);
  }

  private static SortedMap<String, byte[]> files(String learner) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("learner.bin", learner.getBytes(UTF_8));
    files.put("streams.bin", new byte[] {1, 2});
    return files;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
