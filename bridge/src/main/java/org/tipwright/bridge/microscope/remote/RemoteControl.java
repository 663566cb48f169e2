package org.tipwright.bridge.microscope.remote;

import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.server.CommandHandler;
import org.tipwright.bridge.nanonis.server.LoggerServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;

/** Carries out the commands of the Nanonis protocol on a simulated microscope. */
public final class RemoteControl implements CommandHandler {

  private final Microscope microscope;
  private final CommandTable table = new CommandTable();

  /** Which ports' clients have hung up, 1 or 0: what they wait for is given up. */
  private final AtomicIntegerArray hungUp =
      new AtomicIntegerArray(ServerSettings.USUAL_PORTS.size());

  /**
   * A remote control.
   *
   * @param stream where the logger's samples go
   * @param release of the real-time engine that is told
   */
  public RemoteControl(Microscope microscope, LoggerServer stream, int release) {
    this.microscope = microscope;
    BiasCommands.addTo(table);
    HeightCommands.addTo(table);
    SafetyCommands.addTo(table);
    FollowMeCommands.addTo(table);
    ScanCommands.addTo(table);
    PiezoCommands.addTo(table);
    SignalCommands.addTo(table, release);
    SpectroscopyCommands.addTo(table);
    BiasSweepCommands.addTo(table);
    TipCommands.addTo(table);
    SensorCommands.addTo(table);
    TrackingCommands.addTo(table);
    LoggerCommands.addTo(table, microscope, stream);
  }

  /** The commands that can be carried out. */
  public Set<String> commands() {
    return table.names();
  }

  @Override
  public Reply handle(Command command, int port) throws InterruptedException {
    CommandTable.Action action = table.find(command.name());
    if (action == null) {
      return Reply.failure("the simulated microscope has no " + command.name());
    }
    Caller caller = new Caller(microscope, () -> hungUp.get(port) != 0);
    try {
      return action.carryOut(new Arguments(command), caller);
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return Reply.failure(command.name() + ": " + refused.getMessage());
    }
  }

  @Override
  public void connected(int port, SocketAddress from) {
    hungUp.set(port, 0);
  }

  @Override
  public void disconnected(int port) {
    hungUp.set(port, 1);
  }
}
