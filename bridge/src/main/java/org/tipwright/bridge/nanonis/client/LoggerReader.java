package org.tipwright.bridge.nanonis.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.tipwright.bridge.nanonis.LoggerPacket;
import org.tipwright.bridge.nanonis.MalformedException;
import org.tipwright.bridge.nanonis.client.NanonisException.Kind;

/** Reads the logger's stream, for one thread. */
public final class LoggerReader implements AutoCloseable {

  private final InetSocketAddress address;
  private final DeadlineChannel socket;
  private final int channels;
  private long last = -1;
  private long missed;

  private LoggerReader(InetSocketAddress address, DeadlineChannel socket, int channels) {
    this.address = address;
    this.socket = socket;
    this.channels = channels;
  }

  /**
   * Connects to the logger's port.
   *
   * @param channels how many were chosen; a packet with another number is refused
   */
  public static LoggerReader connect(InetSocketAddress address, int channels, Duration atMost)
      throws NanonisException {
    try {
      return new LoggerReader(address, DeadlineChannel.connect(address, atMost), channels);
    } catch (IOException failed) {
      throw new NanonisException(
          Kind.CONNECTION,
          false,
          "no logger answers at " + address + ": " + failed.getMessage(),
          failed);
    }
  }

  /** The next packet. After a failure the reader is closed. */
  public LoggerPacket next(Duration atMost) throws NanonisException {
    long deadline = System.nanoTime() + atMost.toNanos();
    try {
      byte[] header = socket.read(LoggerPacket.HEADER_BYTES, deadline);
      int bodyBytes = LoggerPacket.bodyBytes(header);
      if (bodyBytes != channels * Float.BYTES) {
        throw new MalformedException(
            "a packet of " + bodyBytes / Float.BYTES + " channels, not " + channels);
      }
      LoggerPacket packet = LoggerPacket.read(header, socket.read(bodyBytes, deadline));
      if (last >= 0 && packet.counter() > last + 1) {
        missed += packet.counter() - last - 1;
      }
      last = packet.counter();
      return packet;
    } catch (IOException failed) {
      close();
      throw new NanonisException(
          failed instanceof SocketTimeoutException
              ? Kind.NO_ANSWER
              : failed instanceof MalformedException ? Kind.MALFORMED : Kind.CONNECTION,
          false,
          "the logger at " + address + " was lost: " + failed.getMessage(),
          failed);
    }
  }

  /** Samples that the counter of the packets shows as lost. */
  public long missed() {
    return missed;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Closed is closed.
    }
  }
}
