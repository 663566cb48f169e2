package org.tipwright.runs.checkpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.random.StreamsState;

/**
 * Everything that the future of a run depends on, at the end of a round.
 *
 * @param counters what the run has counted
 * @param learner the saved learner
 * @param streams the random streams of each lane group
 * @param unlearnt with overlap, the batch that was played last and has not been learnt from yet
 * @param best the policy of the best validation so far, if there was one
 */
public record Checkpoint(
    Counters counters,
    byte[] learner,
    List<StreamsState> streams,
    @Nullable EpisodeBatch unlearnt,
    @Nullable PolicySnapshot best) {

  public Checkpoint {
    streams = List.copyOf(streams);
  }
}
