package org.tipwright.bridge.nanonis.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Reply;

/**
 * The one client of a port. A thread reads its requests and notices when it hangs up, another
 * carries them out in order; a few requests may wait between the two.
 */
final class Session {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int REQUESTS_AHEAD = 16;
  private static final int MAX_ERROR_CHARACTERS = 500;
  private static final int LAST_WORDS_MILLIS = 250;
  private static final int LAST_WORDS_BYTES = 1 << 16;

  private final Socket socket;
  private final int port;
  private final CommandHandler handler;
  private final Runnable whenOver;
  private final InputStream in;
  private final RequestReader requests;
  private final BlockingQueue<Optional<Request>> ahead = new ArrayBlockingQueue<>(REQUESTS_AHEAD);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread reader;
  private final Thread worker;

  /** Of the reading thread: whether the handler knows that the client is gone. */
  private boolean told;

  Session(Socket socket, int port, Catalogue catalogue, CommandHandler handler, Runnable whenOver)
      throws IOException {
    this.socket = socket;
    this.port = port;
    this.handler = handler;
    this.whenOver = whenOver;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.requests = new RequestReader(in, catalogue);
    this.reader = PortListener.thread("nanonis-read-" + socket.getLocalPort(), this::read);
    this.worker = PortListener.thread("nanonis-serve-" + socket.getLocalPort(), this::serve);
  }

  void start() {
    tell(() -> handler.connected(port, socket.getRemoteSocketAddress()));
    worker.start();
    reader.start();
  }

  boolean over() {
    return over.getCount() == 0;
  }

  boolean awaitOver(Duration atMost) throws InterruptedException {
    return over.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void read() {
    try {
      Optional<Request> request;
      do {
        request = nextOrEnd();
        ahead.put(request);
      } while (request.isPresent() && request.get().header().bodyIsBounded());
    } catch (InterruptedException sessionOver) {
      hungUp();
    }
  }

  /** The next request; none after the last, and the handler has been told by then. */
  private Optional<Request> nextOrEnd() {
    Optional<Request> request;
    try {
      request = requests.next();
    } catch (IOException gone) {
      LOG.debug("port {}: {}", port, gone.getMessage());
      request = Optional.empty();
    }
    if (request.isEmpty() || !request.get().header().bodyIsBounded()) {
      hungUp();
    }
    return request;
  }

  private void hungUp() {
    if (!told) {
      told = true;
      tell(() -> handler.disconnected(port));
    }
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException failed) {
      LOG.error("a handler failed when it was told something", failed);
    }
  }

  private void serve() {
    try {
      boolean bounded = true;
      Optional<Request> request;
      while (bounded && (request = ahead.take()).isPresent()) {
        answer(request.get());
        bounded = request.get().header().bodyIsBounded();
      }
      if (!bounded) {
        leaveTheAnswerTime();
      }
    } catch (InterruptedException | IOException gone) {
      LOG.debug("port {}: the client is served no more: {}", port, gone.getMessage());
    } finally {
      end();
    }
  }

  private void answer(Request request) throws IOException, InterruptedException {
    byte[] frame = frame(request, reply(request));
    if (request.header().answer()) {
      socket.getOutputStream().write(frame);
    }
  }

  /** Hanging up on unread bytes would take the answer back from a client that still writes. */
  private void leaveTheAnswerTime() throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(LAST_WORDS_MILLIS);
    in.skipNBytes(LAST_WORDS_BYTES);
  }

  private Reply reply(Request request) throws InterruptedException {
    if (request.command().isEmpty()) {
      tell(() -> handler.refused(port, request.header().name(), request.wrong()));
      return Reply.failure(request.wrong());
    }
    try {
      return handler.handle(request.command().get(), port);
    } catch (InterruptedException closed) {
      throw closed;
    } catch (Exception failed) {
      LOG.warn("{} failed", request.header().name(), failed);
      String message = failed.getMessage();
      return Reply.failure(message == null ? failed.getClass().getSimpleName() : message);
    }
  }

  private static byte[] frame(Request request, Reply reply) {
    byte[] name = request.header().nameField();
    try {
      return shortened(reply).frame(name, request.returns());
    } catch (IllegalArgumentException unfit) {
      LOG.error("no answer to {}: {}", request.header().name(), unfit.getMessage());
      return shortened(Reply.failure("the answer does not fit: " + unfit.getMessage()))
          .frame(name, request.returns());
    }
  }

  private static Reply shortened(Reply reply) {
    return reply instanceof Reply.Failure failure && failure.text().length() > MAX_ERROR_CHARACTERS
        ? Reply.failure(failure.text().substring(0, MAX_ERROR_CHARACTERS))
        : reply;
  }

  private void end() {
    hangUp();
    reader.interrupt();
    over.countDown();
    whenOver.run();
  }

  /** Ends the session, also in the middle of a command. */
  void abort() {
    worker.interrupt();
    hangUp();
  }

  private void hangUp() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      LOG.debug("port {}: {}", port, alreadyGone.getMessage());
    }
  }

  void join(Duration atMost) throws InterruptedException {
    worker.join(atMost.toMillis());
    reader.join(atMost.toMillis());
  }
}
