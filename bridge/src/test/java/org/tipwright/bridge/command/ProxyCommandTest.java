package org.tipwright.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bridge proxy} as typed; what it does is tested beside the proxy. */
class ProxyCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void listeningBeyondThisMachineMustBeMeant() {
    assertThat(run("proxy", "--listen=0.0.0.0")).isEqualTo(2);
    assertThat(err.toString())
        .contains("whoever reaches the ports could move the tip; --anybody-may-command")
        .hasLineCount(1);
  }

  @Test
  void aPhaseThatThereIsNotIsRefused() {
    assertThat(run("proxy", "--dry-run=lifting")).isEqualTo(2);
    assertThat(err.toString()).contains("--dry-run is one of scan, approach, lift").hasLineCount(1);
    assertThat(run("arm", "--phase=lifting")).isEqualTo(2);
    assertThat(err.toString()).contains("--phase is one of scan, approach, lift");
  }

  @Test
  void anUnknownSettingIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("own.conf"), "hots = \"stm7\"\n");
    assertThat(run("proxy", "--config=" + file)).isEqualTo(2);
    assertThat(err.toString()).contains("hots").hasLineCount(1);
  }

  @Test
  void anInstrumentThatDoesNotAnswerIsOneSentence() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unused = socket.getLocalPort();
    }
    String ports = "ports = [" + unused + "," + unused + "," + unused + "," + unused + "]\n";
    Path file = Files.writeString(folder.resolve("own.conf"), ports);
    assertThat(run("proxy", "--config=" + file, "--without-watchdog", "--port=0")).isEqualTo(1);
    assertThat(err.toString()).contains("no instrument answers at").hasLineCount(1);
  }
}
