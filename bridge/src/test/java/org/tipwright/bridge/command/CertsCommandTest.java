package org.tipwright.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.certificates.Role;
import org.tipwright.bridge.certificates.TlsFolder;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;

/** {@code bridge certs} as typed, and the verbs of a bridge that asks for what it made. */
class CertsCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private @Nullable BridgeServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private int run(String... words) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  private String made(String name) {
    return "--tls=" + folder.resolve(name);
  }

  @Test
  void makesAllThatABridgeAndItsClientsNeed() throws IOException {
    assertThat(run("certs", "--out=" + folder)).isZero();
    assertThat(out.toString())
        .contains("bridge serve --tls " + folder.resolve("bridge"))
        .contains("operator 'operator': --tls " + folder.resolve("operator"));
    BridgeServer started =
        BridgeServer.start(
            Listening.withTls("0.0.0.0", 0, TlsFolder.read(folder.resolve("bridge"))),
            new RecordingInstrument(),
            LimitProfileReader.shipped(),
            MonotonicClock.ofThisMachine(),
            event -> {});
    server = started;
    String bridge = "--bridge=grpcs://localhost:" + started.port();

    assertThat(run("arm", bridge, made("operator"), "--minutes=5")).isZero();
    assertThat(run("arm", bridge, made("agent"))).isEqualTo(1);
    assertThat(run("stop", bridge, made("observer"))).isZero();
    assertThat(run("state", bridge, made("observer"))).isZero();
    assertThat(out.toString())
        .contains("ARMED for 5.0 min")
        .contains("TRIPPED (emergency stop by 'observer')");
    assertThat(err.toString())
        .contains("refused Arm: 'agent' has the role agent, and this needs operator")
        .hasLineCount(1);
  }

  @Test
  void aHostOfOnesOwnComesWithClientsToo() throws Exception {
    assertThat(run("certs", "--out=" + folder, "--host=stm7.lab")).isZero();
    assertThat(TlsFolder.read(folder.resolve("bridge")).certificate().getSubjectAlternativeNames())
        .containsExactly(List.of(2, "stm7.lab"));
    assertThat(Role.of(TlsFolder.read(folder.resolve("agent")).certificate())).contains(Role.AGENT);
    assertThat(run("certs", "--out=" + folder)).isEqualTo(2);
    assertThat(err.toString()).contains("there is an authority in " + folder + " already");
  }

  @Test
  void makesOneMoreClientLater() throws IOException {
    assertThat(run("certs", "--out=" + folder)).isZero();
    assertThat(run("certs", "--out=" + folder, "--client=anna=operator")).isZero();
    assertThat(Role.of(TlsFolder.read(folder.resolve("anna")).certificate()))
        .contains(Role.OPERATOR);
    assertThat(run("certs", "--out=" + folder, "--client=anna=agent")).isEqualTo(1);
    assertThat(err.toString()).contains("exists already; nothing in it was changed");
  }

  @Test
  void wrongUseIsTwo() {
    assertThat(run("certs")).isEqualTo(2);
    assertThat(run("certs", "--out=" + folder, "--client=anna")).isEqualTo(2);
    assertThat(run("certs", "--out=" + folder, "--client=anna=king")).isEqualTo(2);
    assertThat(run("certs", "--out=" + folder, "--client=../anna=agent")).isEqualTo(2);
    assertThat(run("certs", "--out=" + folder, "--client=bridge=agent")).isEqualTo(2);
    assertThat(run("certs", "--out=" + folder, "--host=a b")).isEqualTo(2);
    assertThat(run("certs", "--out=" + folder, "--days=0")).isEqualTo(2);
    assertThat(run("state", "--bridge=grpcs://127.0.0.1:7451")).isEqualTo(2);
    assertThat(run("state", "--bridge=grpc://127.0.0.1:7451", made("nothing"))).isEqualTo(2);
    assertThat(run("state", "--bridge=grpcs://127.0.0.1:7451", made("nothing"))).isEqualTo(2);
    assertThat(run("serve", made("nothing"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("grpcs://127.0.0.1:7451 needs certificates: give --tls <folder>")
        .contains("--tls goes with grpcs://127.0.0.1:7451, not with grpc://127.0.0.1:7451")
        .contains("there is no readable ca.pem in " + folder.resolve("nothing"))
        .contains(
            "--client anna=king names no role; there are observer, agent, operator and"
                + " supervisor");
    assertThat(folder).isEmptyDirectory();
  }
}
