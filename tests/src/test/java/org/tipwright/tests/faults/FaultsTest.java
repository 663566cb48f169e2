package org.tipwright.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * build tries some faults once, with a lease so long that a slow machine passes for a live one; a
 * night ({@code -Dtipwright.nightly=true}) tries each {@code -Dtipwright.faults} times (300; a
 * third of that where processes are killed) at random moments with the shipped lease, {@code
 * -Dtipwright.faults.labs} at a time, begins none after {@code -Dtipwright.faults.minutes}, and
 * writes the table in {@code docs/safety.md}. {@code -Dtipwright.faults.journal} names a file by
 * which it goes on where an earlier run has ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

  private static final double PATIENT_LEASE_SECONDS = 9;
  private static final int PROCESS_SHARE = 3;

  private Lab lab;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    lab = new Lab(folder, 0, PATIENT_LEASE_SECONDS);
  }

  @AfterAll
  void close() throws Exception {
    lab.close();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "INSTRUMENT_LINK_CUT",
        "INSTRUMENT_LINK_STALLED",
        "EMERGENCY_FROZEN",
        "COMMANDS_GARBLED",
        "HEARTBEAT_CUT",
        "WATCHDOG_KILLED",
        "CLIENT_KILLED",
        "MONOTONIC_CLOCK_JUMPED",
        "AMPLIFIER_OFF",
        "HEIGHT_INVERTED"
      })
  void theTipIsWithdrawn(Fault fault) throws Exception {
    FaultTrial trial = FaultTrial.run(lab, fault, 1000);
    assertThat(trial.orderedMillis()).isPositive();
    assertThat(trial.overTravelAngstrom()).isFinite();
  }

  @Test
  void theWallClockMayJump() throws Exception {
    FaultTrial trial = FaultTrial.run(lab, Fault.WALL_CLOCK_JUMPED, 500);
    assertThat(trial.orderedMillis()).isPositive();
  }

  @Test
  void aFullDiskIsSeenByWhoeverAsks() throws Exception {
    assumeTrue(lab.hasSmallDisk(), "a disk of its own takes root on Linux");
    FaultTrial trial = FaultTrial.run(lab, Fault.DISK_FULL, 500);
    assertThat(trial.reason()).contains("audit log");
  }

  @Test
  void theWatchdogAloneBringsUpTheTipOfADeadBridge() throws Exception {
    FaultTrial trial = FaultTrial.run(lab, Fault.SUPERVISOR_KILLED, 500);
    assertThat(trial.upMillis()).isPositive();
    assertThat(lab.watchdogSaid()).contains("is lost while the tip may be in contact");
  }

  @Test
  @EnabledIfSystemProperty(named = "tipwright.nightly", matches = "true")
  void everyFaultAtRandomMoments(@TempDir Path folder) throws Exception {
    int often = Integer.getInteger("tipwright.faults", 300);
    FaultTable table =
        new FaultCampaign(
                folder,
                journal(),
                Integer.getInteger("tipwright.faults.labs", 4),
                often,
                Math.max(1, often / PROCESS_SHARE),
                Duration.ofMinutes(Integer.getInteger("tipwright.faults.minutes", 300)))
            .run(Path.of("target", "faults.md"));
    table.writeInto(Path.of("..", "docs", "safety.md"));
    assertThat(table.failures()).isEmpty();
  }

  /** A new one, unless an earlier run's is named. */
  private static Path journal() throws IOException {
    String named = System.getProperty("tipwright.faults.journal", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    Path own = Path.of("target", "faults.tsv");
    Files.deleteIfExists(own);
    return own;
  }
}
