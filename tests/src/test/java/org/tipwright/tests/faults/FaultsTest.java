package org.tipwright.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever fails, the tip ends up withdrawn, the bridge TRIPPED or dead, and the audit log whole. A
 * build tries a few faults once, with a lease so long that a slow machine passes for a live one; a
 * night ({@code -Dtipwright.nightly=true}) tries each {@code -Dtipwright.faults} times (100) at
 * random moments with the shipped lease and writes {@code target/faults.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

  private static final boolean NIGHTLY = Boolean.getBoolean("tipwright.nightly");
  private static final double PATIENT_LEASE_SECONDS = 9;
  private static final double SHIPPED_LEASE_SECONDS = 1;
  private static final double EARLIEST_MILLIS = 50;
  private static final double LATEST_MILLIS = 12_000;

  private Lab lab;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    lab = new Lab(folder, NIGHTLY ? SHIPPED_LEASE_SECONDS : PATIENT_LEASE_SECONDS);
  }

  @AfterAll
  void close() throws Exception {
    lab.close();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SUPERVISOR_KILLED",
        "INSTRUMENT_LINK_CUT",
        "INSTRUMENT_LINK_STALLED",
        "HEARTBEAT_CUT"
      })
  void theTipIsWithdrawn(Fault fault) throws Exception {
    FaultTrial trial = FaultTrial.run(lab, fault, 3000);
    assertThat(trial.overTravelAngstrom()).isFinite();
    assertThat(lab.truth.now().wreckage().crashes()).isZero();
  }

  @Test
  void theWatchdogAloneBringsUpTheTipOfADeadBridge() throws Exception {
    FaultTrial trial = FaultTrial.run(lab, Fault.SUPERVISOR_KILLED, 1000);
    assertThat(lab.watchdogsLine.needleNanos()).isEqualTo(lab.withdrawalNanos());
    assertThat(trial.upMillis()).isPositive();
    assertThat(lab.watchdogSaid()).contains("is lost while the tip may be in contact");
  }

  @Test
  @EnabledIfSystemProperty(named = "tipwright.nightly", matches = "true")
  void everyFaultAtRandomMoments() throws Exception {
    int times = Integer.getInteger("tipwright.faults", 100);
    Random moments = new Random(1000);
    FaultTable table = new FaultTable();
    for (int i = 0; i < times; i++) {
      for (Fault fault : Fault.values()) {
        double after = EARLIEST_MILLIS + moments.nextDouble() * (LATEST_MILLIS - EARLIEST_MILLIS);
        table.add(FaultTrial.run(lab, fault, after));
        Files.writeString(Path.of("target", "faults.md"), table.markdown());
      }
    }
    assertThat(lab.truth.now().wreckage().crashes()).isZero();
  }
}
