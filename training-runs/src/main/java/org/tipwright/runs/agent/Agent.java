package org.tipwright.runs.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.tipwright.agents.policy.Policy;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.EnvironmentCore;

/**
 * One learning algorithm with its settings, for one task. The methods may be called from any
 * thread; what they give back belongs to one thread at a time.
 */
public interface Agent {

  /**
   * A lane group with environments of its own, which must be started or restored before it plays.
   *
   * @param environments makes its lanes, of the specs that the agent was made for
   */
  LaneGroup laneGroup(Supplier<EnvironmentCore> environments);

  /** A learner that has learnt nothing yet. */
  Learning learning();

  /**
   * A learner as it was saved: what it learns from now on, it would have learnt then.
   *
   * @throws IOException if the bytes are not those of a learner of this agent
   */
  Learning restoreLearning(byte[] saved) throws IOException;

  /** The policy that always takes the best action it knows. */
  Policy greedy(PolicySnapshot snapshot);

  /**
   * Writes the greedy policy to a file that is loaded without this program's settings. Equal
   * arguments give equal bytes.
   */
  void write(PolicySnapshot snapshot, ValidationScore score, Path file) throws IOException;
}
