package org.tipwright.bridge.nanonis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tipwright.bridge.nanonis.server.GenericClient.error;
import static org.tipwright.bridge.nanonis.server.GenericClient.pack;
import static org.tipwright.bridge.nanonis.server.GenericClient.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.nanonis.Catalogue;

/** The conformance checklist of the protocol, by a client that knows nothing of our codec. */
class NanonisServerTest {

  private final PretendMicroscope microscope = new PretendMicroscope();
  private NanonisServer server;

  @BeforeEach
  void start() throws IOException {
    server = server(List.of(0, 0, 0, 0), Catalogue.R13742);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private NanonisServer server(List<Integer> ports, int release) throws IOException {
    return NanonisServer.start(ServerSettings.loopback(ports, release), microscope);
  }

  private GenericClient client(int port) throws IOException {
    return new GenericClient(server.ports().get(port));
  }

  private static void assertPosition(ByteBuffer body, double x, double y) {
    assertThat(body.remaining()).isEqualTo(24);
    assertThat(body.getDouble()).isEqualTo(x);
    assertThat(body.getDouble()).isEqualTo(y);
    assertThat(error(body, 16)).isEmpty();
  }

  @Test
  void aMoveIsCarriedOutAndReadBack() throws IOException {
    try (GenericClient client = client(0)) {
      assertThat(error(client.call("FolMe.XYPosSet", 1e-8, 1.5e-8, 1), 0)).isEmpty();
      assertPosition(client.call("FolMe.XYPosGet", 1), 1e-8, 1.5e-8);
    }
  }

  @Test
  void aRequestWithFlagZeroIsCarriedOutAndNotAnswered() throws IOException {
    try (GenericClient client = client(0)) {
      client.send(request("FolMe.XYPosSet", false, pack(3e-9, 4e-9, 0)));
      client.send(request("No.Such", false, pack()));
      assertPosition(client.call("FolMe.XYPosGet", 1), 3e-9, 4e-9);
    }
  }

  @Test
  void requestsInOneSegmentAreAnsweredInOrder() throws IOException {
    byte[] set = request("FolMe.XYPosSet", true, pack(3e-9, 4e-9, 1));
    byte[] get = request("FolMe.XYPosGet", true, pack(1));
    byte[] both = new byte[set.length + get.length];
    System.arraycopy(set, 0, both, 0, set.length);
    System.arraycopy(get, 0, both, set.length, get.length);
    try (GenericClient client = client(0)) {
      client.send(both);
      assertThat(error(client.response("FolMe.XYPosSet"), 0)).isEmpty();
      assertPosition(client.response("FolMe.XYPosGet"), 3e-9, 4e-9);
    }
  }

  @Test
  void aRequestMayComeByteByByte() throws IOException {
    try (GenericClient client = client(0)) {
      for (byte one : request("FolMe.XYPosSet", true, pack(3e-9, 4e-9, 1))) {
        client.send(new byte[] {one});
      }
      assertThat(error(client.response("FolMe.XYPosSet"), 0)).isEmpty();
      assertPosition(client.call("FolMe.XYPosGet", 1), 3e-9, 4e-9);
    }
  }

  @Test
  void wrongInputIsAnsweredWithAnErrorAndTheConnectionKept() throws IOException {
    try (GenericClient client = client(0)) {
      assertThat(error(client.call("No.Such"), 0)).contains("knows no command 'No.Such'");
      assertThat(error(client.call("Bias.Set", (short) 1), 0))
          .contains("Bias.Set takes (f32 bias:V)");
      assertThat(error(client.call("Bias.Set", 0.5f, 1), 0)).contains("4 bytes are left over");
      assertThat(error(client.call("FolMe.XYPosGet"), 16)).contains("u32 newest");
      assertThat(error(client.call("Scan.BufferSet", Integer.MAX_VALUE, 1), 0))
          .contains("elements");
      assertThat(error(client.call("Util.SessionPathSet", -5, 1), 0)).contains("-5 bytes");
      client.send(request("Bias.Set", true, new byte[2 << 20]));
      assertThat(error(client.response("Bias.Set"), 0)).contains("2097152 bytes");
      assertPosition(client.call("FolMe.XYPosGet", 1), 5e-9, -5e-9);
    }
    assertThat(microscope.events).filteredOn(event -> event.startsWith("0 refused")).hasSize(7);
  }

  @Test
  void aBodyOfAbsurdSizeIsAnsweredAndHungUpOn() throws IOException {
    for (int size : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (16 << 20) + 1}) {
      try (GenericClient client = client(0)) {
        client.send(request("Bias.Set", true, size, pack(0.5f)));
        assertThat(error(client.response("Bias.Set"), 0)).contains("a body of " + size);
        assertThat(client.hungUp(5_000)).isTrue();
      }
    }
    assertThat(microscope.events).noneMatch(event -> event.contains("bias"));
  }

  @Test
  void aHandlerThatFailsAnswersAnError() throws IOException {
    try (GenericClient client = client(0)) {
      assertThat(error(client.call("Scan.StatusGet"), 4)).isEqualTo("no scan module");
      assertThat(error(client.call("Bias.Get"), 4)).contains("does not fit");
      assertPosition(client.call("FolMe.XYPosGet", 1), 5e-9, -5e-9);
    }
  }

  @Test
  void aRefusalHasZerosInFrontForClientsThatLookForValues() throws IOException {
    try (GenericClient client = client(0)) {
      ByteBuffer body = client.call("Scan.FrameDataGrab", 14, 1);
      assertThat(error(body, 4 + 8 + 4)).isEqualTo("the channel is not in the buffer");
    }
  }

