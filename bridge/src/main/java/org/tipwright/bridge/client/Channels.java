package org.tipwright.bridge.client;

import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.tipwright.bridge.certificates.TlsFolder;

/** Connections to a bridge. They never send a call a second time by themselves. */
public final class Channels {

  private Channels() {}

  /**
   * A connection, made at the first call.
   *
   * @throws IllegalArgumentException if the certificates of the address cannot be used
   */
  public static ManagedChannel to(BridgeAddress address) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(bare(address.host()), address.port()).disableRetry();
    if (address.tls().isPresent()) {
      builder.sslContext(context(address.tls().get()));
    } else {
      builder.usePlaintext();
    }
    return builder.build();
  }

  /** A URI has an IPv6 address in brackets, a socket has none. */
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static SslContext context(TlsFolder tls) {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forClient()
              .keyManager(tls.certificateFile().toFile(), tls.keyFile().toFile())
              .trustManager(tls.authorityFile().toFile())
              .protocols("TLSv1.3");
      return GrpcSslContexts.configure(builder, SslProvider.JDK).build();
    } catch (SSLException | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "certificate and key in " + tls.folder() + " cannot be used: " + unusable.getMessage(),
          unusable);
    }
  }

  static void close(ManagedChannel channel) {
    channel.shutdownNow();
    try {
      channel.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
