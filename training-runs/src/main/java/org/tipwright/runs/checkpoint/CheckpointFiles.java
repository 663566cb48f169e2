package org.tipwright.runs.checkpoint;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.random.StreamsState;

/**
 * A checkpoint as files: {@code counters.json}, {@code learner.bin} in the learner's own format,
 * and {@code streams.bin}, {@code unlearnt.bin}, {@code best.bin} in CBOR. Equal checkpoints give
 * equal bytes.
 */
public final class CheckpointFiles {

  private static final String COUNTERS = "counters.json";
  private static final String LEARNER = "learner.bin";
  private static final String STREAMS = "streams.bin";
  private static final String UNLEARNT = "unlearnt.bin";
  private static final String BEST = "best.bin";

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final ObjectMapper CBOR = CBORMapper.builder().build();

  private CheckpointFiles() {}

  /** File names to contents. */
  public static SortedMap<String, byte[]> write(Checkpoint checkpoint) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(
        COUNTERS, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(checkpoint.counters()));
    files.put(LEARNER, checkpoint.learner());
    files.put(STREAMS, CBOR.writeValueAsBytes(checkpoint.streams()));
    if (checkpoint.unlearnt() != null) {
      files.put(UNLEARNT, CBOR.writeValueAsBytes(checkpoint.unlearnt()));
    }
    if (checkpoint.best() != null) {
      files.put(BEST, CBOR.writeValueAsBytes(checkpoint.best()));
    }
    return files;
  }

  /**
   * The checkpoint that was written.
   *
   * @throws IOException if a file is missing or not of this version
   */
  public static Checkpoint read(SortedMap<String, byte[]> files) throws IOException {
    byte @Nullable [] unlearnt = files.get(UNLEARNT);
    byte @Nullable [] best = files.get(BEST);
    return new Checkpoint(
        JSON.readValue(file(files, COUNTERS), Counters.class),
        file(files, LEARNER),
        CBOR.readValue(file(files, STREAMS), new TypeReference<List<StreamsState>>() {}),
        unlearnt == null ? null : CBOR.readValue(unlearnt, EpisodeBatch.class),
        best == null ? null : CBOR.readValue(best, PolicySnapshot.class));
  }

  private static byte[] file(SortedMap<String, byte[]> files, String name) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IOException("the checkpoint has no file " + name);
    }
    return bytes;
  }
}
