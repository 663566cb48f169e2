package org.tipwright.tests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip of the bridge, as {@code mvn package} leaves it in {@code bridge/target}. */
class BridgeZipTest {

  private static final Pattern ADDRESS = Pattern.compile("grpc://127\\.0\\.0\\.1:\\d+");
  private static final long SECONDS = 120;

  @TempDir private Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(zip()))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        Path to = folder.resolve(entry.getName()).normalize();
        assertThat(to.startsWith(folder)).as(entry.getName()).isTrue();
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(zip, to);
        }
      }
    }
    try (Stream<Path> top = Files.list(folder)) {
      home = top.findFirst().orElseThrow();
    }
  }

  private static Path zip() throws IOException {
    Path target = Path.of("..", "bridge", "target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches("tipwright-bridge-.*\\.zip"))
          .findFirst()
          .orElseThrow(() -> new IOException("no zip in " + target + "; mvn package makes it"));
    }
  }

  private Process start(String... words) {
    List<String> command = new ArrayList<>(List.of("sh", home.resolve("tipwright").toString()));
    command.addAll(List.of(words));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String said(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  /** Where it says that it serves; what it says before that does not matter here. */
  private static String address(BufferedReader out) throws IOException {
    StringBuilder said = new StringBuilder();
    String line;
    while ((line = out.readLine()) != null) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return address.group();
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("the bridge ended without an address: " + said);
  }

  @Test
  void holdsScriptsForBothSystemsSettingsAndWhatToReadFirst() {
    for (String file :
        List.of(
            "tipwright",
            "tipwright.cmd",
            "LICENSE",
            "docs/operating.md",
            "docs/safety.md",
            "settings/safety/lowtemp.conf",
            "settings/nanonis/driver/nanonis.conf",
            "settings/microscope/microscope.conf")) {
      assertThat(home.resolve(file)).isRegularFile();
    }
    assertThat(home.resolve("lib"))
        .isDirectoryNotContaining("glob:**nd4j*")
        .isDirectoryContaining("glob:**tipwright-physics*.jar");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void servesWithItsOwnSettingsAndIsSeenFromOutside() throws Exception {
    assertThat(said("bridge", "--help")).contains("serve", "console", "audit");
    Process server =
        start(
            "bridge",
            "serve",
            "--port=0",
            "--limits=" + home.resolve("settings/safety/lowtemp.conf"),
            "--audit=" + folder.resolve("audit"),
            "--token-file=" + folder.resolve("token"));
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said("bridge", "state", "--bridge=" + address(out))).contains("READ_ONLY");
    } finally {
      server.destroy();
      assertThat(server.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(said("bridge", "audit", "verify", folder.resolve("audit").toString()))
        .contains("as they were written");
  }
}
