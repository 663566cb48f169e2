package org.tipwright.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyBoardTest {

  private final KeyBoard keys = new KeyBoard(new Arming("scan", 10));

  @Test
  void nothingIsDoneBeforeItIsConfirmed() {
    assertThat(keys.press('a', 0)).isEmpty();
    assertThat(keys.question(0)).contains("Arm for phase scan, 10 min? y to confirm");
    assertThat(keys.press('y', 1)).contains(Request.ARM);
    assertThat(keys.question(1)).isEmpty();
    assertThat(keys.press('y', 2)).isEmpty();
  }

  @Test
  void anyOtherKeyRefuses() {
    keys.press('r', 0);
    assertThat(keys.press('a', 1)).isEmpty();
    assertThat(keys.press('y', 2)).isEmpty();
  }

  @Test
  void twoStrokesOfOneKeyStopWhateverWasAskedBefore() {
    keys.press('a', 0);
    assertThat(keys.press('S', 1)).isEmpty();
    assertThat(keys.press('s', 2)).contains(Request.STOP);
  }

  @Test
  void aQuestionThatWasLeftOpenNoLongerCounts() {
    keys.press('a', 0);
    assertThat(keys.question(KeyBoard.OPEN_NANOS)).isEmpty();
    assertThat(keys.press('y', KeyBoard.OPEN_NANOS)).isEmpty();
  }
}
