package org.tipwright.bridge.command;

import com.typesafe.config.Config;
import java.io.IOException;
import java.time.Duration;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.instrument.SimulatedInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.SafetyListener;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;

/**
 * A bridge on loopback with a simulated instrument, and its operator: for {@code --instrument sim}.
 * Commands reach it through gRPC like any other.
 */
public final class OwnBridge implements AutoCloseable {

  private final BridgeServer server;
  private final OperatorClient operator;

  private OwnBridge(BridgeServer server) {
    this.server = server;
    this.operator =
        OperatorClient.withToken(address(), server.operatorToken().secret(), "own bridge");
  }

  /**
   * Starts one on a free port, unarmed.
   *
   * @param liftSettings complete settings of the lift task
   * @param instrumentSeed of the instrument's physics and noise
   * @param listener hears of every safety decision
   */
  public static OwnBridge start(Config liftSettings, long instrumentSeed, SafetyListener listener)
      throws IOException {
    return new OwnBridge(
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            new SimulatedInstrument(liftSettings, instrumentSeed),
            LimitProfileReader.shipped(),
            MonotonicClock.ofThisMachine(),
            listener));
  }

  /** Where it is. */
  public BridgeAddress address() {
    return new BridgeAddress("127.0.0.1", server.port());
  }

  /** Arms it as its operator. */
  public void arm(Duration duration) {
    operator.arm(duration);
  }

  /** Unlatches it as its operator, after a trip. */
  public void reset() {
    operator.reset();
  }

  /** Lets the attempt under way, or else the last one, count for nothing. */
  public void voidAttempt(String reason) {
    operator.voidAttempt(reason);
  }

  /** Withdraws the tip and ends the bridge. */
  @Override
  public void close() {
    operator.close();
    server.close();
  }
}
