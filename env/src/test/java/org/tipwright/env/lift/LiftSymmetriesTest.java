package org.tipwright.env.lift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.Symmetry;
import org.tipwright.env.Tasks;

class LiftSymmetriesTest {

  private final LiftSettings settings = LiftSettings.from(Tasks.defaults("lift"));
  private final ObservationSpec spec = new LiftObservation(settings).spec();
  private final List<Symmetry> symmetries = LiftSymmetries.of(spec);

  /** Observing the image of a walk is the same as taking the image of what was observed. */
  @Test
  void theImageOfAnObservationIsTheObservationOfTheImage() {
    int[] walk = {0, 1, 4, 4, 2, 3, 0, 1, 1, 4};
    for (Symmetry symmetry : symmetries) {
      int[] image = new int[walk.length];
      for (int i = 0; i < walk.length; i++) {
        image[i] = symmetry.action()[walk[i]];
      }
      float[] observed = observe(walk);
      symmetry.apply(observed, 0, new float[spec.size()]);
      assertThat(normalised(observed)).containsExactly(observe(image));
    }
  }

  @Test
  void thereAreSevenAndAllDiffer() {
    assertThat(symmetries.stream().map(s -> List.of(s.action()[1], s.action()[3])).distinct())
        .hasSize(7);
  }

  private float[] observe(int[] walk) {
    LiftObservation observation = new LiftObservation(settings);
    LiftMove first = LiftMove.ALL.get(walk[1]);
    LiftMove second = LiftMove.ALL.get(walk[2]);
    observation.attempts().remember(3 * first.stepX(), 3 * first.stepY(), 2, true);
    observation.attempts().remember(2 * second.stepX(), 2 * second.stepY(), 1, false);
    observation.begin(3, 0, 1, 0);
    int x = 0;
    int y = 0;
    for (int i = 0; i < walk.length; i++) {
      LiftMove move = LiftMove.ALL.get(walk[i]);
      x += move.stepX();
      y += move.stepY();
      observation.add(move, 0.3 * x, 0.3 * y, 0.1 * (i + 1), 3 - 0.1 * i, 0.01 * i, i);
    }
    float[] observed = new float[spec.size()];
    observation.write(observed, 0);
    return normalised(observed);
  }

  /** −0 and 0 are the same place. */
  private static float[] normalised(float[] values) {
    float[] out = values.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += 0f;
    }
    return out;
  }
}
