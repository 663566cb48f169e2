package org.tipwright.bridge.server;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.tipwright.bridge.certificates.TlsFolder;

/**
 * Where and how a bridge listens.
 *
 * @param host a loopback address, or with TLS any address of this machine
 * @param port 0 for any free one
 * @param tls what it shows and whom it trusts; without it callers come from this machine alone
 * @param reflection whether it tells generic clients what methods there are
 */
public record Listening(String host, int port, Optional<TlsFolder> tls, boolean reflection) {

  /** On a loopback address, without TLS. */
  public static Listening plain(String host, int port) {
    return new Listening(host, port, Optional.empty(), false);
  }

  /** With mutual TLS, on any address. */
  public static Listening withTls(String host, int port, TlsFolder tls) {
    return new Listening(host, port, Optional.of(tls), false);
  }

  /**
   * Whether one may listen there, and can with these certificates.
   *
   * @throws IllegalArgumentException if not, in one sentence
   */
  public void check() {
    var unused = address();
    tls.ifPresent(
        folder -> {
          var unusedContext = context(folder);
        });
  }

  /**
   * The address.
   *
   * @throws IllegalArgumentException if it is unknown, or open to others without TLS
   */
  public InetSocketAddress address() {
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException("no address is known for host '" + host + "'", unknown);
    }
    if (tls.isEmpty() && !address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "without TLS the bridge listens on loopback only, not on "
              + host
              + ": make certificates with 'tipwright bridge certs' and give --tls <folder>, or use"
              + " 127.0.0.1");
    }
    return new InetSocketAddress(address, port);
  }

  /**
   * Java's own TLS, which needs no native library. Nobody gets in without a certificate that the
   * authority has signed.
   *
   * @throws IllegalArgumentException if certificate and key cannot be used
   */
  public static SslContext context(TlsFolder tls) {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(tls.certificateFile().toFile(), tls.keyFile().toFile())
              .trustManager(tls.authorityFile().toFile())
              .clientAuth(ClientAuth.REQUIRE)
              .protocols("TLSv1.3");
      return GrpcSslContexts.configure(builder, SslProvider.JDK).build();
    } catch (SSLException | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "certificate and key in " + tls.folder() + " cannot be used: " + unusable.getMessage(),
          unusable);
    }
  }
}
