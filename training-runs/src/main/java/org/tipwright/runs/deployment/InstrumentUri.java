package org.tipwright.runs.deployment;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.runs.config.WrongUse;

/** Where an instrument is, as a person writes it. */
public final class InstrumentUri {

  private static final String SIMULATED = "sim";

  private InstrumentUri() {}

  /**
   * The address of a bridge; none for {@code sim}, which has one of its own.
   *
   * @param tls folder of the agent's certificate, for a {@code grpcs://} address
   * @throws WrongUse if it is neither, or the folder does not go with it
   */
  public static Optional<BridgeAddress> parse(String uri, @Nullable Path tls) {
    if (uri.equals(SIMULATED)) {
      if (tls != null) {
        throw new WrongUse("--tls is for a bridge at grpcs://host:port, not for 'sim'");
      }
      return Optional.empty();
    }
    if (!uri.contains("://")) {
      throw new WrongUse(
          "unknown instrument '"
              + uri
              + "'; it is 'sim', grpc://host:port, or grpcs://host:port with --tls");
    }
    try {
      return Optional.of(BridgeAddress.parse(uri, tls));
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse(String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
