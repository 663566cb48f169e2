package org.tipwright.bridge.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.certificates.TlsFolder;

/**
 * Where a bridge is, and what to show there.
 *
 * @param host name or address
 * @param port TCP port
 * @param tls for mutual TLS; without it the bridge must be on this machine
 */
public record BridgeAddress(String host, int port, Optional<TlsFolder> tls) {

  /** The port of a bridge unless told otherwise. */
  public static final int USUAL_PORT = 7451;

  private static final String PLAIN = "grpc";
  private static final String SECURE = "grpcs";

  /** A bridge on this machine, without TLS. */
  public BridgeAddress(String host, int port) {
    this(host, port, Optional.empty());
  }

  /**
   * Reads {@code grpc://host:port}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static BridgeAddress parse(String text) {
    return parse(text, null);
  }

  /**
   * Reads {@code grpc://host:port}, or with a folder of certificates {@code grpcs://host:port}.
   *
   * @throws IllegalArgumentException if it is anything else, or the folder cannot be used
   */
  public static BridgeAddress parse(String text, @Nullable Path tlsFolder) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException unreadable) {
      throw noAddress(text);
    }
    boolean secure = SECURE.equals(uri.getScheme());
    if (!(secure || PLAIN.equals(uri.getScheme())) || uri.getHost() == null || uri.getPort() <= 0) {
      throw noAddress(text);
    }
    if (secure && tlsFolder == null) {
      throw new IllegalArgumentException(
          text + " needs certificates: give --tls <folder>, as 'tipwright bridge certs' makes it");
    }
    if (!secure && tlsFolder != null) {
      throw new IllegalArgumentException(
          "--tls goes with grpcs://"
              + uri.getHost()
              + ":"
              + uri.getPort()
              + ", not with "
              + text
              + ", which is not encrypted");
    }
    return new BridgeAddress(
        uri.getHost(), uri.getPort(), Optional.ofNullable(tlsFolder).map(TlsFolder::read));
  }

  private static IllegalArgumentException noAddress(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is not the address of a bridge; write grpc://host:port, or grpcs://host:port with"
            + " --tls");
  }

  @Override
  public String toString() {
    return (tls.isPresent() ? SECURE : PLAIN) + "://" + host + ":" + port;
  }
}
