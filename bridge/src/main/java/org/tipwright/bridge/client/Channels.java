package org.tipwright.bridge.client;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.TimeUnit;

/** Connections to a bridge. They never send a call a second time by themselves. */
final class Channels {

  private Channels() {}

  static ManagedChannel to(BridgeAddress address) {
    return NettyChannelBuilder.forAddress(address.host(), address.port())
        .usePlaintext()
        .disableRetry()
        .build();
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
