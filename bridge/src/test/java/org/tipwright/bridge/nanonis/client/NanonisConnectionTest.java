package org.tipwright.bridge.nanonis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.client.NanonisException.Kind;

/** What a connection makes of answers that are right, refused, wrong, slow, or never come. */
class NanonisConnectionTest {

  private static final Catalogue CATALOGUE = Catalogue.of(Catalogue.R13742);
  private static final Command GET = CATALOGUE.command("FolMe.XYPosGet", 1);
  private static final Command SET = CATALOGUE.command("FolMe.XYPosSet", 1e-8, 1.5e-8, 1);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);

  private static byte[] response(String name, byte[] body) {
    ByteBuffer response = ByteBuffer.allocate(40 + body.length);
    response.put(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 32));
    return response.putInt(body.length).putInt(0).put(body).array();
  }

  private static byte[] position() {
    return ByteBuffer.allocate(24).putDouble(5e-9).putDouble(-5e-9).array();
  }

  private static ScriptedPeer answering(byte[] bytes) throws IOException {
    return new ScriptedPeer(out -> out.write(bytes));
  }

  private static NanonisConnection connect(ScriptedPeer peer) throws NanonisException {
    return NanonisConnection.connect(peer.address(), LONG);
  }

  private static int receivedBytes(ScriptedPeer peer) {
    return peer.received.isEmpty() ? 0 : peer.received.get(0).size();
  }

  private static NanonisException failure(NanonisConnection connection, Command command) {
    return failure(connection, command, LONG);
  }

  private static NanonisException failure(
      NanonisConnection connection, Command command, Duration atMost) {
    return catchThrowableOfType(NanonisException.class, () -> connection.ask(command, atMost));
  }

  @Test
  void valuesComeByName() throws IOException {
    try (ScriptedPeer peer = answering(response("FolMe.XYPosGet", position()));
        NanonisConnection connection = connect(peer)) {
      for (int i = 0; i < 3; i++) {
        Answer answer = connection.ask(GET, LONG);
        assertThat(answer.real("x")).isEqualTo(5e-9);
        assertThat(answer.real("y")).isEqualTo(-5e-9);
      }
      assertThat(peer.received.get(0).size()).isEqualTo(3 * 44);
    }
  }

  @Test
  void aRefusalKeepsTheConnection() throws IOException {
    byte[] alone = ByteBuffer.allocate(10).putInt(1).putInt(2).put(new byte[] {'n', 'o'}).array();
    try (ScriptedPeer peer = answering(response("FolMe.XYPosGet", alone));
        NanonisConnection connection = connect(peer)) {
      NanonisException refused = failure(connection, GET);
      assertThat(refused).hasMessage("the instrument refused FolMe.XYPosGet: no");
      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused.mayHaveBeenCarriedOut()).isFalse();
      assertThat(connection.open()).isTrue();
    }
  }

  @Test
  void anAnswerInSingleBytesIsRead() throws IOException {
    byte[] bytes = response("FolMe.XYPosGet", position());
    try (ScriptedPeer peer = new ScriptedPeer(out -> dribble(out, bytes, 0));
        NanonisConnection connection = connect(peer)) {
      assertThat(connection.ask(GET, LONG).real("x")).isEqualTo(5e-9);
    }
  }

  private static void dribble(OutputStream out, byte[] bytes, long pauseMillis)
      throws IOException, InterruptedException {
    for (byte one : bytes) {
      out.write(one);
      out.flush();
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
    }
  }

  @Test
  void bytesThatKeepComingDoNotPutTheDeadlineOff() throws IOException {
    byte[] bytes = response("FolMe.XYPosSet", new byte[8]);
    try (ScriptedPeer peer = new ScriptedPeer(out -> dribble(out, bytes, 50));
        NanonisConnection connection = connect(peer)) {
      long before = System.nanoTime();
      NanonisException late = failure(connection, SET, SHORT);
      assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
      assertThat(late.kind()).isEqualTo(Kind.NO_ANSWER);
      assertThat(late.mayHaveBeenCarriedOut()).isTrue();
      assertThat(late).hasMessageContaining("read the state first");
    }
  }

  @Test
  void everyOtherSizeIsRefusedAndTheConnectionClosed() throws IOException {
    for (int size = 0; size < 40; size++) {
      if (size == 24) {
        continue;
      }
      byte[] body = Arrays.copyOf(position(), size);
      try (ScriptedPeer peer = answering(response("FolMe.XYPosGet", body));
          NanonisConnection connection = connect(peer)) {
        NanonisException wrong = failure(connection, GET);
        assertThat(wrong.kind()).as("%d bytes", size).isEqualTo(Kind.MALFORMED);
        assertThat(connection.open()).isFalse();
      }
    }
  }

  @Test
  void aSizeThatCannotBeIsRefusedBeforeItIsWaitedFor() throws IOException {
    for (int size : new int[] {-1, 7, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      byte[] bytes = response("FolMe.XYPosGet", position());
      ByteBuffer.wrap(bytes).putInt(32, size);
      try (ScriptedPeer peer = answering(bytes);
          NanonisConnection connection = connect(peer)) {
        NanonisException wrong =
            catchThrowableOfType(NanonisException.class, () -> connection.ask(GET, LONG));
        assertThat(wrong)
            .hasMessageContaining("a response body of " + size + " bytes")
            .hasMessageContaining("FolMe.XYPosGet");
      }
    }
  }

  @Test
  void theAnswerToAnotherCommandIsRefused() throws IOException {
    try (ScriptedPeer peer = answering(response("FolMe.XYPosSet", position()));
        NanonisConnection connection = connect(peer)) {
      assertThat(failure(connection, GET)).hasMessageContaining("is to 'FolMe.XYPosSet'");
    }
  }

  @Test
  void moreThanOneAnswerIsRefusedAtTheNextRequest() throws IOException {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.write(response("FolMe.XYPosGet", position()));
    twice.write(response("FolMe.XYPosGet", position()));
    try (ScriptedPeer peer = answering(twice.toByteArray());
        NanonisConnection connection = connect(peer)) {
      connection.ask(GET, LONG);
      NanonisException wrong = failure(connection, SET);
      assertThat(wrong.kind()).isEqualTo(Kind.MALFORMED);
      assertThat(wrong.mayHaveBeenCarriedOut()).isFalse();
      assertThat(peer.received.get(0).size()).isEqualTo(44);
    }
  }

  @Test
  void afterAFailureNothingIsSentAndReconnectingSendsNothingEither() throws IOException {
    try (ScriptedPeer peer = new ScriptedPeer(out -> {});
        NanonisConnection connection = connect(peer)) {
      assertThat(failure(connection, SET, SHORT).kind()).isEqualTo(Kind.NO_ANSWER);
      NanonisException closed = failure(connection, SET);
      assertThat(closed.kind()).isEqualTo(Kind.CONNECTION);
      assertThat(closed.mayHaveBeenCarriedOut()).isFalse();
      connection.reconnect(LONG);
      assertThat(failure(connection, GET, SHORT).kind()).isEqualTo(Kind.NO_ANSWER);
      await().until(() -> peer.received.size() == 2 && peer.received.get(1).size() >= 44);
      assertThat(peer.received.get(0).toByteArray()).isEqualTo(SET.frame(true));
      assertThat(peer.received.get(1).toByteArray()).isEqualTo(GET.frame(true));
    }
  }

  @Test
  void aPeerThatHangsUpIsNoticedBeforeTheNextCommandIsSent() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedPeer peer =
            new ScriptedPeer(
                out -> {
                  out.write(response("FolMe.XYPosGet", position()));
                  out.close();
                  hungUp.countDown();
                });
        NanonisConnection connection = connect(peer)) {
      connection.ask(GET, LONG);
      hungUp.await();
      NanonisException lost = failure(connection, SET);
      assertThat(lost.kind()).isEqualTo(Kind.CONNECTION);
      assertThat(lost.mayHaveBeenCarriedOut()).isFalse();
    }
  }

  @Test
  void closingEndsARequestThatWaits() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(out -> {});
        NanonisConnection connection = connect(peer)) {
      CompletableFuture<NanonisException> waiting =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowableOfType(
                      NanonisException.class, () -> connection.ask(SET, Duration.ofMinutes(5))));
      await().until(() -> receivedBytes(peer) > 0);
      connection.close();
      assertThat(waiting.get(5, TimeUnit.SECONDS).mayHaveBeenCarriedOut()).isTrue();
    }
  }

  @Test
  void aSecondThreadWaitsNoLongerThanItsOwnDeadline() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(out -> {});
        NanonisConnection connection = connect(peer)) {
      CompletableFuture<NanonisException> first =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowableOfType(
                      NanonisException.class, () -> connection.ask(SET, Duration.ofMinutes(5))));
      await().until(() -> receivedBytes(peer) > 0);
      NanonisException busy = failure(connection, GET, SHORT);
      assertThat(busy).hasMessageContaining("FolMe.XYPosGet was not sent");
      assertThat(busy.mayHaveBeenCarriedOut()).isFalse();
      assertThat(connection.open()).isTrue();
      connection.close();
      first.get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void noInstrumentIsSaidToBeNone() throws IOException {
    ScriptedPeer gone = new ScriptedPeer(out -> {});
    gone.close();
    NanonisException none = catchThrowableOfType(NanonisException.class, () -> connect(gone));
    assertThat(none).hasMessageStartingWith("no instrument answers at ");
  }
}
