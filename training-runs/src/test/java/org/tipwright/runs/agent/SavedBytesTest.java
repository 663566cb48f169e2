package org.tipwright.runs.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SavedBytesTest {

  @Test
  void keepsWhatIsWrittenAndNoMore() {
    byte[] kept =
        SavedBytes.of(
            stream -> {
              stream.write(1);
              stream.write(new byte[] {9, 2, 3, 9}, 1, 2);
              stream.write(new byte[] {4});
            });

    assertThat(kept).containsExactly(1, 2, 3, 4);
  }
}