  @Test
  void aWaitOnOnePortDoesNotDelayTheOthers() throws Exception {
    try (GenericClient waiting = client(0);
        GenericClient second = client(1);
        GenericClient third = client(2);
        GenericClient fourth = client(3)) {
      waiting.send(request("Scan.WaitEndOfScan", true, pack(-1)));
      microscope.waiting.await();
      waiting.send(request("FolMe.XYPosGet", true, pack(1)));
      for (GenericClient other : List.of(second, third, fourth)) {
        assertPosition(other.call("FolMe.XYPosGet", 1), 5e-9, -5e-9);
      }
      assertThat(microscope.events).noneMatch(event -> event.startsWith("0 FolMe"));
      microscope.endOfScan.countDown();
      ByteBuffer body = waiting.response("Scan.WaitEndOfScan");
      assertThat(error(body, 4 + 4 + "a.sxm".length())).isEmpty();
      assertPosition(waiting.response("FolMe.XYPosGet"), 5e-9, -5e-9);
    }
  }

  @Test
  void aSecondClientOfAPortIsIgnoredAndWhatItSentIsNeverCarriedOut() throws IOException {
    try (GenericClient first = client(0);
        GenericClient second = client(0)) {
      assertPosition(first.call("FolMe.XYPosGet", 1), 5e-9, -5e-9);
      second.send(request("FolMe.XYPosSet", true, pack(1e-6, 1e-6, 1)));
      assertThat(second.hungUp(1_000)).isFalse();
      assertPosition(first.call("FolMe.XYPosGet", 1), 5e-9, -5e-9);
      first.close();
      assertThat(second.hungUp(5_000)).isTrue();
      try (GenericClient third = client(0)) {
        assertPosition(third.call("FolMe.XYPosGet", 1), 5e-9, -5e-9);
      }
    }
  }

  @Test
  void theNextClientOfAPortIsServedAtOnce() throws IOException {
    for (int i = 0; i < 20; i++) {
      try (GenericClient client = client(0)) {
        assertPosition(client.call("FolMe.XYPosGet", 1), 5e-9, -5e-9);
      }
    }
  }

  @Test
  void aClientThatHangsUpDuringAWaitIsNoticed() throws Exception {
    try (GenericClient client = client(2)) {
      client.send(request("Scan.WaitEndOfScan", true, pack(-1)));
      microscope.waiting.await();
    }
    await().untilAsserted(() -> assertThat(microscope.events).contains("2 disconnected"));
    microscope.endOfScan.countDown();
  }

  @Test
  void omissionsOfKnownClientsAreFilledIn() throws IOException {
    try (GenericClient client = client(0)) {
      assertThat(client.call("Motor.PosGet").getDouble(16)).isEqualTo(1e-3);
      client.call("Motor.StartClosedLoop", 0, 1e-6, 2e-6, 3e-6, 1);
      client.call("Scan.PropsSet", 1, 0, 2, "series", "");
      client.call("TCPLog.ChsSet", 14, 0, 18);
      client.call("Piezo.DriftCompSet", 1, 1e-12f, 0f, 0f);
      client.call("Current.GainSet", (short) 3);
    }
    assertThat(microscope.events)
        .contains(
            "0 Motor.PosGet group=0 timeout=500 ms",
            "0 Motor.StartClosedLoop absolute=0 x=1.0E-6 m y=2.0E-6 m z=3.0E-6 m wait=1 group=0",
            "0 Scan.PropsSet continuous=1 bouncy=0 autosave=2 series=\"series\" comment=\"\""
                + " modules=[]",
            "0 TCPLog.ChsSet channels=[14, 0, 18]",
            "0 Piezo.DriftCompSet on=1 x=1.0E-12 m/s y=0.0 m/s z=0.0 m/s saturation=10.0 %",
            "0 Current.GainSet gain=3 filter=-1");
  }

  @Test
  void stringsAreReadByCountWhateverTheTotalSays() throws IOException {
    try (GenericClient client = client(0)) {
      client.call("Scan.PropsSet", 0, 0, 0, "", "", 8, 2, "Current", "Z");
    }
    assertThat(microscope.events.toString()).contains("modules=[Current, Z]");
  }

  @Test
  void anOlderReleaseSpeaksItsOwnLayouts() throws IOException {
    try (NanonisServer older = server(List.of(0), 10862);
        GenericClient client = new GenericClient(older.ports().get(0))) {
      assertThat(error(client.call("Util.VersionGet"), 0)).contains("10862");
      assertThat(error(client.call("Current.GainSet", (short) 3), 0)).isEmpty();
      assertThat(error(client.call("Current.GainSet", 3, -1), 0)).isNotEmpty();
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int taken = server.ports().get(1);
    assertThatThrownBy(() -> server(List.of(0, taken), Catalogue.R13742))
        .hasMessageStartingWith("port " + taken + " cannot be had");
  }

  @Test
  void closingLeavesNoThreadAndHangsUpOnEveryone() throws Exception {
    List<GenericClient> clients = new ArrayList<>();
    for (int port = 0; port < 4; port++) {
      clients.add(client(port));
    }
    clients.get(0).send(request("Scan.WaitEndOfScan", true, pack(-1)));
    microscope.waiting.await();
    server.close();
    for (GenericClient client : clients) {
      assertThat(client.hungUp(2_000)).isTrue();
      client.close();
    }
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  private List<String> threads() {
    List<String> names = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      for (int port : server.ports()) {
        if (thread.getName().startsWith("nanonis") && thread.getName().endsWith("-" + port)) {
          names.add(thread.getName());
        }
      }
    }
    Collections.sort(names);
    return names;
  }
}
