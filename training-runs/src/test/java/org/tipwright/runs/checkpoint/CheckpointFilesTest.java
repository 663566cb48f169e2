package org.tipwright.runs.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.random.StreamsState;
import org.tipwright.runs.agent.ValidationScore;

class CheckpointFilesTest {

  private static final EpisodeBatch UNLEARNT =
      new EpisodeBatch(
          1,
          1,
          new int[] {1},
          new float[] {0.1f, Float.MIN_VALUE},
          new float[] {1},
          new float[] {-0f},
          new boolean[] {true},
          new boolean[] {false},
          new long[] {1L << 40});

  private static final PolicySnapshot BEST =
      new PolicySnapshot(10, new float[] {0.3f, Float.MAX_VALUE}, 0.05, 0.1);

  private static final Checkpoint FULL =
      new Checkpoint(
          new Counters(12, 340, 56, 1, "0110", new ValidationScore(10, 20, 7, 0)),
          new byte[] {1, 2, 3},
          List.of(new StreamsState(Map.of("b", new byte[] {4}, "a", new byte[] {5, 6}))),
          UNLEARNT,
          BEST);

  @Test
  void everyBitComesBack() throws IOException {
    SortedMap<String, byte[]> files = CheckpointFiles.write(FULL);
    Checkpoint back = CheckpointFiles.read(files);
    assertThat(back).usingRecursiveComparison().isEqualTo(FULL);
    assertThat(back.unlearnt())
        .extracting(EpisodeBatch::observations, EpisodeBatch::rewards)
        .containsExactly(UNLEARNT.observations(), UNLEARNT.rewards());
    assertThat(CheckpointFiles.write(back)).usingRecursiveComparison().isEqualTo(files);
  }

  @Test
  void withoutOverlapAndValidationThereAreThreeFiles() throws IOException {
    Checkpoint plain = new Checkpoint(Counters.NONE, new byte[0], List.of(), null, null);
    assertThat(CheckpointFiles.write(plain))
        .containsOnlyKeys("counters.json", "learner.bin", "streams.bin");
    assertThat(CheckpointFiles.read(CheckpointFiles.write(plain)).unlearnt()).isNull();
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>(CheckpointFiles.write(FULL));
    files.remove("streams.bin");
    assertThatThrownBy(() -> CheckpointFiles.read(files))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("streams.bin");
  }
}
