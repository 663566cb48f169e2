package org.tipwright.bridge.client;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a bridge is.
 *
 * @param host name or address
 * @param port TCP port
 */
public record BridgeAddress(String host, int port) {

  /** The port of a bridge unless told otherwise. */
  public static final int USUAL_PORT = 7451;

  /**
   * Reads {@code grpc://host:port}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static BridgeAddress parse(String text) {
    try {
      URI uri = new URI(text);
      if ("grpc".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        return new BridgeAddress(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException unreadable) {
      // Told below, like every other wrong address.
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not the address of a bridge; write grpc://host:port");
  }

  @Override
  public String toString() {
    return "grpc://" + host + ":" + port;
  }
}
