package org.tipwright.bridge.nanonis.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;

/**
 * A socket whose every operation, writing included, ends by a deadline however few bytes come at a
 * time. Any thread may close it.
 */
final class DeadlineChannel implements AutoCloseable {

  private static final int READ_BYTES = 1 << 16;

  private final SocketChannel socket;
  private final Selector selector;
  private final ByteBuffer in = ByteBuffer.allocate(READ_BYTES).limit(0);

  private DeadlineChannel(SocketChannel socket, Selector selector) {
    this.socket = socket;
    this.selector = selector;
  }

  /**
   * Connects.
   *
   * @throws SocketTimeoutException if it takes longer
   */
  static DeadlineChannel connect(InetSocketAddress address, Duration atMost) throws IOException {
    SocketChannel socket = SocketChannel.open();
    try {
      Selector selector = Selector.open();
      DeadlineChannel channel = new DeadlineChannel(socket, selector);
      try {
        channel.connectBy(address, System.nanoTime() + atMost.toNanos());
        return channel;
      } catch (IOException failed) {
        selector.close();
        throw failed;
      }
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private void connectBy(InetSocketAddress address, long deadlineNanos) throws IOException {
    if (address.isUnresolved()) {
      throw new IOException("there is no host " + address.getHostString());
    }
    socket.configureBlocking(false);
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    socket.register(selector, SelectionKey.OP_CONNECT);
    if (!socket.connect(address)) {
      do {
        await(SelectionKey.OP_CONNECT, deadlineNanos);
      } while (!socket.finishConnect());
    }
  }

  /** Writes all of it. */
  void write(byte[] bytes, long deadlineNanos) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (socket.write(out) >= 0 && out.hasRemaining()) {
      await(SelectionKey.OP_WRITE, deadlineNanos);
    }
  }

  /**
   * Reads so many bytes. Memory is taken as they come.
   *
   * @throws EOFException if the other side hung up before
   */
  byte[] read(int count, long deadlineNanos) throws IOException {
    byte[] bytes = new byte[Math.min(count, READ_BYTES)];
    int have = 0;
    while (have < count) {
      if (!in.hasRemaining()) {
        fill(deadlineNanos);
      }
      if (have == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * have));
      }
      int more = Math.min(in.remaining(), bytes.length - have);
      in.get(bytes, have, more);
      have += more;
    }
    return bytes;
  }

  private void fill(long deadlineNanos) throws IOException {
    in.clear();
    try {
      int count;
      while ((count = socket.read(in)) == 0) {
        await(SelectionKey.OP_READ, deadlineNanos);
      }
      if (count < 0) {
        throw new EOFException("the other side hung up");
      }
    } finally {
      in.flip();
    }
  }

  /** Whether bytes have come that nobody asked for. */
  boolean hasUnread() throws IOException {
    if (!in.hasRemaining()) {
      in.clear();
      try {
        if (socket.read(in) < 0) {
          throw new EOFException("the other side hung up");
        }
      } finally {
        in.flip();
      }
    }
    return in.hasRemaining();
  }

  private void await(int operation, long deadlineNanos) throws IOException {
    long left = deadlineNanos - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    try {
      SelectionKey key = socket.keyFor(selector);
      if (key == null) {
        throw new ClosedChannelException();
      }
      key.interestOps(operation);
      selector.select(Math.max(1, left / 1_000_000));
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException | CancelledKeyException closed) {
      throw new IOException("the connection was closed meanwhile", closed);
    }
  }

  /** Hangs up; whoever waits here is woken with an exception. */
  @Override
  public void close() throws IOException {
    try (selector) {
      socket.close();
    }
  }
}
