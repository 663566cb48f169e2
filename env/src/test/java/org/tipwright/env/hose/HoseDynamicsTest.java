package org.tipwright.env.hose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tipwright.env.KnownDynamics;
import org.tipwright.env.random.RandomStream;

class HoseDynamicsTest {

  private static final KnownDynamics KNOWN = HoseDynamics.INSTANCE;

  @Test
  void movesLeadToTheVeryNumbersThatTheTaskShows() {
    HoseTask task = new HoseTask(PublishedPath.path());
    RandomStream random = new RandomStream(1, "moves");
    task.seed(1);
    float[] seen = new float[3];
    for (int episode = 0; episode < 50; episode++) {
      task.reset(seen, 0);
      float[] foretold = seen.clone();
      boolean last = false;
      while (!last) {
        int move = random.nextInt(5);
        last = task.step(new float[] {move}, 0, seen, 0).isLast();
        assertThat(KNOWN.move(foretold, 0, move)).isTrue();
        assertThat(foretold).isEqualTo(seen);
      }
    }
  }

  @Test
  void everyMoveIsUndoneByItsReverse() {
    float[] at = {0.6f, -2.7f, 3.1f};
    for (int move = 0; move < 5; move++) {
      float[] there = at.clone();
      KNOWN.move(there, 0, move);
      assertThat(KNOWN.place(there, 0)).isNotEqualTo(KNOWN.place(at, 0));
      KNOWN.move(there, 0, move + 5);
      assertThat(there).isEqualTo(at);
      assertThat(KNOWN.place(there, 0)).isEqualTo(KNOWN.place(at, 0));
    }
  }

  @Test
  void nothingLeadsBelowContactOrBeyondSuccess() {
    assertThat(KNOWN.move(new float[3], 0, 5)).isFalse();
    float[] nearlyOut = {0, 0, 13.9f};
    assertThat(KNOWN.reward(nearlyOut, 0)).isEqualTo(0.01f);
    assertThat(KNOWN.move(nearlyOut, 0, 0)).isTrue();
    assertThat(KNOWN.succeeds(nearlyOut, 0)).isTrue();
    assertThat(KNOWN.reward(nearlyOut, 0)).isEqualTo(1.01f);
    assertThat(KNOWN.move(nearlyOut, 0, 0)).isFalse();
  }
}
