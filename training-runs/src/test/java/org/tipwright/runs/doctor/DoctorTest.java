package org.tipwright.runs.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {

  @TempDir private Path folder;

  @Test
  void aMachineThatBuildsTheProjectIsFitAndNothingIsLeftBehind() throws IOException {
    assertThat(new Doctor(folder.resolve("runs")).examine())
        .extracting(Finding::what)
        .containsExactly(
            "Java", "memory", "processors", "ND4J", "OpenBLAS", "ports", "write access", "disk");
    try (var left = Files.list(folder.resolve("runs"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsToBeMended() throws IOException {
    Path file = Files.writeString(folder.resolve("runs"), "a file in the place of the folder");

    assertThat(new Doctor(file).examine())
        .filteredOn(finding -> finding.what().equals("write access"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.ok()).isFalse())
        .satisfies(finding -> assertThat(finding.text()).startsWith("cannot write to " + file));
  }

  @Test
  void oldJavaSmallHeapAndFullDiskAreToBeMended() {
    assertThat(Doctor.java(11, "Debian").text())
        .isEqualTo("version 11 is too old; install a JDK 17 or newer");
    assertThat(Doctor.memory(256L << 20).text())
        .isEqualTo("only 256 MiB for the heap; set TIPWRIGHT_JAVA_OPTS=-Xmx2g");
    assertThat(Doctor.disk(512L << 20).text())
        .isEqualTo("only 0.5 GiB free; delete runs that are no longer needed");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux-x86_64",
    "Linux,aarch64,linux-arm64",
    "Mac OS X,aarch64,macosx-arm64",
    "Windows 11,amd64,windows-x86_64"
  })
  void platformsHaveTheNamesOfJavaCpp(String system, String architecture, String platform) {
    assertThat(Natives.platform(system, architecture)).isEqualTo(platform);
  }

  @Test
  void aMissingNativeLibraryIsToBeMended() {
    assertThat(new Natives(new ClassLoader(null) {}).find()).noneMatch(Finding::ok);
  }
}
