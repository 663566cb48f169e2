package org.tipwright.bridge.nanonis.server;

import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;

/** Remembers what it was told, answers a few commands, and waits where a wait is documented. */
final class PretendMicroscope implements CommandHandler {

  final List<String> events = new CopyOnWriteArrayList<>();
  final CountDownLatch endOfScan = new CountDownLatch(1);
  final CountDownLatch waiting = new CountDownLatch(1);
  private volatile double x = 5e-9;
  private volatile double y = -5e-9;

  @Override
  public Reply handle(Command command, int port) throws Exception {
    events.add(port + " " + command);
    switch (command.name()) {
      case "FolMe.XYPosSet" -> {
        x = command.real("x");
        y = command.real("y");
        return Reply.of();
      }
      case "FolMe.XYPosGet" -> {
        return Reply.of(x, y);
      }
      case "Scan.WaitEndOfScan" -> {
        waiting.countDown();
        endOfScan.await();
        return Reply.of(0, "a.sxm");
      }
      case "Scan.StatusGet" -> throw new IllegalStateException("no scan module");
      case "Bias.Get" -> {
        return Reply.of("not a number");
      }
      case "Signals.NamesGet" -> {
        return Reply.of(List.of("Current (A)", "Z (m)"));
      }
      case "Motor.PosGet" -> {
        return Reply.of(0.0, 0.0, command.whole("group") + 1e-3);
      }
      case "Scan.FrameDataGrab" -> {
        return Reply.failure("the channel is not in the buffer");
      }
      default -> {
        return Reply.of();
      }
    }
  }

  @Override
  public void connected(int port, SocketAddress from) {
    events.add(port + " connected");
  }

  @Override
  public void disconnected(int port) {
    events.add(port + " disconnected");
  }

  @Override
  public void refused(int port, String name, String why) {
    events.add(port + " refused " + name);
  }
}
