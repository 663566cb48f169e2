package org.tipwright.tests.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.tipwright.bridge.audit.AuditDamage;
import org.tipwright.bridge.audit.AuditVerification;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;

/** A bridge wherever it lives, its operator, an observer, and its client behind a relay. */
final class LabBridge implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(25);
  private static final Pattern AT_WORK = Pattern.compile("^(at work)$");

  final BridgeHost host;
  final FaultRelay clientLine;

  private final OperatorClient operator;
  private final BridgeClient client;
  private final BridgeClient observer;
  private Optional<LabProcess> clientProcess = Optional.empty();

  /** Looks after a bridge that listens. */
  LabBridge(BridgeHost host) throws IOException {
    this.host = host;
    this.clientLine = new FaultRelay(host.port(), "EmergencyStop");
    BridgeAddress address = new BridgeAddress("127.0.0.1", host.port());
    this.operator = OperatorClient.withToken(address, host.token(), "operator");
    this.client = new BridgeClient(new BridgeAddress("127.0.0.1", clientLine.port()), "client");
    this.observer = new BridgeClient(address, "observer");
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

  /** The client begins its work; returns once the tip may be in contact. */
  void approach() {
    CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> LiftingClient.work(client));
    awaitEngaged();
  }

  /** The same with the client in a process of its own. */
  void approachFromAnotherProcess() throws IOException {
    LabProcess process =
        LabProcess.start(LiftingClient.class, List.of(String.valueOf(host.port())));
    clientProcess = Optional.of(process);
    var unused = process.await(AT_WORK);
    awaitEngaged();
  }

  private void awaitEngaged() {
    await()
        .atMost(Lab.PATIENCE)
        .pollInterval(POLL)
        .until(() -> state().getEngaged() || state().getState() != SafetyState.ARMED);
  }

  /** {@code kill -9} of the client. */
  void killClient() {
    clientProcess.orElseThrow().kill();
  }

  /** The operator stops it. */
  void emergencyStop() {
    var unused = observer.emergencyStop();
  }

  /** How many records its audit log has, all as they were written. */
  long verifiedRecords() throws IOException, AuditDamage {
    return AuditVerification.of(host.audit(), List.of()).records();
  }

  /** Where its log is. */
  Path audit() {
    return host.audit();
  }

  @Override
  public void close() throws IOException {
    clientLine.set(FaultRelay.Mode.CUT);
    clientProcess.ifPresent(LabProcess::close);
    host.close();
    clientLine.close();
    client.close();
    observer.close();
    operator.close();
  }
}
