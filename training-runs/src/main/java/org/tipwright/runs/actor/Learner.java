package org.tipwright.runs.actor;

import java.util.concurrent.Callable;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.runs.agent.Learning;
import org.tipwright.runs.agent.LearningProgress;

/**
 * Owns the parameters: learns from a batch when told to, and gives out the policy that comes of it.
 */
public final class Learner extends AbstractBehavior<Learner.Command> {

  /** What the learner can be told. */
  public sealed interface Command extends TrainingMessage {}

  /** Learn from these episodes. */
  public record Learn(EpisodeBatch batch) implements Command {}

  /** Give out everything that the future of the learner depends on. */
  public record Save() implements Command {}

  /** The learner is there; {@code policy} is what it knows. */
  public record LearnerReady(PolicySnapshot policy) implements TrainingSupervisor.Command {}

  /** The learner has learnt from the batch it was given. */
  public record Learned(LearningProgress progress, PolicySnapshot policy)
      implements TrainingSupervisor.Command {}

  /** The learner's state, as it is between two batches. */
  public record LearnerSaved(byte[] state) implements TrainingSupervisor.Command {}

  private final Learning learning;
  private final ActorRef<TrainingSupervisor.Command> supervisor;

  private Learner(
      ActorContext<Command> context,
      Learning learning,
      ActorRef<TrainingSupervisor.Command> supervisor) {
    super(context);
    this.learning = learning;
    this.supervisor = supervisor;
    supervisor.tell(new LearnerReady(learning.snapshot()));
  }

  /** A learner; {@code learning} is made on the learner's own thread. */
  public static Behavior<Command> create(
      Callable<Learning> learning, ActorRef<TrainingSupervisor.Command> supervisor) {
    return Behaviors.setup(context -> new Learner(context, learning.call(), supervisor));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Learn.class, this::onLearn)
        .onMessage(Save.class, this::onSave)
        .build();
  }

  private Behavior<Command> onLearn(Learn order) {
    LearningProgress progress = learning.learn(order.batch());
    supervisor.tell(new Learned(progress, learning.snapshot()));
    return this;
  }

  private Behavior<Command> onSave(Save order) {
    supervisor.tell(new LearnerSaved(learning.save()));
    return this;
  }
}
