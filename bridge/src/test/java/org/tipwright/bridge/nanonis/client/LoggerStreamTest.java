package org.tipwright.bridge.nanonis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tipwright.bridge.nanonis.LoggerPacket;
import org.tipwright.bridge.nanonis.LoggerState;
import org.tipwright.bridge.nanonis.server.LoggerServer;

/** The stream of samples from the logger's port to its reader. */
class LoggerStreamTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  private static LoggerServer server(int packets) throws IOException {
    return new LoggerServer(InetAddress.getLoopbackAddress(), 0, packets);
  }

  private static InetSocketAddress address(LoggerServer server) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
  }

  private static LoggerPacket packet(long counter) {
    return new LoggerPacket(10, counter, LoggerState.RUNNING, new float[] {1e-9f, -2});
  }

  @Test
  void aPacketHasTheBytesOfItsDescription() throws Exception {
    byte[] bytes = packet(258).bytes();
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo("00000002" + "41200000" + "0000000000000102" + "0004" + "3089705f" + "c0000000");
    assertThat(LoggerPacket.read(Arrays.copyOf(bytes, 18), Arrays.copyOfRange(bytes, 18, 26)))
        .isEqualTo(packet(258));
  }

  @Test
  void samplesArriveInOrderAndGapsAreCounted() throws Exception {
    try (LoggerServer server = server(100);
        LoggerReader reader = LoggerReader.connect(address(server), 2, LONG)) {
      await().until(server::connected);
      for (long counter : new long[] {0, 1, 2, 7, 8}) {
        assertThat(server.offer(packet(counter))).isTrue();
      }
      for (long counter : new long[] {0, 1, 2, 7, 8}) {
        assertThat(reader.next(LONG)).isEqualTo(packet(counter));
      }
      assertThat(reader.missed()).isEqualTo(4);
    }
  }

  @Test
  @Timeout(60)
  void aClientThatDoesNotReadCostsSamplesAndNeverTime() throws Exception {
    try (LoggerServer server = server(50);
        LoggerReader reader = LoggerReader.connect(address(server), 2, LONG)) {
      await().until(server::connected);
      assertThat(server.offer(packet(0))).isTrue();
      assertThat(reader.next(LONG)).isEqualTo(packet(0));
      long sent = 1;
      while (!server.overflowed()) {
        server.offer(packet(sent++));
      }
      server.restart();
      assertThat(server.overflowed()).isFalse();
      long first = sent + 1000;
      assertThat(server.offer(packet(first))).isTrue();
      long counter = 0;
      while (counter < first) {
        long before = counter;
        counter = reader.next(LONG).counter();
        assertThat(counter).isGreaterThan(before);
      }
      assertThat(reader.missed()).isGreaterThanOrEqualTo(1000);
    }
  }

  @Test
  void packetsOfAnotherNumberOfChannelsAreRefused() throws Exception {
    try (LoggerServer server = server(100);
        LoggerReader reader = LoggerReader.connect(address(server), 3, LONG)) {
      await().until(server::connected);
      server.offer(packet(0));
      assertThatThrownBy(() -> reader.next(LONG)).hasMessageContaining("2 channels, not 3");
    }
  }

  @Test
  void silenceEndsAtTheDeadline() throws Exception {
    try (LoggerServer server = server(100);
        LoggerReader reader = LoggerReader.connect(address(server), 2, LONG)) {
      assertThatThrownBy(() -> reader.next(Duration.ofMillis(100)))
          .isInstanceOfSatisfying(
              NanonisException.class,
              silent -> assertThat(silent.kind()).isEqualTo(NanonisException.Kind.NO_ANSWER));
    }
  }

  @Test
  void aClientThatHangsUpMakesRoomForTheNext() throws Exception {
    try (LoggerServer server = server(100)) {
      for (int i = 0; i < 3; i++) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
          await().until(server::connected);
          assertThat(server.offer(packet(i))).isTrue();
          assertThat(client.getInputStream().readNBytes(26)).isEqualTo(packet(i).bytes());
        }
        await().until(() -> !server.connected());
        assertThat(server.offer(packet(i))).isFalse();
      }
    }
  }

  @Test
  void closingLeavesNoThread() throws Exception {
    LoggerServer server = server(10);
    try (LoggerReader reader = LoggerReader.connect(address(server), 2, LONG)) {
      await().until(server::connected);
      server.close();
      assertThatThrownBy(() -> reader.next(LONG)).hasMessageContaining("was lost");
    }
    String port = "-" + server.port();
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(
                        t ->
                            t.getName().startsWith("nanonis-logger")
                                && t.getName().endsWith(port)));
  }
}
