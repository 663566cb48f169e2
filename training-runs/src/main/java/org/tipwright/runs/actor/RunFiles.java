package org.tipwright.runs.actor;

import java.io.IOException;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.runs.agent.Agent;
import org.tipwright.runs.agent.ValidationScore;
import org.tipwright.runs.checkpoint.Checkpoint;
import org.tipwright.runs.checkpoint.CheckpointFiles;
import org.tipwright.runs.checkpoint.CheckpointStore;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.metrics.EventFile;
import org.tipwright.runs.metrics.MetricsCsv;
import org.tipwright.runs.metrics.RoundMetrics;

/** The files that a run writes as it goes. */
public final class RunFiles {

  private final RunDirectory directory;
  private final Agent agent;
  private final CheckpointStore checkpoints;
  private final MetricsCsv metrics;
  private final EventFile events;

  /** Files of a run in a directory that exists. */
  public RunFiles(RunDirectory directory, Agent agent, CheckpointStore checkpoints) {
    this.directory = directory;
    this.agent = agent;
    this.checkpoints = checkpoints;
    this.metrics = new MetricsCsv(directory.metrics());
    this.events = new EventFile(directory.events());
  }

  /**
   * Cuts everything that was written after a round, so that the round after it can be written
   * again.
   *
   * @return seconds on the clock that the run had taken by then
   */
  public double cutAfter(long round) throws IOException {
    checkpoints.dropAfter(round);
    events.cutAfter(round);
    return metrics.cutAfter(round);
  }

  void append(RoundMetrics row) throws IOException {
    metrics.append(row);
    events.append(row);
  }

  void keepBest(PolicySnapshot policy, ValidationScore score) throws IOException {
    agent.write(policy, score, directory.best());
  }

  void policy(PolicySnapshot policy, ValidationScore score) throws IOException {
    agent.write(policy, score, directory.policy());
  }

  void checkpoint(Checkpoint checkpoint) throws IOException {
    metrics.force();
    checkpoints.write(checkpoint.counters().round(), CheckpointFiles.write(checkpoint));
  }
}
