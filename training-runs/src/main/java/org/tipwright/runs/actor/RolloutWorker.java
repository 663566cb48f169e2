package org.tipwright.runs.actor;

import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.rollout.RoundLength;
import org.tipwright.env.random.StreamsState;
import org.tipwright.runs.agent.GroupRound;
import org.tipwright.runs.agent.LaneGroup;
import org.tipwright.runs.agent.LaneLost;

/**
 * Plays one lane group at a time, whichever it is given. It keeps nothing from one round to the
 * next: the streams come with the order and go back with the answer, so that a restarted worker, or
 * another one, plays the same.
 */
public final class RolloutWorker extends AbstractBehavior<RolloutWorker.Command> {

  /** What a worker can be told. */
  public sealed interface Command extends TrainingMessage {}

  /**
   * Play a round of a group.
   *
   * @param group number of the group
   * @param length what each lane plays
   * @param policy the policy to play with
   * @param streams the group's streams after its last round, null for its first
   */
  public record Play(
      int group, RoundLength length, PolicySnapshot policy, @Nullable StreamsState streams)
      implements Command {}

  /** The worker has its environments and waits for orders; sent again after every restart. */
  public record WorkerReady(int worker, ActorRef<Command> self)
      implements TrainingSupervisor.Command {}

  /** A group has played its round. */
  public record GroupPlayed(int worker, ActorRef<Command> self, int group, GroupRound played)
      implements TrainingSupervisor.Command {}

  /** The worker threw and is being restarted; what it was playing is lost. */
  public record WorkerThrew(int worker, String reason) implements TrainingSupervisor.Command {}

  /** A lane cannot be played any more; restarting the worker would not mend it. */
  public record LaneEnded(String reason) implements TrainingSupervisor.Command {}

  private final int worker;
  private final LaneGroup lanes;
  private final ActorRef<TrainingSupervisor.Command> supervisor;

  private RolloutWorker(
      ActorContext<Command> context,
      int worker,
      LaneGroup lanes,
      ActorRef<TrainingSupervisor.Command> supervisor) {
    super(context);
    this.worker = worker;
    this.lanes = lanes;
    this.supervisor = supervisor;
    supervisor.tell(new WorkerReady(worker, context.getSelf()));
  }

  /**
   * A worker that is restarted when it throws.
   *
   * @param worker its number
   * @param lanes makes the environments, at every start
   */
  public static Behavior<Command> create(
      int worker, Supplier<LaneGroup> lanes, ActorRef<TrainingSupervisor.Command> supervisor) {
    return Behaviors.<Command>supervise(
            Behaviors.setup(context -> new RolloutWorker(context, worker, lanes.get(), supervisor)))
        .onFailure(RuntimeException.class, SupervisorStrategy.restart());
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder().onMessage(Play.class, this::onPlay).build();
  }

  private Behavior<Command> onPlay(Play order) {
    try {
      GroupRound played =
          lanes.play(order.group(), order.streams(), order.policy(), order.length());
      supervisor.tell(new GroupPlayed(worker, getContext().getSelf(), order.group(), played));
      return this;
    } catch (LaneLost lost) {
      supervisor.tell(new LaneEnded(String.valueOf(lost.getMessage())));
      return this;
    } catch (RuntimeException thrown) {
      supervisor.tell(new WorkerThrew(worker, thrown.toString()));
      throw thrown;
    }
  }
}
