package org.tipwright.bridge.server;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;

/**
 * How long a small step takes from the client through gRPC and the supervisor to an instrument in
 * the bridge's process and back, without the audit log and with it, in turns. For a quiet machine:
 *
 * <pre>java -cp ... org.tipwright.bridge.server.CommandLatency 3000</pre>
 */
public final class CommandLatency {

  private static final int TURNS = 3;

  private CommandLatency() {}

  /** Measures, and prints a line for each turn. */
  public static void main(String[] arguments) throws Exception {
    int commands = arguments.length == 0 ? 3000 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("audit-latency");
    measure(commands, Optional.empty());
    for (int turn = 0; turn < TURNS; turn++) {
      print(System.out, "without the log", measure(commands, Optional.empty()));
      print(System.out, "with the log   ", measure(commands, Optional.of(folder)));
    }
  }

  private static void print(PrintStream out, String what, long[] sorted) {
    out.printf(
        Locale.ROOT,
        "%s  p50 %.3f ms  p99 %.3f ms  largest %.3f ms  of %d%n",
        what,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6,
        sorted.length);
  }

  private static long[] measure(int commands, Optional<Path> audit) throws Exception {
    RecordingInstrument instrument = new RecordingInstrument();
    long[] took = new long[commands];
    try (BridgeServer server =
            BridgeServer.start(
                Listening.plain("127.0.0.1", 0),
                instrument,
                LimitProfileReader.shipped(),
                MonotonicClock.ofThisMachine(),
                event -> {},
                audit);
        BridgeClient client =
            new BridgeClient(new BridgeAddress("127.0.0.1", server.port()), "latency")) {
      server.supervisor().arm("operator", 3600);
      client.acquireLease(false);
      client.approach();
      for (int i = 0; i < commands; i++) {
        if (i % 100 == 0) {
          instrument.done.clear();
        }
        Thread.sleep(3); // Longer than the client's own pace, which is not to be measured.
        TipPosition target = new TipPosition(0, 0, i % 2 == 0 ? 0.1 : 0.2);
        long begin = System.nanoTime();
        client.moveTip(target);
        took[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(took);
    return took;
  }
}
