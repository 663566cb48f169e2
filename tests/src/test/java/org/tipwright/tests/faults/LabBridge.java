package org.tipwright.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tipwright.bridge.audit.AuditDamage;
import org.tipwright.bridge.audit.AuditVerification;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;

/** A bridge in a process of its own, its operator, and its client behind a relay. */
final class LabBridge implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  /** A fault may have left another one behind. */
  private static final double APPROACH_VOLT = 0.003;

  final FaultRelay clientLine;

  private final Path folder;
  private final LabProcess process;
  private final OperatorClient operator;
  private final BridgeClient client;
  private final BridgeClient observer;

  /**
   * Starts it and waits until it listens.
   *
   * @param folder of its own
   */
  LabBridge(Path folder, Path settings, Path limits, int watchdogPort) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.process =
        LabProcess.start(
            SupervisorProcess.class,
            List.of(
                settings.toString(),
                limits.toString(),
                String.valueOf(watchdogPort),
                folder.toString()));
    Path told = folder.resolve("bridge");
    await()
        .atMost(Lab.PATIENCE)
        .failFast(
            "the bridge ended",
            () -> assertThat(process.alive()).as("%s", process.lines()).isTrue())
        .until(() -> Files.exists(told));
    String[] words = Files.readString(told).split(" ", 2);
    int port = Integer.parseInt(words[0]);
    this.clientLine = new FaultRelay(port, "EmergencyStop");
    this.operator =
        OperatorClient.withToken(new BridgeAddress("127.0.0.1", port), words[1], "operator");
    this.client = new BridgeClient(new BridgeAddress("127.0.0.1", clientLine.port()), "client");
    this.observer = new BridgeClient(new BridgeAddress("127.0.0.1", port), "observer");
  }

  StateReport state() {
    return observer.readState();
  }

  /** Arms as soon as the watchdog is there, resetting what an earlier fault left latched. */
  void arm() {
    await()
        .atMost(Lab.PATIENCE)
        .pollInterval(POLL)
        .ignoreExceptionsInstanceOf(BridgeException.class)
        .until(
            () -> {
              if (state().getState() == SafetyState.TRIPPED) {
                operator.reset();
              }
              return operator.arm(Duration.ofMinutes(5)).getState() == SafetyState.ARMED;
            });
  }

  /**
   * Takes the lease, approaches, and then goes up and down by a little; returns once the tip may be
   * in contact.
   */
  void approach() {
    client.acquireLease(false);
    client.setBias(APPROACH_VOLT);
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(
            () -> {
              try {
                client.approach();
                while (true) {
                  client.moveTip(new TipPosition(0, 0, 0.2));
                  client.moveTip(TipPosition.CONTACT);
                }
              } catch (BridgeException overtaken) {
                // By the fault.
              }
            });
    await().atMost(Lab.PATIENCE).pollInterval(POLL).until(() -> state().getEngaged());
  }

  /** {@code kill -9}. */
  void kill() {
    process.kill();
  }

  boolean alive() {
    return process.alive();
  }

  /** How many records its audit log has, all as they were written. */
  long verifiedRecords() throws IOException, AuditDamage {
    return AuditVerification.of(folder.resolve("audit"), List.of()).records();
  }

  @Override
  public void close() throws IOException {
    clientLine.set(FaultRelay.Mode.CUT);
    process.close();
    clientLine.close();
    client.close();
    observer.close();
    operator.close();
  }
}
