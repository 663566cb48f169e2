package org.tipwright.bridge.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import javax.net.ssl.SSLException;

/** A call to a bridge was refused, or not answered. The message is one sentence for people. */
public final class BridgeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Status.Code code;

  /** With a sentence of our own. */
  public BridgeException(Status.Code code, String message) {
    super(message);
    this.code = code;
  }

  /** What the bridge answered to a call, or why it did not. */
  static BridgeException of(String call, BridgeAddress address, StatusRuntimeException failure) {
    Status status = failure.getStatus();
    String said = status.getDescription();
    String message =
        switch (status.getCode()) {
          case UNAVAILABLE -> notReached(address, failure);
          case DEADLINE_EXCEEDED ->
              "no answer to "
                  + call
                  + " in time; whether it was carried out is unknown, so read the state first";
          default -> said == null ? call + " failed: " + status.getCode() : said;
        };
    BridgeException exception = new BridgeException(status.getCode(), message);
    exception.initCause(failure);
    return exception;
  }

  private static String notReached(BridgeAddress address, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        String said = String.valueOf(cause.getMessage());
        return said.contains("Received fatal alert")
            ? "the bridge at "
                + address
                + " does not take this client's certificate ("
                + said
                + "); it must be valid today and signed by the bridge's authority"
            : "what answers at " + address + " cannot prove to be the bridge (" + said + ")";
      }
    }
    return "no bridge answers at "
        + address
        + "; start one with 'bridge serve'"
        + (address.tls().isPresent()
            ? " --tls"
            : ", or, if it asks for certificates, use grpcs:// and --tls");
  }

  /** What kind of answer it was. */
  public Status.Code code() {
    return code;
  }

  /** Whether the bridge itself has said that nothing was moved. */
  public boolean refused() {
    return switch (code) {
      case FAILED_PRECONDITION,
          ALREADY_EXISTS,
          INVALID_ARGUMENT,
          OUT_OF_RANGE,
          RESOURCE_EXHAUSTED,
          PERMISSION_DENIED ->
          true;
      default -> false;
    };
  }
}
