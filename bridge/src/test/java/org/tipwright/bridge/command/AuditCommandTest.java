package org.tipwright.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;

/** {@code bridge audit} as typed, on the log of a bridge in this process. */
class AuditCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private BridgeServer server;
  private Path log;

  @BeforeEach
  void start() throws IOException {
    log = folder.resolve("log");
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            new RecordingInstrument(),
            LimitProfileReader.shipped(),
            MonotonicClock.ofThisMachine(),
            event -> {},
            Optional.of(log));
    Path token = folder.resolve("operator.token");
    server.operatorToken().write(token);
    assertThat(run("arm", bridge(), "--token-file=" + token, "--minutes=5")).isZero();
    assertThat(run("stop", bridge())).isZero();
    out.getBuffer().setLength(0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int run(String... words) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  private String bridge() {
    return "--bridge=grpc://127.0.0.1:" + server.port();
  }

  @Test
  void showsARunningBridgesLogOneRecordALine() {
    assertThat(run("audit", "show", bridge(), "--kind=state,tripped")).isZero();
    assertThat(out.toString().lines().toList())
        .satisfiesExactly(
            armed ->
                assertThat(armed)
                    .contains("STATE -> ARMED  armed by '")
                    .endsWith("[loopback, operator]"),
            tripped -> assertThat(tripped).contains("TRIPPED -> TRIPPED  emergency stop by '"));
  }

  @Test
  void showsFramesAsTextAndNothingBeforeATime() {
    server.close();
    assertThat(run("audit", "show", log.toString(), "--kind=frame", "--since=PT1H")).isZero();
    assertThat(out.toString())
        .contains("> Operator/Arm (1)  {duration_s: 300.0")
        .contains("< Operator/Arm (1)  {state: ARMED")
        .contains("> Instrument/EmergencyStop (2)");
    out.getBuffer().setLength(0);
    assertThat(run("audit", "show", log.toString(), "--since=2100-01-01T00:00:00Z")).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void verifiesAndNamesTheFirstRecordThatWasChanged() throws IOException {
    server.close();
    assertThat(run("audit", "verify", log.toString())).isZero();
    assertThat(out.toString()).contains("in 1 file are as they were written").contains("head ");
    String head = out.toString().lines().filter(l -> l.startsWith("head ")).findFirst().orElse("");
    String noted = head.substring(5, head.indexOf(';'));
    assertThat(run("audit", "verify", log.toString(), "--head=" + noted)).isZero();

    Path file = log.resolve("audit-00000001.log");
    byte[] changed = Files.readAllBytes(file);
    changed[changed.length / 2] ^= 4;
    Files.write(file, changed);
    assertThat(run("audit", "verify", log.toString())).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("bridge: " + file + ", byte ")
        .contains(", record ")
        .hasLineCount(1);
  }

  @Test
  void saysThatALogIsStillWritten() {
    assertThat(run("audit", "verify", log.toString())).isZero();
    assertThat(out.toString()).contains("its bridge is running, or was killed");
  }

  @Test
  void wrongUseIsTwo() {
    assertThat(run("audit")).isEqualTo(2);
    assertThat(run("audit", "verify", folder.resolve("nothing").toString())).isEqualTo(2);
    assertThat(run("audit", "verify", folder.toString())).isEqualTo(2);
    assertThat(run("audit", "verify", log.toString(), "--head=12")).isEqualTo(2);
    assertThat(run("audit", "show", log.toString(), "--kind=nonsense")).isEqualTo(2);
    assertThat(run("audit", "show", log.toString(), "--since=yesterday")).isEqualTo(2);
    assertThat(err.toString())
        .contains("'audit' needs a verb, one of verify, show")
        .contains("there is no audit log in " + folder)
        .contains("'12' is not the head of an audit log; it is written number:hash")
        .contains("there is no kind of record 'nonsense'")
        .contains("--since yesterday is no time");
  }
}
