package org.tipwright.tests.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tipwright.bridge.command.Main;

/** A bridge as an operator starts it; it can be killed and stopped. */
final class BridgeProcess implements BridgeHost {

  private static final Pattern LISTENS =
      Pattern.compile("^instrument 'nanonis' at grpc://127.0.0.1:(\\d+),.*");

  private final Path audit;
  private final LabProcess process;
  private final int port;
  private final String token;

  /** Starts it in a folder of its own and waits until it listens. */
  BridgeProcess(Path folder, Path settings, Path limits, int watchdogPort) throws IOException {
    this.audit = folder.resolve("audit");
    Path tokenFile = folder.resolve("token");
    this.process =
        LabProcess.start(
            Main.class,
            List.of(
                "serve",
                "--instrument=nanonis",
                "--config=" + settings,
                "--limits=" + limits,
                "--port=0",
                "--audit=" + audit,
                "--token-file=" + tokenFile,
                "--watchdog=127.0.0.1:" + watchdogPort));
    this.port = Integer.parseInt(process.await(LISTENS));
    await().atMost(Lab.PATIENCE).until(() -> Files.exists(tokenFile) && Files.size(tokenFile) > 0);
    this.token = Files.readString(tokenFile).strip();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String token() {
    return token;
  }

  @Override
  public Path audit() {
    return audit;
  }

  /** Its clock is not that of this process everywhere. */
  @Override
  public OptionalLong trippedSince(long nanos) {
    return OptionalLong.empty();
  }

  @Override
  public boolean alive() {
    return process.alive();
  }

  /** Lets it stand still, as a debugger or a machine that swaps would; POSIX only. */
  void stop() {
    process.signal("STOP");
  }

  /** Lets it go on. */
  void goOn() {
    process.signal("CONT");
  }

  /** {@code kill -9}. */
  @Override
  public void close() {
    process.close();
  }
}
