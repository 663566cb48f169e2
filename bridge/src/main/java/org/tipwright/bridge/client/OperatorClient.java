package org.tipwright.bridge.client;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.tipwright.bridge.v1.ArmRequest;
import org.tipwright.bridge.v1.DisarmRequest;
import org.tipwright.bridge.v1.OperatorGrpc;
import org.tipwright.bridge.v1.ResetRequest;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.bridge.v1.VoidRequest;
import org.tipwright.bridge.wire.OperatorKey;

/** The operator's client: arms, disarms, resets, voids. */
public final class OperatorClient implements AutoCloseable {

  /** Arming asks the instrument for its settings first. */
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final BridgeAddress address;
  private final String operator;
  private final ManagedChannel channel;
  private final OperatorGrpc.OperatorBlockingStub stub;

  private OperatorClient(BridgeAddress address, String operator, Metadata headers) {
    this.address = address;
    this.operator = operator;
    this.channel = Channels.to(address);
    this.stub =
        OperatorGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /**
   * A client without TLS, on the machine of the bridge; it connects at the first call.
   *
   * @param token secret that the bridge wrote when it started
   * @param operator who it is, for the log
   */
  public static OperatorClient withToken(BridgeAddress address, String token, String operator) {
    Metadata headers = new Metadata();
    headers.put(OperatorKey.KEY, token);
    return new OperatorClient(address, operator, headers);
  }

  /** A client that shows an operator's certificate; it connects at the first call. */
  public static OperatorClient withCertificate(BridgeAddress address) {
    return new OperatorClient(address, "", new Metadata());
  }

  /** Lets the lease holder move the tip for a while, as an agent does. */
  public StateReport arm(Duration duration) {
    return arm("", duration);
  }

  /**
   * The same for a phase.
   *
   * @param phase such as {@code "scan"}; empty is that of an agent's work
   */
  public StateReport arm(String phase, Duration duration) {
    ArmRequest request =
        ArmRequest.newBuilder()
            .setOperator(operator)
            .setPhase(phase)
            .setDurationS(duration.toMillis() / 1000.0)
            .build();
    try {
      return inTime().arm(request);
    } catch (StatusRuntimeException failure) {
      throw BridgeException.of("Arm", address, failure);
    }
  }

  /** Ends that; a tip in contact is withdrawn. */
  public StateReport disarm() {
    try {
      return inTime().disarm(DisarmRequest.newBuilder().setOperator(operator).build());
    } catch (StatusRuntimeException failure) {
      throw BridgeException.of("Disarm", address, failure);
    }
  }

  /** Unlatches a trip. */
  public StateReport reset() {
    try {
      return inTime().reset(ResetRequest.newBuilder().setOperator(operator).build());
    } catch (StatusRuntimeException failure) {
      throw BridgeException.of("Reset", address, failure);
    }
  }

  /** The attempt under way, or else the last one, counts for nothing; moves nothing. */
  public StateReport voidAttempt(String reason) {
    try {
      return inTime()
          .void_(VoidRequest.newBuilder().setOperator(operator).setReason(reason).build());
    } catch (StatusRuntimeException failure) {
      throw BridgeException.of("Void", address, failure);
    }
  }

  private OperatorGrpc.OperatorBlockingStub inTime() {
    return stub.withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    Channels.close(channel);
  }
}
