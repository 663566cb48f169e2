package org.tipwright.bridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.audit.v1.AuditRecord;
import org.tipwright.bridge.audit.v1.Decision;

/** What is written is what is read, and nothing else passes for it. */
class AuditLogTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private AuditLog open() throws IOException {
    return AuditLog.open(folder, "test 0");
  }

  private static Decision decision(int number) {
    return Decision.newBuilder().setNumber(number).setKind("ALLOWED").setText("it").build();
  }

  /** Starts, writes and ends a log. */
  private void write(int decisions) throws IOException {
    try (AuditLog log = open()) {
      for (int i = 1; i <= decisions; i++) {
        assertThat(log.take(decision(i), i)).isTrue();
      }
    }
  }

  private Path file(int number) {
    return AuditFolder.file(folder, number);
  }

  private AuditVerification verified() throws IOException, AuditDamage {
    return AuditVerification.of(folder, List.of());
  }

  private AuditDamage damage() {
    return damage(folder, List.of());
  }

  private static AuditDamage damage(Path path, List<AuditHead> anchors) {
    AuditDamage damage =
        catchThrowableOfType(AuditDamage.class, () -> AuditVerification.of(path, anchors));
    assertThat(damage).isNotNull();
    return damage;
  }

  private List<AuditRecord> records() throws IOException, AuditDamage {
    try (AuditRecords records = AuditRecords.of(folder, AuditSelection.ALL)) {
      return StreamSupport.stream(records.spliterator(), false).toList();
    }
  }

  /** Where each entry of a file begins, and last where it ends. */
  private static List<Integer> entries(byte[] file) {
    List<Integer> begins = new ArrayList<>();
    int at = Chain.MAGIC.length;
    while (at < file.length) {
      begins.add(at);
      at += Chain.HEAD + ByteBuffer.wrap(file).getInt(at) + Chain.HASH;
    }
    begins.add(at);
    return begins;
  }

  @Test
  void whatWasHandedOverIsReadBackInItsOrder() throws Exception {
    write(20);
    List<AuditRecord> records = records();
    assertThat(records).hasSize(22);
    assertThat(records.get(0).hasOpened()).isTrue();
    assertThat(records.get(21).getClosed().getWhy()).isEqualTo("end");
    assertThat(records.subList(1, 21))
        .extracting(record -> record.getDecision().getNumber())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
    assertThat(records).extracting(AuditRecord::getNumber).isSorted().doesNotHaveDuplicates();
    AuditVerification verified = verified();
    assertThat(verified.records()).isEqualTo(22);
    assertThat(verified.closed()).isTrue();
  }

  @Test
  void aChangedByteIsFoundAndItsRecordNamedWhereverItIs() throws Exception {
    write(4);
    byte[] intact = Files.readAllBytes(file(1));
    List<Integer> begins = entries(intact);
    for (int at = 0; at < intact.length; at++) {
      for (int bit : new int[] {0x01, 0x80}) {
        byte[] changed = intact.clone();
        changed[at] ^= (byte) bit;
        Files.write(file(1), changed);
        AuditDamage damage = damage();
        int position = at;
        long record = begins.stream().filter(begin -> begin <= position).count();
        assertThat(damage.file()).isEqualTo("audit-00000001.log");
        assertThat(damage.offset())
            .as("byte %d", at)
            .isEqualTo(record == 0 ? 0 : begins.get((int) record - 1));
        assertThat(damage.record()).as("byte %d", at).isEqualTo(record);
      }
    }
    Files.write(file(1), intact);
    assertThat(verified().records()).isEqualTo(6);
  }

  @Test
  void aTornEndIsToldFromAChangedByte() throws Exception {
    write(4);
    Files.delete(AuditFolder.head(folder));
    byte[] intact = Files.readAllBytes(file(1));
    List<Integer> begins = entries(intact);
    for (int length = begins.get(1); length < intact.length; length++) {
      Files.write(file(1), Arrays.copyOf(intact, length));
      AuditVerification verified = verified();
      int cut = length;
      int whole = (int) begins.stream().filter(begin -> begin <= cut).count() - 1;
      assertThat(verified.records()).as("cut at %d", length).isEqualTo(whole);
      assertThat(verified.tornBytes()).isEqualTo(length - begins.get(whole));
      assertThat(verified.closed()).isFalse();
    }
  }

  @Test
  void zerosWhereARecordShouldHaveComeAreATornEnd() throws Exception {
    write(2);
    Files.delete(AuditFolder.head(folder));
    byte[] intact = Files.readAllBytes(file(1));
    int last = entries(intact).get(3);
    Files.write(file(1), Arrays.copyOf(Arrays.copyOf(intact, last), last + 500));
    assertThat(verified().tornBytes()).isEqualTo(500);
  }

  @Test
  void recordsRemovedFromTheEndAreMissedByTheHead() throws Exception {
    write(4);
    AuditHead kept = verified().head();
    byte[] intact = Files.readAllBytes(file(1));
    Files.write(file(1), Arrays.copyOf(intact, entries(intact).get(3)));
    assertThat(damage())
        .hasMessageContaining("records 4 to 6 are missing at the end: the head that was kept");
    Files.delete(AuditFolder.head(folder));
    assertThat(verified().records()).as("without the head nobody can know").isEqualTo(3);
    assertThat(damage(folder, List.of(kept)))
        .as("but a head that was noted elsewhere")
        .hasMessageContaining("are missing at the end");
  }

  @Test
  void aLogThatWasWrittenAnewIsNotTheOneWhoseHeadWasNoted() throws Exception {
    write(4);
    AuditHead kept = verified().head();
    Files.delete(file(1));
    Files.delete(AuditFolder.head(folder));
    write(4);
    assertThat(verified().records()).isEqualTo(6);
    assertThat(damage(folder, List.of(kept)))
        .hasMessageContaining("the hash is not that of the head that was kept");
  }

  @Test
  void recordsThatWereDroppedSwappedOrDoubledAreFound() throws Exception {
    write(6);
    byte[] intact = Files.readAllBytes(file(1));
    List<Integer> begins = entries(intact);
    for (int i = 1; i < begins.size() - 2; i++) {
      int begin = begins.get(i);
      int middle = begins.get(i + 1);
      int end = begins.get(i + 2);
      Files.write(file(1), joined(intact, 0, begin, middle, intact.length));
      assertThat(damage().record()).as("without %d", i + 1).isEqualTo(i + 1);
      Files.write(
          file(1), joined(intact, 0, begin, middle, end, begin, middle, end, intact.length));
      assertThat(damage().record()).as("%d and the next swapped", i + 1).isEqualTo(i + 1);
      Files.write(file(1), joined(intact, 0, middle, begin, intact.length));
      assertThat(damage().record()).as("%d twice", i + 1).isEqualTo(i + 2);
    }
  }

  /** Pieces of a file, each from one position to the next. */
  private static byte[] joined(byte[] whole, int... ends) {
    ByteBuffer joined = ByteBuffer.allocate(3 * whole.length);
    for (int i = 0; i < ends.length; i += 2) {
      joined.put(whole, ends[i], ends[i + 1] - ends[i]);
    }
    return Arrays.copyOf(joined.array(), joined.position());
  }

  @Test
  void aFreshProcessGoesOnWithTheChain() throws Exception {
    write(3);
    write(3);
    write(3);
    assertThat(verified().files()).isEqualTo(3);
    assertThat(verified().records()).isEqualTo(15);
    Files.delete(file(2));
    assertThat(damage()).hasMessageContaining("number 2, is missing");
  }

  @Test
  void aFileThatEndedInACrashIsGoneOnWithAndCannotBeCutShortLater() throws Exception {
    write(3);
    byte[] intact = Files.readAllBytes(file(1));
    byte[] torn = Arrays.copyOf(intact, entries(intact).get(4) + 11);
    Files.write(file(1), torn);
    write(3);
    AuditVerification verified = verified();
    assertThat(verified.records()).isEqualTo(9);
    assertThat(records().get(4).getOpened().getTornBytes()).isEqualTo(11);

    Files.write(file(1), Arrays.copyOf(torn, torn.length - 1));
    assertThat(damage()).hasMessageContaining("does not follow on the end of the file before it");
    Files.write(file(1), Arrays.copyOf(intact, entries(intact).get(3)));
    assertThat(damage().file()).isEqualTo("audit-00000002.log");
  }

  @Test
  void aCrashBeforeTheFirstRecordOfAFileIsNoDamage() throws Exception {
    write(3);
    Files.write(file(2), Arrays.copyOf(Chain.MAGIC, 5));
    write(3);
    assertThat(verified().records()).isEqualTo(10);
    assertThat(AuditFolder.files(folder)).hasSize(3);
  }

  @Test
  void nobodyGoesOnWithALogThatWasChanged() throws Exception {
    write(3);
    byte[] changed = Files.readAllBytes(file(1));
    changed[100] ^= 1;
    Files.write(file(1), changed);
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be gone on with")
        .hasMessageContaining("record 1");
  }

  @Test
  void aSecondBridgeIsRefusedTheSameFolder() throws IOException {
    try (AuditLog first = open()) {
      assertThatThrownBy(this::open).hasMessageContaining("another bridge writes its audit log to");
      assertThat(first.take(decision(1), 1)).isTrue();
    }
  }

  @Test
  void theChainGoesOnFromFileToFileAsTheyFill() throws Exception {
    try (AuditLog log = AuditLog.open(folder, "test 0", AuditDisk::of, 2000)) {
      for (int i = 0; i < 300; i++) {
        assertThat(log.take(decision(i), i)).isTrue();
        assertThat(log.awaitWritten(LONG)).isTrue();
      }
    }
    AuditVerification verified = verified();
    assertThat(verified.files()).isGreaterThan(5);
    assertThat(verified.records()).isEqualTo(300 + 2L * verified.files());
    assertThat(records()).filteredOn(AuditRecord::hasDecision).hasSize(300);
  }

  @Test
  void manyThreadsWriteAtOnceAndNothingIsLostOrTornApart() throws Exception {
    try (AuditLog log = open()) {
      List<CompletableFuture<Void>> writers = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        int thread = t;
        writers.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < 500; i++) {
                    assertThat(log.take(decision(1000 * thread + i), i)).isTrue();
                    if (i % 50 == 0) {
                      assertThat(log.awaitWritten(LONG)).isTrue();
                    }
                  }
                }));
      }
      writers.forEach(CompletableFuture::join);
    }
    assertThat(verified().records()).isEqualTo(2002);
    List<Long> numbers =
        records().stream()
            .filter(AuditRecord::hasDecision)
            .map(record -> record.getDecision().getNumber())
            .toList();
    for (int t = 0; t < 4; t++) {
      int thread = t;
      assertThat(numbers.stream().filter(n -> n / 1000 == thread).toList())
          .as("each thread's own order is kept")
          .isSorted()
          .hasSize(500);
    }
  }

  @Test
  void whatWasWrittenIsThereForAReaderBeforeTheLogEnds() throws Exception {
    try (AuditLog log = open()) {
      assertThat(log.take(decision(1), 1)).isTrue();
      assertThat(log.awaitWritten(LONG)).isTrue();
      assertThat(records()).hasSize(2);
      AuditVerification verified = verified();
      assertThat(verified.head()).isEqualTo(log.head());
      assertThat(verified.closed()).isFalse();
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(AuditHead.read(folder)).contains(log.head()));
    }
  }

  @Test
  void aFullDiskIsToldOnceAndNothingIsTakenAfterIt() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    try (AuditLog log = FullDisk.open(folder, 500)) {
      log.onFailure(told::add);
      boolean taken = true;
      for (int i = 0; i < 100 && taken; i++) {
        taken = log.take(decision(i), i) && log.awaitWritten(LONG);
      }
      assertThat(taken).isFalse();
      assertThat(log.take(decision(1), 1)).isFalse();
      await().untilAsserted(() -> assertThat(told).hasSize(1));
      assertThat(told.get(0)).contains("cannot be written: No space left on device");
    }
    AuditVerification verified = verified();
    assertThat(verified.tornBytes()).as("the last record does not fit").isPositive();
    write(1);
    assertThat(verified().records()).isEqualTo(verified.records() + 3);
  }

  @Test
  void aDiskThatHangsFillsTheQueueAndHoldsUpNobody() throws Exception {
    CompletableFuture<Void> hang = new CompletableFuture<>();
    AuditDisk.Maker hanging =
        file -> {
          AuditDisk real = AuditDisk.of(file);
          return new AuditDisk() {
            private boolean opened;

            @Override
            public void write(ByteBuffer bytes) throws IOException {
              if (opened) {
                hang.join();
              }
              opened = true;
              real.write(bytes);
            }

            @Override
            public void sync() {}

            @Override
            public void close() throws IOException {
              real.close();
            }
          };
        };
    try (AuditLog log = AuditLog.open(folder, "test 0", hanging, 1 << 20)) {
      int taken = 0;
      while (log.take(decision(taken), taken)) {
        taken++;
      }
      assertThat(taken).isBetween(8000, 17000);
      assertThat(log.awaitWritten(Duration.ofMillis(50))).isFalse();
      hang.complete(null);
      assertThat(log.awaitWritten(LONG)).isTrue();
    }
  }
}
