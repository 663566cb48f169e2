package org.tipwright.tests.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.tipwright.bridge.audit.AuditDamage;
import org.tipwright.bridge.audit.AuditVerification;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.command.Main;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;

/** A bridge in a process of its own, its operator, and its client behind a relay. */
final class LabBridge implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Pattern LISTENS =
      Pattern.compile("^instrument 'nanonis' at grpc://127.0.0.1:(\\d+),.*");

  final FaultRelay clientLine;

  private final Path audit;
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
    this.audit = folder.resolve("audit");
    Path token = folder.resolve("token");
    this.process =
        LabProcess.start(
            Main.class,
            List.of(
                "serve",
                "--instrument=nanonis",
                "--config=" + settings,
                "--limits=" + limits,
                "--port=0",
                "--audit=" + audit,
                "--token-file=" + token,
                "--watchdog=127.0.0.1:" + watchdogPort));
    int port = Integer.parseInt(process.await(LISTENS));
    await().atMost(Lab.PATIENCE).until(() -> Files.exists(token) && Files.size(token) > 0);
    this.clientLine = new FaultRelay(port, "EmergencyStop");
    this.operator =
        OperatorClient.withToken(
            new BridgeAddress("127.0.0.1", port), Files.readString(token).strip(), "operator");
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
    await()
        .atMost(Lab.PATIENCE)
        .pollInterval(POLL)
        .failFast("tripped at once", () -> state().getState() == SafetyState.TRIPPED)
        .until(() -> state().getEngaged());
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
    return AuditVerification.of(audit, List.of()).records();
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
