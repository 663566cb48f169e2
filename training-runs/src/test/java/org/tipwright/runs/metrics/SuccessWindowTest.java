package org.tipwright.runs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuccessWindowTest {

  @Test
  void onlyTheLastOutcomesCount() {
    SuccessWindow window = new SuccessWindow(4, "1100");
    assertThat(window.rate()).isEqualTo(0.5);
    window.add(false);
    assertThat(window.rate()).isEqualTo(0.25);
    assertThat(window.save()).isEqualTo("1000");
  }

  @Test
  void aRestoredWindowGoesOnAlike() {
    SuccessWindow window = new SuccessWindow(3, "");
    assertThat(window.rate()).isNaN();
    window.add(true);
    window.add(false);
    SuccessWindow restored = new SuccessWindow(3, window.save());
    restored.add(true);
    restored.add(true);
    assertThat(restored.save()).isEqualTo("011");
    assertThat(restored.rate()).isEqualTo(2.0 / 3);
  }
}
