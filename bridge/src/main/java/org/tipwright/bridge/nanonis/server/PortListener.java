package org.tipwright.bridge.nanonis.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that serves one client at a time. Another that connects meanwhile is accepted and ignored;
 * nothing that it sends is ever carried out, and it is hung up on when the port falls free. Only if
 * that happens within a moment, as when a script ends and the next begins, is it served.
 */
final class PortListener implements AutoCloseable {

  /** Makes the session of an accepted client. */
  @FunctionalInterface
  interface Serving {
    Session open(Socket client, Runnable whenOver) throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(PortListener.class);
  private static final Duration HANDOVER = Duration.ofMillis(500);
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final int MOST_IGNORED = 8;

  private final ServerSocket listening;
  private final Serving serving;
  private final Thread acceptor;

  // Guarded by this.
  private final Deque<Socket> ignored = new ArrayDeque<>();
  private @Nullable Session session;
  private boolean closed;

  PortListener(InetAddress address, int port, Serving serving) throws IOException {
    this.serving = serving;
    this.listening = new ServerSocket(port, 0, address);
    this.acceptor = thread("nanonis-accept-" + listening.getLocalPort(), this::accept);
  }

  static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    acceptor.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        client.setTcpNoDelay(true);
        client.setKeepAlive(true);
        admit(client);
      } catch (IOException failed) {
        if (!listening.isClosed()) {
          LOG.warn("port {}: a client could not be accepted", port(), failed);
        }
      } catch (InterruptedException closing) {
        return;
      }
    }
  }

  private void admit(Socket client) throws IOException, InterruptedException {
    Session current = session();
    if (current != null) {
      var unused = current.awaitOver(HANDOVER);
    }
    Session next = serveOrIgnore(client);
    if (next != null) {
      next.start();
    }
  }

  private synchronized @Nullable Session session() {
    return session;
  }

  private synchronized @Nullable Session serveOrIgnore(Socket client) throws IOException {
    if (closed) {
      client.close();
      return null;
    }
    if (session == null || session.over()) {
      session = serving.open(client, this::hangUpOnIgnored);
      return session;
    }
    if (ignored.size() == MOST_IGNORED) {
      ignored.removeFirst().close();
    }
    ignored.add(client);
    return null;
  }

  private synchronized void hangUpOnIgnored() {
    for (Socket client; (client = ignored.poll()) != null; ) {
      try {
        client.close();
      } catch (IOException alreadyGone) {
        LOG.debug("port {}: {}", port(), alreadyGone.getMessage());
      }
    }
  }

  @Override
  public void close() {
    Session last;
    synchronized (this) {
      closed = true;
      last = session;
    }
    try {
      listening.close();
    } catch (IOException failed) {
      LOG.warn("port {} could not be closed", port(), failed);
    }
    acceptor.interrupt();
    hangUpOnIgnored();
    if (last != null) {
      last.abort();
    }
    try {
      acceptor.join(CLOSING.toMillis());
      if (last != null) {
        last.join(CLOSING);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
