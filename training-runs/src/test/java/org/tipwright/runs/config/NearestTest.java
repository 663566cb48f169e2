package org.tipwright.runs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void editsAreInsertionsDeletionsAndReplacements() {
    assertThat(Nearest.edits("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.edits("", "abc")).isEqualTo(3);
    assertThat(Nearest.edits("lift", "lift")).isZero();
  }

  @Test
  void theNearestNameIsTheOneWithTheFewestEdits() {
    assertThat(Nearest.of("trian", List.of("train", "replay", "report"))).contains("train");
  }

  @Test
  void aKeyWithoutItsGroupIsNearestToTheSameKeyInAGroup() {
    assertThat(Nearest.of("gamma", List.of("dqn.gamma", "game"))).contains("dqn.gamma");
  }

  @Test
  void ofEquallyNearNamesTheFirstInTheAlphabetIsTaken() {
    assertThat(Nearest.of("cat", List.of("rat", "bat"))).contains("bat");
  }

  @Test
  void nothingIsSuggestedWhereNothingIsKnown() {
    assertThat(Nearest.suggestion("lift", List.of())).isEmpty();
  }
}
