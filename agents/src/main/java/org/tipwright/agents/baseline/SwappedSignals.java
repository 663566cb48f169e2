package org.tipwright.agents.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.random.RandomStream;

/**
 * A control: a policy that is shown, in place of a site's own signals, those of another site at the
 * same height. Positions and moves stay its own. One that lifts as many molecules like this did not
 * use what it measured.
 */
public final class SwappedSignals implements Policy {

  private final Policy policy;
  private final int size;
  private final int height;
  private final int[] signals;
  private final RandomStream random;

  /**
   * The control of a policy; sites change places only within one call of {@link #act}.
   *
   * @param spec of the lift's observation
   * @param seed of the exchange
   */
  public SwappedSignals(Policy policy, ObservationSpec spec, long seed) {
    this.policy = policy;
    this.size = spec.size();
    this.random = new RandomStream(seed, "swapped-signals");
    List<Integer> found = new ArrayList<>();
    int z = -1;
    for (int i = 0; i < size; i++) {
      String name = spec.components().get(i).name();
      if (name.contains("log-conductance") || name.contains("frequency-shift")) {
        found.add(i);
      } else if (name.equals("tip-z")) {
        z = i;
      }
    }
    if (z < 0) {
      throw new IllegalArgumentException("only an observation of a lift, with tip-z, has signals");
    }
    this.height = z;
    this.signals = found.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public String name() {
    return policy.name() + ", signals swapped";
  }

  @Override
  public void act(float[] observations, float[] actions, int rows) {
    float[] shown = observations.clone();
    Map<Float, List<Integer>> byHeight = new TreeMap<>();
    for (int row = 0; row < rows; row++) {
      byHeight.computeIfAbsent(observations[row * size + height], z -> new ArrayList<>()).add(row);
    }
    byHeight.values().forEach(group -> swap(group, observations, shown));
    policy.act(shown, actions, rows);
  }

  /** Every row of a group gets the signals of the next one in a random order (a single cycle). */
  private void swap(List<Integer> group, float[] from, float[] to) {
    for (int i = group.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Integer row = group.get(i);
      group.set(i, group.get(j));
      group.set(j, row);
    }
    for (int i = 0; i < group.size(); i++) {
      int row = group.get(i) * size;
      int other = group.get((i + 1) % group.size()) * size;
      for (int s : signals) {
        to[row + s] = from[other + s];
      }
    }
  }
}
