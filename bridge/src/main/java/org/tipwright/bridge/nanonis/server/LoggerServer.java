package org.tipwright.bridge.nanonis.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.nanonis.LoggerPacket;

/**
 * The port on which the logger sends its packets to one client. The sampler is never made to wait:
 * what a slow client leaves no room for is lost, and that is remembered.
 */
public final class LoggerServer implements AutoCloseable {

  /** Where the stream is usually found. */
  public static final int USUAL_PORT = 6590;

  private static final Logger LOG = LoggerFactory.getLogger(LoggerServer.class);
  private static final int CLOSING_MILLIS = 2000;

  private final ServerSocket listening;
  private final BlockingQueue<byte[]> waiting;
  private final Thread acceptor;
  private volatile @Nullable Socket client;
  private volatile boolean overflowed;

  /**
   * Listens from now on.
   *
   * @param port 0 is any that is free
   * @param packets how many may wait for the client
   */
  public LoggerServer(InetAddress address, int port, int packets) throws IOException {
    this.listening = new ServerSocket(port, 1, address);
    this.waiting = new ArrayBlockingQueue<>(packets);
    this.acceptor = PortListener.thread("nanonis-logger-" + listening.getLocalPort(), this::accept);
    acceptor.start();
  }

  /** The port that is listened on. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Whether a client is connected, as far as is known. */
  public boolean connected() {
    return client != null;
  }

  /** Whether packets were lost since {@link #restart}. */
  public boolean overflowed() {
    return overflowed;
  }

  /** Forgets what waits and what was lost: the logger is started anew. */
  public void restart() {
    waiting.clear();
    overflowed = false;
  }

  /**
   * Sends a packet when the client can take it. Never waits.
   *
   * @return whether it will be sent; not without a client, nor when too many wait
   */
  public boolean offer(LoggerPacket packet) {
    if (client == null) {
      return false;
    }
    boolean room = waiting.offer(packet.bytes());
    if (!room) {
      overflowed = true;
    }
    return room;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try (Socket accepted = listening.accept()) {
        accepted.setTcpNoDelay(true);
        serve(accepted);
      } catch (IOException gone) {
        LOG.debug("logger port {}: {}", port(), gone.getMessage());
      } catch (InterruptedException closing) {
        return;
      } finally {
        client = null;
      }
    }
  }

  private void serve(Socket accepted) throws InterruptedException {
    waiting.clear();
    Thread sender = PortListener.thread("nanonis-logger-send-" + port(), () -> send(accepted));
    client = accepted;
    sender.start();
    try {
      byte[] unasked = new byte[64];
      while (accepted.getInputStream().read(unasked) >= 0) {
        // A logger's client has nothing to say; reading shows when it hangs up.
      }
    } catch (IOException gone) {
      LOG.debug("logger port {}: {}", port(), gone.getMessage());
    }
    sender.interrupt();
    hangUp(accepted);
    sender.join();
  }

  private void send(Socket accepted) {
    try {
      while (!accepted.isClosed()) {
        accepted.getOutputStream().write(waiting.take());
      }
    } catch (IOException | InterruptedException gone) {
      LOG.debug("logger port {}: {}", port(), gone.getMessage());
      hangUp(accepted);
    }
  }

  private void hangUp(Socket accepted) {
    try {
      accepted.close();
    } catch (IOException alreadyGone) {
      LOG.debug("logger port {}: {}", port(), alreadyGone.getMessage());
    }
  }

  /** Hangs up and frees the port. */
  @Override
  public void close() {
    try {
      listening.close();
      Socket last = client;
      if (last != null) {
        last.close();
      }
      acceptor.join(CLOSING_MILLIS);
    } catch (IOException failed) {
      LOG.warn("logger port {} could not be closed", port(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
