package org.tipwright.bridge.nanonis.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.MalformedException;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.ResponseHeader;
import org.tipwright.bridge.nanonis.client.NanonisException.Kind;

/**
 * One port of an instrument. A request waits for its answer until a deadline; what fails otherwise
 * than by a refusal closes the connection, because a late answer could be taken for that of the
 * next request. Connecting again is up to the caller, and never sends anything.
 *
 * <p>Threads may share it: one waits for the other, within its own deadline.
 */
public final class NanonisConnection implements AutoCloseable {

  private final InetSocketAddress address;
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Replaced only by whoever has the turn. */
  private volatile @Nullable DeadlineChannel channel;

  private volatile boolean ended;

  private NanonisConnection(InetSocketAddress address) {
    this.address = address;
  }

  /** Connects to a port. */
  public static NanonisConnection connect(InetSocketAddress address, Duration atMost)
      throws NanonisException {
    NanonisConnection connection = new NanonisConnection(address);
    connection.reconnect(atMost);
    return connection;
  }

  /**
   * Connects again after a failure, or at once if nothing failed. Nothing that was sent before is
   * sent again.
   */
  public void reconnect(Duration atMost) throws NanonisException {
    long deadline = System.nanoTime() + atMost.toNanos();
    take("the connection", deadline);
    try {
      close();
      channel = DeadlineChannel.connect(address, Duration.ofNanos(deadline - System.nanoTime()));
      if (ended) {
        close();
        throw new NanonisException(
            Kind.CONNECTION, false, "the connection to " + address + " was ended for good");
      }
    } catch (IOException failed) {
      throw new NanonisException(
          Kind.CONNECTION,
          false,
          "no instrument answers at " + address + ": " + failed.getMessage(),
          failed);
    } finally {
      turn.unlock();
    }
  }

  /** Whether requests can be tried. */
  public boolean open() {
    return channel != null;
  }

  /** Where it leads. */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * Sends a command and waits for its values.
   *
   * @throws NanonisException also if the instrument refused it
   */
  public Answer ask(Command command, Duration atMost) throws NanonisException {
    Reply reply = request(command, atMost);
    if (reply instanceof Reply.Values done) {
      return new Answer(command.layout(), done.values());
    }
    String why = reply instanceof Reply.Failure failure ? failure.text() : "";
    throw new NanonisException(
        Kind.REFUSED, true, "the instrument refused " + command.name() + ": " + why);
  }

  /**
   * Sends a command and waits for the reply, which may be a refusal.
   *
   * @throws NanonisException if none came in time, or none that makes sense
   */
  public Reply request(Command command, Duration atMost) throws NanonisException {
    long deadline = System.nanoTime() + atMost.toNanos();
    take(command.name(), deadline);
    try {
      DeadlineChannel socket = socket(command);
      send(socket, command, true, deadline);
      return receive(socket, command, deadline);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Sends a command and waits for the reply, which may be a refusal, to be passed on as it came. It
   * must make sense all the same.
   */
  public Reply.Verbatim exchange(Command command, Duration atMost) throws NanonisException {
    long deadline = System.nanoTime() + atMost.toNanos();
    take(command.name(), deadline);
    try {
      DeadlineChannel socket = socket(command);
      send(socket, command, true, deadline);
      return receiveBody(socket, command, deadline);
    } finally {
      turn.unlock();
    }
  }

  /** Sends a command that is not to be answered. */
  public void tell(Command command, Duration atMost) throws NanonisException {
    long deadline = System.nanoTime() + atMost.toNanos();
    take(command.name(), deadline);
    try {
      send(socket(command), command, false, deadline);
    } finally {
      turn.unlock();
    }
  }

  private void take(String forWhat, long deadline) throws NanonisException {
    try {
      if (turn.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new NanonisException(
        Kind.NO_ANSWER,
        false,
        forWhat + " was not sent to " + address + ": another command is still under way there");
  }

  private DeadlineChannel socket(Command command) throws NanonisException {
    DeadlineChannel socket = channel;
    if (socket == null) {
      throw new NanonisException(
          Kind.CONNECTION,
          false,
          command.name() + " was not sent: the connection to " + address + " is closed");
    }
    return socket;
  }

  private void send(DeadlineChannel socket, Command command, boolean answer, long deadline)
      throws NanonisException {
    boolean begun = false;
    try {
      if (socket.hasUnread()) {
        throw new MalformedException("bytes had come that nobody asked for");
      }
      begun = true;
      socket.write(command.frame(answer), deadline);
    } catch (IOException failed) {
      throw failed(command, begun, failed);
    }
  }

  private Reply receive(DeadlineChannel socket, Command command, long deadline)
      throws NanonisException {
    try {
      ResponseHeader header =
          ResponseHeader.read(socket.read(ResponseHeader.BYTES, deadline), command);
      return Reply.read(command.layout(), socket.read(header.bodyBytes(), deadline));
    } catch (IOException failed) {
      throw failed(command, true, failed);
    }
  }

  private Reply.Verbatim receiveBody(DeadlineChannel socket, Command command, long deadline)
      throws NanonisException {
    try {
      ResponseHeader header =
          ResponseHeader.read(socket.read(ResponseHeader.BYTES, deadline), command);
      byte[] body = socket.read(header.bodyBytes(), deadline);
      return new Reply.Verbatim(body, Reply.read(command.layout(), body) instanceof Reply.Failure);
    } catch (IOException failed) {
      throw failed(command, true, failed);
    }
  }

  private NanonisException failed(Command command, boolean sent, IOException cause) {
    close();
    String outcome = sent ? "; whether it was carried out is unknown, so read the state first" : "";
    if (cause instanceof SocketTimeoutException) {
      return new NanonisException(
          Kind.NO_ANSWER, sent, "no answer to " + command.name() + " in time" + outcome, cause);
    } else if (cause instanceof MalformedException) {
      return new NanonisException(
          Kind.MALFORMED,
          sent,
          "the answer to " + command.name() + " makes no sense: " + cause.getMessage() + outcome,
          cause);
    }
    return new NanonisException(
        Kind.CONNECTION,
        sent,
        "the connection to " + address + " was lost at " + command.name() + outcome,
        cause);
  }

  /** Hangs up for good: whoever still asks does not connect again, and keeps no port occupied. */
  void end() {
    ended = true;
    close();
  }

  /** Hangs up; a request under way fails at once. */
  @Override
  public void close() {
    DeadlineChannel socket = channel;
    channel = null;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException alreadyGone) {
        // Closed is closed.
      }
    }
  }
}
