package org.tipwright.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultJournalTest {

  @Test
  void whatWasWrittenIsReadAgainToTheBit(@TempDir Path folder) throws Exception {
    FaultJournal journal = new FaultJournal(folder.resolve("faults.tsv"));
    FaultTrial trial =
        new FaultTrial(
            Fault.SUPERVISOR_KILLED, 0.1 + 0.2, true, Double.NaN, 173.25, 573, 0.01, 1, "");
    journal.add(trial);
    journal.failed(Fault.DISK_FULL, 50.5, "not latched");
    List<Object> read = new ArrayList<>();
    new FaultJournal(folder.resolve("faults.tsv"))
        .read(
            new FaultJournal.Reader() {
              @Override
              public void ended(FaultTrial again) {
                read.add(again);
              }

              @Override
              public void failed(Fault fault, double afterMillis, String why) {
                read.add(List.of(fault, afterMillis, why));
              }
            });
    assertThat(read).containsExactly(trial, List.of(Fault.DISK_FULL, 50.5, "not latched"));
  }
}
