package org.tipwright.bridge.microscope.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tipwright.bridge.nanonis.server.GenericClient.error;
import static org.tipwright.bridge.nanonis.server.GenericClient.request;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.CommandLayout;
import org.tipwright.bridge.nanonis.server.GenericClient;
import org.tipwright.bridge.nanonis.server.LoggerServer;
import org.tipwright.bridge.safety.MonotonicClock;

/** The microscope over real sockets, with a client that knows nothing of us. */
class MicroscopeServerTest {

  private static final int TIME_SCALE = 10;

  @TempDir private Path folder;
  private Microscope microscope;
  private MicroscopeServer server;

  @BeforeEach
  void start() throws IOException {
    microscope = microscope();
    server = MicroscopeServer.start(microscope, List.of(0, 0, 0, 0), 0, Catalogue.R13742);
  }

  private Microscope microscope() {
    return new Microscope(
        MicroscopeSettings.with(List.of()),
        7,
        new Session(folder, LocalDateTime.of(2026, 1, 1, 0, 0), 20_000),
        MonotonicClock.ofThisMachine(),
        TIME_SCALE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private GenericClient client(int index) throws IOException {
    return new GenericClient(server.ports().get(index));
  }

  /** Section 9: sizes in both directions, success or refusal as expected, the connection kept. */
  @Test
  void everyCommandIsAnsweredWithExactlyTheBytesOfItsDescription() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (GenericClient client = client(0)) {
      for (Conversation.Turn turn : Conversation.read()) {
        asked.add(turn.name());
        client.send(request(turn.name(), true, turn.body()));
        ByteBuffer body = client.response(turn.name());
        turn.takeFrom(body);
        String refusal = error(body, body.position());
        assertThat(refusal.isEmpty()).as(turn + ": " + refusal).isEqualTo(!turn.refused());
      }
    }
    assertThat(asked)
        .containsExactlyElementsOf(
            Catalogue.of(Catalogue.R13742).commands().stream().map(CommandLayout::name).toList());
  }

  @Test
  void everyCommandOfEitherReleaseIsCarriedOut() throws IOException {
    try (LoggerServer logger = new LoggerServer(InetAddress.getLoopbackAddress(), 0, 1)) {
      for (int release : new int[] {Catalogue.R13742, Catalogue.R14718}) {
        RemoteControl control = new RemoteControl(microscope(), logger, release);
        assertThat(control.commands())
            .containsExactlyInAnyOrderElementsOf(
                Catalogue.of(release).commands().stream().map(CommandLayout::name).toList());
      }
    }
  }

  @Test
  void aMoveReallyMovesTheTip() throws IOException {
    try (GenericClient client = client(0)) {
      double before = microscope.truth().now().xAngstrom();
      client.call("FolMe.SpeedSet", 2e-8f, 1);
      client.call("FolMe.XYPosSet", 3e-9, 0.0, 1);
      assertThat(microscope.truth().now().xAngstrom() - before).isCloseTo(30, within(2.0));
    }
  }

  @Test
  void aWithdrawalOnAnotherPortInterruptsNothingElse() throws Exception {
    try (GenericClient main = client(0);
        GenericClient emergency = client(3)) {
      main.call("ZCtrl.OnOffSet", 1);
      main.call("Scan.BufferSet", 1, 14, 32, 8);
      main.call("Scan.SpeedSet", 0f, 0f, 0.5f, 0.5f, (short) 2, 1f);
      main.call("Scan.Action", (short) 0, 1);
      main.send(request("Scan.WaitEndOfScan", true, GenericClient.pack(60_000)));
      long start = System.nanoTime();
      assertThat(error(emergency.call("ZCtrl.Withdraw", 0, -1), 0)).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      ByteBuffer ended = main.response("Scan.WaitEndOfScan");
      assertThat(ended.getInt()).isZero();
      assertThat(microscope.truth().now().gapAngstrom()).isGreaterThan(500);
    }
  }

  @Test
  void aFinishedScanLeavesAFile() throws IOException {
    try (GenericClient client = client(1)) {
      client.call("Scan.BufferSet", 2, 14, 0, 16, 4);
      client.call("Scan.SpeedSet", 0f, 0f, 0.1f, 0.1f, (short) 2, 1f);
      client.call("Scan.Action", (short) 0, 1);
      ByteBuffer ended = client.call("Scan.WaitEndOfScan", 30_000);
      assertThat(ended.getInt()).isZero();
      byte[] path = new byte[ended.getInt()];
      ended.get(path);
      assertThat(Files.size(Path.of(new String(path)))).isGreaterThan(4 * 4 * 16 * 4);
    }
  }

  @Test
  void aClientThatHangsUpInAWaitLeavesItsPortToTheNext() throws IOException {
    try (GenericClient client = client(2)) {
      client.call("FolMe.SpeedSet", 1e-12f, 1);
      client.send(request("FolMe.XYPosSet", true, GenericClient.pack(1e-7, 0.0, 1)));
    }
    try (GenericClient next = client(2)) {
      assertThat(error(next.call("FolMe.Stop"), 0)).isEmpty();
    }
  }

  @Test
  void theLoggerStreamsSamplesInOrder() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.loggerPort());
        GenericClient client = client(0)) {
      socket.setSoTimeout(10_000);
      Awaitility.await().until(() -> client.call("TCPLog.StatusGet").getInt() == 1);
      client.call("TCPLog.ChsSet", 2, 24, 14);
      client.call("TCPLog.OversamplSet", 100);
      client.call("TCPLog.Start");
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int i = 0; i < 50; i++) {
        assertThat(in.readInt()).isEqualTo(2);
        assertThat(in.readFloat()).isEqualTo(100f);
        assertThat(in.readLong()).isEqualTo(i);
        assertThat(in.readShort()).isEqualTo((short) 4);
        assertThat(in.readFloat()).isEqualTo(0.05f);
        in.readFloat();
      }
    }
  }

  @Test
  void aSampleIsNeverOlderThanTheQuestion() throws IOException {
    try (GenericClient client = client(0)) {
      client.call("Bias.Set", 0.2f);
      client.call("Signals.ValGet", 24, 1);
      assertThat(client.call("Signals.ValGet", 24, 1).getFloat()).isEqualTo(0.2f);
    }
  }
}
