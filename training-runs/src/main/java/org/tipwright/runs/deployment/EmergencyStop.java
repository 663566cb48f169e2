package org.tipwright.runs.deployment;

import org.tipwright.bridge.client.BridgeClient;

/** What Ctrl-C does at an instrument: until this is closed, the end of the process stops it. */
public final class EmergencyStop implements AutoCloseable {

  private final Thread hook;

  private EmergencyStop(Thread hook) {
    this.hook = hook;
  }

  /** From now on the tip goes up when the process ends. */
  public static EmergencyStop of(BridgeClient client) {
    Thread hook = new Thread(client::emergencyStop, "emergency-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return new EmergencyStop(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The stop is under way.
    }
  }
}
