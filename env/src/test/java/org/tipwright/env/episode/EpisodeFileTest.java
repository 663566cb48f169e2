package org.tipwright.env.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.tipwright.env.episode.v1.End;
import org.tipwright.env.episode.v1.Entry;
import org.tipwright.env.episode.v1.Event;
import org.tipwright.env.episode.v1.Header;
import org.tipwright.env.episode.v1.Step;

class EpisodeFileTest {

  private static final Header HEADER =
      Header.newBuilder().setTask("hose").addFirstObservation(-0f).build();
  private static final int STEPS = 5;

  /** Entries in the file: header, steps, an event, the end. */
  private static final int ENTRIES = 1 + STEPS + 1 + 1;

  private static Path folder = Path.of("");
  private static byte[] whole = {};
  private static int[] starts = {};
  private static EpisodeRecord intact = new EpisodeRecord(HEADER, List.of(), "");

  @BeforeContainer
  static void writeOnce() throws IOException {
    folder = Files.createTempDirectory("episodes");
    Path file = folder.resolve("deeper/whole.episode");
    try (EpisodeWriter writer = new EpisodeWriter(file, HEADER)) {
      for (int i = 1; i <= STEPS; i++) {
        writer.step(Step.newBuilder().setIndex(i).addAction(i % 2).setReward(0.01f).build());
      }
      writer.event(Event.newBuilder().setSource("operator").setText("looks good").build());
      writer.end(End.newBuilder().setOutcome("failure").setSteps(STEPS).build());
    }
    whole = Files.readAllBytes(file);
    intact = EpisodeReader.read(file);
    starts = starts(intact);
  }

  @AfterContainer
  static void remove() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Example
  void whatWasWrittenIsRead() throws IOException {
    EpisodeRecord record = read(whole);
    assertThat(record.header()).isEqualTo(HEADER);
    assertThat(record.damage()).isEmpty();
    assertThat(record.steps()).extracting(Step::getIndex).containsExactly(1, 2, 3, 4, 5);
    assertThat(record.events()).extracting(Event::getText).containsExactly("looks good");
    assertThat(record.end().orElseThrow().getOutcome()).isEqualTo("failure");
  }

  @Example
  void everyEntryIsOnDiskBeforeTheFileIsClosed() throws IOException {
    Path file = folder.resolve("open.episode");
    try (EpisodeWriter writer = new EpisodeWriter(file, HEADER)) {
      for (int i = 1; i <= 3; i++) {
        writer.step(Step.newBuilder().setIndex(i).build());
        assertThat(EpisodeReader.read(file).steps()).hasSize(i);
      }
    }
    assertThat(EpisodeReader.read(file).end()).isEmpty();
  }

  @Example
  void aRecordIsNeverOverwritten() throws IOException {
    Path file = folder.resolve("twice.episode");
    new EpisodeWriter(file, HEADER).close();
    assertThatThrownBy(() -> new EpisodeWriter(file, HEADER))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Example
  void anotherFileIsNoEpisode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("something else".getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("is not an episode file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpisodeReader.read(folder.resolve("none.episode")))
        .withMessageContaining("there is no episode file");
  }

  @Property(tries = 200)
  void aCutFileGivesTheWholeEntriesBeforeTheCut(@ForAll @IntRange(min = 0, max = 999) int perMille)
      throws IOException {
    int length = whole.length * perMille / 1000;
    byte[] cut = Arrays.copyOf(whole, length);
    int kept = wholeEntriesIn(length);
    if (kept == 0) {
      assertThatIllegalArgumentException().isThrownBy(() -> read(cut));
      return;
    }
    EpisodeRecord record = read(cut);
    assertThat(record.entries()).isEqualTo(intact.entries().subList(0, kept - 1));
    boolean betweenEntries = wholeEntriesIn(length - 1) < kept;
    assertThat(record.damage())
        .isEqualTo(
            betweenEntries ? "" : "entry " + kept + " at byte " + startOf(kept) + " is cut off");
  }

  @Property(tries = 400)
  void aFlippedBitIsFoundAndItsEntryNamed(
      @ForAll @IntRange(min = 0, max = 9_999) int at, @ForAll @IntRange(min = 0, max = 7) int bit)
      throws IOException {
    int index = (int) ((long) whole.length * at / 10_000);
    byte[] flipped = whole.clone();
    flipped[index] ^= (byte) (1 << bit);
    int entry = wholeEntriesIn(index);
    if (entry == 0) {
      assertThatIllegalArgumentException().isThrownBy(() -> read(flipped));
      return;
    }
    EpisodeRecord record = read(flipped);
    assertThat(record.damage()).startsWith("entry " + entry + " at byte ").contains("damaged");
    assertThat(record.entries()).isEqualTo(intact.entries().subList(0, entry - 1));
  }

  /** How many entries lie wholly within the first bytes of the file. */
  private static int wholeEntriesIn(int length) {
    int entries = 0;
    while (entries < ENTRIES && startOf(entries + 1) <= length) {
      entries++;
    }
    return entries;
  }

  /** Where an entry starts, from the sizes of the messages before it. */
  private static int startOf(int entry) {
    return starts[entry];
  }

  private static int[] starts(EpisodeRecord record) {
    List<Entry> entries = new ArrayList<>(record.entries());
    entries.add(0, Entry.newBuilder().setHeader(record.header()).build());
    int[] starts = new int[ENTRIES + 1];
    starts[0] = 8;
    for (int i = 0; i < ENTRIES; i++) {
      starts[i + 1] = starts[i] + 12 + entries.get(i).getSerializedSize();
    }
    return starts;
  }

  private static EpisodeRecord read(byte[] bytes) throws IOException {
    return EpisodeReader.read(Files.write(folder.resolve("some.episode"), bytes));
  }
}
