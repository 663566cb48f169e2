package org.tipwright.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.ManualClock;
import org.tipwright.bridge.v1.ReadStateRequest;
import org.tipwright.bridge.v1.StateReport;

/** A message that is no protobuf, over a real socket. */
class MalformedCallTest {

  private static final class Kept extends Handler {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void itIsAnsweredAndFloodsNoLog() throws Exception {
    Logger logger = Logger.getLogger("io.grpc");
    Kept kept = new Kept();
    logger.addHandler(kept);
    try (BridgeServer server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            new RecordingInstrument(),
            LimitProfileReader.shipped(),
            new ManualClock(),
            event -> {})) {
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
      try {
        MethodDescriptor<byte[], byte[]> readState =
            MethodDescriptor.newBuilder(HostileClient.BYTES, HostileClient.BYTES)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("tipwright.v1.Instrument/ReadState")
                .build();
        for (int i = 0; i < 20; i++) {
          assertThatExceptionOfType(StatusRuntimeException.class)
              .isThrownBy(
                  () ->
                      ClientCalls.blockingUnaryCall(
                          channel, readState, CallOptions.DEFAULT, new byte[] {(byte) 0xff, 1}));
        }
        byte[] answer =
            ClientCalls.blockingUnaryCall(
                channel,
                readState,
                CallOptions.DEFAULT,
                ReadStateRequest.getDefaultInstance().toByteArray());
        assertThat(StateReport.parseFrom(answer).getEngaged()).isFalse();
      } finally {
        channel.shutdownNow();
      }
    } finally {
      logger.removeHandler(kept);
    }
    assertThat(kept.records).isEmpty();
  }
}
