package org.tipwright.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecTest {

  private final ActionSpec.Discrete moves = new ActionSpec.Discrete(List.of("up", "left", "right"));

  @Test
  void aChoiceIsReadFromItsIndex() {
    assertThat(moves.index(2f)).isEqualTo(2);
    assertThat(moves.index(0f)).isZero();
  }

  @ParameterizedTest
  @ValueSource(floats = {-1f, 3f, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 1e20f, -0.1f})
  void whatIsNoIndexIsRefused(float action) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> moves.index(action))
        .withMessageContaining("0 to 2 (up, left, right)");
  }

  @Test
  void equalSpecsGiveEqualTextAndOthersDoNot() {
    Component x = new Component("tip-x", "Å", -1f, 1f);
    ObservationSpec spec = new ObservationSpec(List.of(x));
    assertThat(new ObservationSpec(List.of(new Component("tip-x", "Å", -1f, 1f))).asText())
        .isEqualTo(spec.asText())
        .isEqualTo("tip-x [Å] -1.0 .. 1.0\n");
    assertThat(new ObservationSpec(List.of(new Component("tip-x", "nm", -1f, 1f))).asText())
        .isNotEqualTo(spec.asText());
    assertThat(new ActionSpec.Continuous(List.of(x)).asText()).isEqualTo(spec.asText());
    assertThat(moves.asText()).isEqualTo("one of up, left, right");
  }

  @Test
  void aComponentNeedsRoomBetweenItsBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Component("tip-x", "Å", 1f, 1f))
        .withMessageContaining("'tip-x'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Component("tip-x", "Å", Float.NaN, 1f));
  }
}
