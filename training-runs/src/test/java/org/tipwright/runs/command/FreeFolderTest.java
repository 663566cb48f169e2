package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeFolderTest {

  @Test
  void whatIsThereIsLeftAlone(@TempDir Path folder) throws Exception {
    Path usual = folder.resolve("lift-seed1");
    assertThat(FreeFolder.like(usual)).isEqualTo(usual);
    Files.createDirectory(usual);
    Files.createDirectory(folder.resolve("lift-seed1-2"));
    assertThat(FreeFolder.like(usual)).isEqualTo(folder.resolve("lift-seed1-3"));
  }
}
