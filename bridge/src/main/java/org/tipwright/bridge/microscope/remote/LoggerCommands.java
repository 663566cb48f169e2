package org.tipwright.bridge.microscope.remote;

import org.tipwright.bridge.microscope.DataLogger;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.nanonis.LoggerPacket;
import org.tipwright.bridge.nanonis.LoggerState;
import org.tipwright.bridge.nanonis.server.LoggerServer;

/** The logger: its commands, and its samples on their way to the stream. */
final class LoggerCommands {

  private LoggerCommands() {}

  static void addTo(CommandTable table, Microscope microscope, LoggerServer stream) {
    microscope.tell(
        scope ->
            scope
                .logger()
                .listen(
                    (counter, oversampling, values) -> {
                      boolean unused =
                          stream.offer(
                              new LoggerPacket(oversampling, counter, LoggerState.RUNNING, values));
                    }));
    table.order("TCPLog.ChsSet", (scope, a) -> scope.logger().setChannels(a.wholes("channels")));
    table.order(
        "TCPLog.OversamplSet",
        (scope, a) -> scope.logger().setOversampling(a.whole("oversampling")));
    table.order(
        "TCPLog.Start",
        (scope, a) -> {
          stream.restart();
          scope.logger().start();
        });
    table.order("TCPLog.Stop", (scope, a) -> scope.logger().stop());
    table.ask(
        "TCPLog.StatusGet", (scope, a) -> a.reply("status", state(scope.logger(), stream).code()));
  }

  private static LoggerState state(DataLogger logger, LoggerServer stream) {
    if (!stream.connected()) {
      return LoggerState.DISCONNECTED;
    }
    if (!logger.running()) {
      return LoggerState.IDLE;
    }
    return stream.overflowed() ? LoggerState.OVERFLOW : LoggerState.RUNNING;
  }
}
