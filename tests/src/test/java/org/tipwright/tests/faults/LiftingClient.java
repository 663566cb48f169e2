package org.tipwright.tests.faults;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.instrument.TipPosition;

/** An agent: takes the lease, approaches, then goes up and down by 0.2 Å until it is overtaken. */
final class LiftingClient {

  private LiftingClient() {}

  /** Until the bridge refuses, or cannot be reached. */
  static void work(BridgeClient client) {
    try {
      client.acquireLease(false);
      client.approach();
      while (true) {
        client.moveTip(new TipPosition(0, 0, 0.2));
        client.moveTip(TipPosition.CONTACT);
      }
    } catch (BridgeException overtaken) {
      // By the fault.
    }
  }

  /** A process of its own; the only argument is the bridge's port. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (BridgeClient client =
        new BridgeClient(
            new BridgeAddress("127.0.0.1", Integer.parseInt(args[0])), "client elsewhere")) {
      out.println("at work");
      work(client);
    }
  }
}
