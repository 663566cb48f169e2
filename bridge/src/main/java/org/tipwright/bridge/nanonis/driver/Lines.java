package org.tipwright.bridge.nanonis.driver;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.client.NanonisClient;
import org.tipwright.bridge.nanonis.client.NanonisException;
import org.tipwright.bridge.nanonis.client.Role;

/**
 * The driver's connections. After a command that may or may not have been carried out, none is sent
 * on the line of commands until the tip was seen withdrawn: nobody knows where it stands.
 */
public final class Lines {

  /** One answer may be late on a busy machine; two in a row are not by chance. */
  private static final int FAILURES_OF_A_DEAD_LINE = 2;

  private static final long TRY_AGAIN_NANOS = 1_000_000_000L;

  private final NanonisClient client;
  private final Duration reply;
  private final Duration emergencyReply;

  /** How often in a row the emergency line has failed where another answered, and when last. */
  private final AtomicInteger emergencyFailures = new AtomicInteger();

  private volatile long emergencyFailedAt;

  /** Why the tip's place is not known; empty if it is. */
  private volatile String inDoubt = "";

  Lines(NanonisClient client, DriverSettings settings) {
    this.client = client;
    this.reply = settings.reply();
    this.emergencyReply = settings.emergencyReply();
  }

  /** The connections themselves. */
  public NanonisClient client() {
    return client;
  }

  /** A command or motion, in turn. */
  Answer command(String name, Object... arguments) throws InstrumentException {
    if (!inDoubt.isEmpty()) {
      throw new InstrumentException(
          name + " was not sent: " + inDoubt + "; withdraw the tip first");
    }
    try {
      return client.ask(Role.COMMANDS, reply, name, arguments);
    } catch (NanonisException failed) {
      if (failed.kind() != NanonisException.Kind.REFUSED) {
        inDoubt = String.valueOf(failed.getMessage());
      }
      throw told(failed);
    }
  }

  /** Whether a command may or may not have been carried out, so that none is sent any more. */
  public boolean inDoubt() {
    return !inDoubt.isEmpty();
  }

  /** Begins anew with a tip that was seen withdrawn just now. Nothing is sent again. */
  public void resume() throws InstrumentException {
    if (!inDoubt.isEmpty()) {
      reopen(Role.COMMANDS, reply);
      inDoubt = "";
    }
  }

  /** A reading, also while a command is under way. */
  public Answer read(String name, Object... arguments) throws InstrumentException {
    return ask(Role.MONITOR, reply, name, arguments);
  }

  /**
   * Stop, withdraw, and what shows that the tip is up: over the emergency line, or over the
   * monitor's if that is dead. One that was found dead a moment ago is not waited for again.
   */
  Answer emergency(String name, Object... arguments) throws InstrumentException {
    if (emergencyTrouble().isPresent()) {
      try {
        return ask(Role.MONITOR, emergencyReply, name, arguments);
      } catch (InstrumentException deadToo) {
        return ask(Role.SUPERVISOR_EMERGENCY, emergencyReply, name, arguments);
      }
    }
    try {
      Answer answer = ask(Role.SUPERVISOR_EMERGENCY, emergencyReply, name, arguments);
      emergencyFailures.set(0);
      return answer;
    } catch (InstrumentException dead) {
      Answer answer = ask(Role.MONITOR, emergencyReply, name, arguments);
      emergencyFailedAt = System.nanoTime();
      emergencyFailures.incrementAndGet();
      return answer;
    }
  }

  /** Why a withdrawal has to take another way, if the emergency line has just failed twice. */
  Optional<String> emergencyTrouble() {
    return emergencyFailures.get() >= FAILURES_OF_A_DEAD_LINE
            && System.nanoTime() - emergencyFailedAt < TRY_AGAIN_NANOS
        ? Optional.of(
            "the line for emergencies at "
                + client.connection(Role.SUPERVISOR_EMERGENCY).address()
                + " does not answer, though others do")
        : Optional.empty();
  }

  /** The same over the watchdog's only line. */
  Answer watchdog(String name, Object... arguments) throws InstrumentException {
    return ask(Role.WATCHDOG_EMERGENCY, emergencyReply, name, arguments);
  }

  // What is passed on for others.

  /**
   * Sends a command of somebody else in turn, once; the answer as it came, or why it was certainly
   * not sent.
   */
  public Reply pass(Command command) throws InstrumentException {
    trusted(command);
    try {
      return client.connection(Role.COMMANDS).exchange(command, reply);
    } catch (NanonisException failed) {
      if (!failed.mayHaveBeenCarriedOut() && client.connection(Role.COMMANDS).open()) {
        return Reply.failure(String.valueOf(failed.getMessage()));
      }
      inDoubt = String.valueOf(failed.getMessage());
      throw told(failed);
    }
  }

  /**
   * Passes a reading on that takes long, on the line of commands.
   *
   * @param longer than other replies take
   */
  public Reply.Verbatim passLong(Command command, Duration longer) throws InstrumentException {
    trusted(command);
    return exchange(Role.COMMANDS, command, reply.plus(longer));
  }

  private void trusted(Command command) throws InstrumentException {
    if (!inDoubt.isEmpty()) {
      throw new InstrumentException(
          command.name() + " was not sent: " + inDoubt + "; withdraw the tip first");
    }
    reopen(Role.COMMANDS, reply);
  }

  /** Passes a reading on; a line that is dead is opened again first. */
  public Reply.Verbatim passReading(Command command) throws InstrumentException {
    return exchange(Role.MONITOR, command, reply);
  }

  /** Passes a stop on: over the emergency line, or over the monitor's if that is dead. */
  public Reply.Verbatim passStop(Command command) throws InstrumentException {
    try {
      return exchange(Role.SUPERVISOR_EMERGENCY, command, emergencyReply);
    } catch (InstrumentException dead) {
      return exchange(Role.MONITOR, command, emergencyReply);
    }
  }

  private Reply.Verbatim exchange(Role role, Command command, Duration atMost)
      throws InstrumentException {
    reopen(role, atMost);
    try {
      return client.connection(role).exchange(command, atMost);
    } catch (NanonisException failed) {
      throw told(failed);
    }
  }

  private Answer ask(Role role, Duration atMost, String name, Object... arguments)
      throws InstrumentException {
    reopen(role, atMost);
    try {
      return client.ask(role, atMost, name, arguments);
    } catch (NanonisException failed) {
      if (failed.kind() != NanonisException.Kind.CONNECTION || failed.mayHaveBeenCarriedOut()) {
        throw told(failed);
      }
    }
    return askAnew(role, atMost, name, arguments);
  }

  /** For what found the line dead and so was never sent. */
  private Answer askAnew(Role role, Duration atMost, String name, Object... arguments)
      throws InstrumentException {
    reopen(role, atMost);
    try {
      return client.ask(role, atMost, name, arguments);
    } catch (NanonisException failed) {
      throw told(failed);
    }
  }

  private void reopen(Role role, Duration atMost) throws InstrumentException {
    if (!client.connection(role).open()) {
      try {
        client.connection(role).reconnect(atMost);
      } catch (NanonisException failed) {
        throw told(failed);
      }
    }
  }

  private static InstrumentException told(NanonisException failed) {
    return new InstrumentException(String.valueOf(failed.getMessage()), failed);
  }
}
