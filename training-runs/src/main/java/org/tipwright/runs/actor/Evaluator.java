package org.tipwright.runs.actor;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.runs.agent.ValidationScore;

/** Tries greedy policies on the validation seeds, spread over the threads of the workers. */
public final class Evaluator extends AbstractBehavior<Evaluator.Command> {

  /** What the evaluator can be told. */
  public interface Command extends TrainingMessage {}

  /** Play the validation seeds with what had been learnt after {@code round}. */
  public record Validate(long round, PolicySnapshot policy) implements Command {}

  /** Record the first validation episodes with the chosen policy. */
  public record RecordEpisodes(PolicySnapshot policy) implements Command {}

  /** A validation is over. */
  public record Validated(ValidationScore score) implements TrainingSupervisor.Command {}

  /** The episodes have been recorded. */
  public record EpisodesRecorded() implements TrainingSupervisor.Command {}

  private record Ended(TrainingSupervisor.@Nullable Command event, @Nullable Throwable failure)
      implements Command {}

  private final Validation validation;
  private final EpisodeAlbum album;
  private final ActorRef<TrainingSupervisor.Command> supervisor;

  private Evaluator(
      ActorContext<Command> context,
      Validation validation,
      EpisodeAlbum album,
      ActorRef<TrainingSupervisor.Command> supervisor) {
    super(context);
    this.validation = validation;
    this.album = album;
    this.supervisor = supervisor;
  }

  /** An evaluator. */
  public static Behavior<Command> create(
      Validation validation, EpisodeAlbum album, ActorRef<TrainingSupervisor.Command> supervisor) {
    return Behaviors.setup(context -> new Evaluator(context, validation, album, supervisor));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Validate.class, this::onValidate)
        .onMessage(RecordEpisodes.class, this::onRecordEpisodes)
        .onMessage(Ended.class, this::onEnded)
        .build();
  }

  private Behavior<Command> onValidate(Validate order) {
    return await(validation.play(order.round(), order.policy()).thenApply(Validated::new));
  }

  private Behavior<Command> onRecordEpisodes(RecordEpisodes order) {
    return await(album.record(order.policy()).thenApply(nothing -> new EpisodesRecorded()));
  }

  private Behavior<Command> await(CompletionStage<? extends TrainingSupervisor.Command> stage) {
    getContext().pipeToSelf(stage, Ended::new);
    return this;
  }

  private Behavior<Command> onEnded(Ended ended) {
    if (ended.event() == null) {
      throw new CompletionException(ended.failure());
    }
    supervisor.tell(ended.event());
    return this;
  }
}
