package org.tipwright.agents.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.env.Symmetry;
import org.tipwright.env.random.RandomStream;

class TransitionBatchTest {

  /** One component that changes its sign, two actions that change places. */
  private static final Symmetry MIRROR =
      new Symmetry(new int[] {0}, new float[] {-1}, new int[] {1, 0});

  @Test
  void aTransitionIsTurnedWholeOrNotAtAll() {
    TransitionBatch batch = new TransitionBatch(1000, 1);
    for (int i = 0; i < 1000; i++) {
      batch.observations[i] = 2;
      batch.nextObservations[i] = 3;
      batch.actions[i] = 0;
    }
    batch.turn(List.of(MIRROR), new RandomStream(1, "turn"), new float[1]);
    int turned = 0;
    for (int i = 0; i < 1000; i++) {
      float sign = batch.actions[i] == 1 ? -1 : 1;
      assertThat(batch.observations[i]).isEqualTo(sign * 2);
      assertThat(batch.nextObservations[i]).isEqualTo(sign * 3);
      turned += batch.actions[i];
    }
    assertThat(turned).isBetween(430, 570);
  }
}
