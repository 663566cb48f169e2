package org.tipwright.bridge.nanonis.server;

import java.net.SocketAddress;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;

/**
 * Carries out commands. The commands of one port come one after the other, those of different ports
 * at the same time.
 */
@FunctionalInterface
public interface CommandHandler {

  /**
   * Carries out a command. It may block as long as the protocol allows; its port waits, the others
   * do not.
   *
   * @param port position of the port in the server's settings, from 0
   * @throws InterruptedException when the server is closed meanwhile
   * @throws Exception anything else is answered as a failure with its message
   */
  Reply handle(Command command, int port) throws Exception;

  /**
   * A client has connected and is served from now on.
   *
   * @param from its address
   */
  default void connected(int port, SocketAddress from) {}

  /**
   * The client of a port has hung up or cannot be reached. Called at once, also while one of its
   * commands is still carried out; commands that it had sent before still follow.
   */
  default void disconnected(int port) {}

  /**
   * A client sent something that is no command: it was answered with an error and reaches {@link
   * #handle} in no form.
   *
   * @param name as it stood in the header
   * @param why one sentence
   */
  default void refused(int port, String name, String why) {}
}
