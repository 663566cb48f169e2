package org.tipwright.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.agents.network.DenseGraph;
import org.tipwright.agents.network.DuelingHeads;
import org.tipwright.agents.network.HiddenActivation;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.random.RandomStream;

class PolicyFileTest {

  private static final ModelCard CARD =
      new ModelCard(
          "lift",
          "lift",
          -42L,
          new ObservationSpec(
              List.of(
                  new Component("tip-x", "Å", -45.1f, 45.1f),
                  new Component("current", "1", Float.NEGATIVE_INFINITY, 3f))),
          new ActionSpec.Discrete(List.of("up", "left", "right")),
          true,
          ConfigFactory.parseString("dqn.hidden = [4, 6], seed = 3"),
          ConfigFactory.parseString("success_rate = 0.75"));

  @TempDir Path folder;

  @Test
  void aSavedPolicyComesBackWithItsCardAndActsTheSame() throws IOException {
    TrainedPolicy policy = policy();
    PolicyFile.save(folder.resolve("policy.zip"), policy);

    TrainedPolicy loaded = PolicyFile.load(folder.resolve("policy.zip"));

    assertThat(loaded.card()).isEqualTo(CARD);
    assertThat(loaded.shape()).isEqualTo(policy.shape());
    assertThat(loaded.parameters()).isEqualTo(policy.parameters());
    float[] observations = {1f, 2f, -30f, 0f, 40f, -5f};
    float[] expected = new float[3];
    float[] actual = new float[3];
    policy.act(observations, expected, 3);
    loaded.act(observations, actual, 3);
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void equalPoliciesAreEqualFiles() throws IOException {
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.zip");
    PolicyFile.save(one, policy());
    PolicyFile.save(two, policy());
    assertThat(Files.mismatch(one, two)).isEqualTo(-1L);
  }

  @Test
  void dl4jReadsTheFileItself() throws IOException {
    Path path = folder.resolve("policy.zip");
    PolicyFile.save(path, policy());
    var network = ModelSerializer.restoreComputationGraph(path.toFile());
    assertThat(DenseGraph.parameters(network)).isEqualTo(policy().parameters());
  }

  @Test
  void somethingElseIsRefused() throws IOException {
    Path path = Files.writeString(folder.resolve("notes.txt"), "not a zip");
    assertThatThrownBy(() -> PolicyFile.load(path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notes.txt' is not a policy file");
  }

  @Test
  void theFirstDifferenceOfASpecIsNamed() {
    ObservationSpec other =
        new ObservationSpec(
            List.of(
                new Component("tip-x", "Å", -45.1f, 45.1f),
                new Component("frequency-shift", "Hz", -50f, 50f)));
    assertThatThrownBy(() -> policy().check(other, CARD.actionSpec()))
        .isInstanceOf(SpecMismatch.class)
        .hasMessageContaining(
            "number 2: 'current' [1] from -Infinity to 3.0 against 'frequency-shift' [Hz]");
    assertThatThrownBy(
            () ->
                policy()
                    .check(CARD.observationSpec(), new ActionSpec.Discrete(List.of("up", "down"))))
        .hasMessageContaining("chooses one of up, left, right but");
    policy().check(CARD.observationSpec(), CARD.actionSpec());
  }

  private static TrainedPolicy policy() {
    NetworkShape shape = DuelingHeads.shape(2, List.of(4, 6), HiddenActivation.TANH, 3);
    RandomStream random = new RandomStream(5, "parameters");
    float[] parameters = new float[shape.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) random.nextGaussian();
    }
    return new TrainedPolicy(CARD, shape, parameters);
  }
}
