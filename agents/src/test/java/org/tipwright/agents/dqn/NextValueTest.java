package org.tipwright.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tipwright.env.ActionMask;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/** Two networks whose only head is its biases, so that their values are plain to see. */
class NextValueTest {

  private static final Offset<Float> CLOSE = within(1e-5f);
  private static final ObservationSpec SEEN =
      new ObservationSpec(List.of(new Component("x", "1", 0, 1)));
  private static final ActionSpec.Discrete THREE = new ActionSpec.Discrete(List.of("a", "b", "c"));
  private static final float[] ONLINE = {0.3f, 0.9f, 0.1f};
  private static final float[] TARGET = {0.5f, 0.2f, -0.4f};

  @Test
  void withoutDoubleTheTargetNetworkPicksToo() {
    assertThat(value("double = false", ActionMask.NONE)).isEqualTo(0.5f, CLOSE);
  }

  @Test
  void withDoubleTheOnlineNetworkPicks() {
    assertThat(value("double = true", ActionMask.NONE)).isEqualTo(0.2f, CLOSE);
  }

  @Test
  void underAvoidanceTheWorstWeighsMost() {
    double[] weights = {Math.exp(-5), Math.exp(-2), Math.exp(4)};
    double mean =
        (0.5 * weights[0] + 0.2 * weights[1] - 0.4 * weights[2])
            / (weights[0] + weights[1] + weights[2]);
    assertThat(value("avoidance-temperature = -0.1", ActionMask.NONE))
        .isEqualTo((float) mean, CLOSE);
    assertThat(mean).isBetween(-0.4, -0.39);
  }

  @Test
  void whatIsForbiddenHasNoPartInIt() {
    ActionMask notA = (observations, offset, action) -> action != 0;
    ActionMask notC = (observations, offset, action) -> action != 2;
    assertThat(value("double = false", notA)).isEqualTo(0.2f, CLOSE);
    assertThat(value("double = true", (o, at, action) -> action != 1)).isEqualTo(0.5f, CLOSE);
    assertThat(value("avoidance-temperature = -0.1", notC)).isBetween(0.2f, 0.23f);
  }

  private static float value(String setting, ActionMask mask) {
    DqnSettings settings =
        DqnSettings.from(
            ConfigFactory.parseString("hidden = [1], batch = 1, dueling = false, " + setting)
                .withFallback(DqnSettings.defaults()));
    NextValue next =
        new NextValue(settings, mask, network(settings, ONLINE), network(settings, TARGET), 1);
    next.compute(new float[] {0.7f});
    return next.of(0);
  }

  private static QNetwork network(DqnSettings settings, float[] values) {
    QNetwork network = QNetwork.create(SEEN, THREE, settings, 1);
    float[] parameters = new float[network.parameters().length];
    System.arraycopy(values, 0, parameters, parameters.length - 3, 3);
    network.setParameters(parameters);
    return network;
  }
}
