package org.tipwright.runs.actor;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.runs.agent.ValidationScore;
import org.tipwright.runs.checkpoint.Checkpoint;
import org.tipwright.runs.metrics.RoundMetrics;

/** Writes the files of the run, one after another, in the order in which it is told to. */
public final class Checkpointer extends AbstractBehavior<Checkpointer.Command> {

  /** What the checkpointer can be told. */
  public sealed interface Command extends TrainingMessage {}

  /** Append a row to the metrics. */
  public record Append(RoundMetrics row) implements Command {}

  /** Keep this policy: no validation was better. */
  public record KeepBest(PolicySnapshot policy, ValidationScore score) implements Command {}

  /** Write a checkpoint. */
  public record Write(Checkpoint checkpoint) implements Command {}

  /** Write the policy that the run has come to. */
  public record WritePolicy(PolicySnapshot policy, ValidationScore score) implements Command {}

  /** A checkpoint is whole and on disk. */
  public record CheckpointWritten(long round) implements TrainingSupervisor.Command {}

  /** The policy is whole and on disk. */
  public record PolicyWritten() implements TrainingSupervisor.Command {}

  private final RunFiles files;
  private final ActorRef<TrainingSupervisor.Command> supervisor;

  private Checkpointer(
      ActorContext<Command> context,
      RunFiles files,
      ActorRef<TrainingSupervisor.Command> supervisor) {
    super(context);
    this.files = files;
    this.supervisor = supervisor;
  }

  /** A checkpointer; it fails when a file cannot be written. */
  public static Behavior<Command> create(
      RunFiles files, ActorRef<TrainingSupervisor.Command> supervisor) {
    return Behaviors.setup(context -> new Checkpointer(context, files, supervisor));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Append.class, order -> write(() -> files.append(order.row())))
        .onMessage(KeepBest.class, o -> write(() -> files.keepBest(o.policy(), o.score())))
        .onMessage(Write.class, this::onWrite)
        .onMessage(WritePolicy.class, this::onWritePolicy)
        .build();
  }

  private Behavior<Command> onWrite(Write order) {
    write(() -> files.checkpoint(order.checkpoint()));
    supervisor.tell(new CheckpointWritten(order.checkpoint().counters().round()));
    return this;
  }

  private Behavior<Command> onWritePolicy(WritePolicy order) {
    write(() -> files.policy(order.policy(), order.score()));
    supervisor.tell(new PolicyWritten());
    return this;
  }

  private Behavior<Command> write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException notWritten) {
      throw new UncheckedIOException(
          "the run's files cannot be written (" + notWritten + "); look at the disk, then resume",
          notWritten);
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}
