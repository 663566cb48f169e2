package org.tipwright.agents.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tipwright.agents.benchmark.StraightLineSearch.StraightLine;

class StraightLineSearchTest {

  @Test
  void theLineThatPlaysIsTheOneThatTheSearchFinds() {
    assertThat(new StraightLineSearch().search()).isEqualTo(StraightLine.BEST);
  }
}
