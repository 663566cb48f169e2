package org.tipwright.bridge.console;

import java.time.Duration;
import java.util.function.Supplier;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.StateReport;

/** A bridge over gRPC; the operator's right is only asked for when it is used. */
public final class RemoteBridge implements BridgePort {

  private static final long MILLIS_PER_MINUTE = 60_000;

  private final BridgeClient client;
  private final Supplier<OperatorClient> operator;

  /**
   * A bridge.
   *
   * @param client closed with this
   * @param operator makes a client with the operator's right for each call, or throws
   */
  public RemoteBridge(BridgeClient client, Supplier<OperatorClient> operator) {
    this.client = client;
    this.operator = operator;
  }

  @Override
  public Description describe() {
    return client.describe();
  }

  @Override
  public StateReport state() {
    return client.readState();
  }

  @Override
  public StateReport arm(Arming arming) {
    try (OperatorClient own = operator.get()) {
      return own.arm(
          arming.phase(), Duration.ofMillis((long) (arming.minutes() * MILLIS_PER_MINUTE)));
    }
  }

  @Override
  public StateReport disarm() {
    try (OperatorClient own = operator.get()) {
      return own.disarm();
    }
  }

  @Override
  public StateReport stop() {
    return client.emergencyStop();
  }

  @Override
  public StateReport reset() {
    try (OperatorClient own = operator.get()) {
      return own.reset();
    }
  }

  @Override
  public StateReport voidAttempt() {
    try (OperatorClient own = operator.get()) {
      return own.voidAttempt("");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
