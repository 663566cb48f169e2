package org.tipwright.runs.actor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.random.StreamsState;
import org.tipwright.runs.checkpoint.Checkpoint;
import org.tipwright.runs.checkpoint.Counters;
import org.tipwright.runs.metrics.RoundMetrics;
import org.tipwright.runs.schedule.TrainingSettings;

/**
 * Owns a run. In a round every lane group plays with one policy, and the learner learns: from what
 * was just played or, with overlap, meanwhile from what was played the round before. Then, where
 * they are due, come a validation and a checkpoint. The next round begins when all of that is done:
 * at most one order waits anywhere, and timing changes nothing.
 */
public final class TrainingSupervisor extends AbstractBehavior<TrainingSupervisor.Command> {

  /** What the supervisor can be told: most of it are the events of the others. */
  public interface Command extends TrainingMessage {}

  /** Finish the round, write a checkpoint and end. */
  public record Stop() implements Command {}

  private static final int THROWS_PER_ROUND = 3;

  private final TrainingSettings settings;
  private final RunWatcher watcher;
  private final RunLedger ledger;
  private final Crew crew;
  private final Map<Integer, ActorRef<RolloutWorker.Command>> idle = new TreeMap<>();
  private long sessionStart;

  private List<StreamsState> streams;
  private @Nullable EpisodeBatch unlearnt;
  private @Nullable PolicySnapshot best;
  private @Nullable PolicySnapshot policy;
  private @Nullable RoundInPlay round;

  private @Nullable String broken;
  private boolean stopping;
  private boolean ending;
  private boolean writing;
  private boolean saveWaits;

  private TrainingSupervisor(ActorContext<Command> context, RunSetup run) {
    super(context);
    this.settings = run.settings();
    this.watcher = run.watcher();
    Counters counters = run.checkpoint().map(Checkpoint::counters).orElse(Counters.NONE);
    this.ledger = new RunLedger(settings, counters, run.wallSeconds());
    this.streams = run.checkpoint().map(Checkpoint::streams).orElse(List.of());
    this.unlearnt = run.checkpoint().map(Checkpoint::unlearnt).orElse(null);
    this.best = run.checkpoint().map(Checkpoint::best).orElse(null);
    this.crew = Crew.start(context, run);
  }

  /** A supervisor that starts everybody else and begins at once. */
  public static Behavior<Command> create(RunSetup run) {
    return Behaviors.setup(context -> new TrainingSupervisor(context, run));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Stop.class, this::onStop)
        .onMessage(Learner.LearnerReady.class, this::onLearnerReady)
        .onMessage(RolloutWorker.WorkerReady.class, this::onWorkerReady)
        .onMessage(RolloutWorker.WorkerThrew.class, this::onWorkerThrew)
        .onMessage(RolloutWorker.LaneEnded.class, this::onLaneEnded)
        .onMessage(RolloutWorker.GroupPlayed.class, this::onGroupPlayed)
        .onMessage(Learner.Learned.class, this::onLearned)
        .onMessage(Evaluator.Validated.class, this::onValidated)
        .onMessage(Learner.LearnerSaved.class, this::onLearnerSaved)
        .onMessage(Checkpointer.CheckpointWritten.class, this::onCheckpointWritten)
        .onMessage(Checkpointer.PolicyWritten.class, this::onPolicyWritten)
        .onMessage(Evaluator.EpisodesRecorded.class, this::onEpisodesRecorded)
        .onSignal(ChildFailed.class, this::onChildFailed)
        .build();
  }

  private Behavior<Command> onStop(Stop order) {
    if (!stopping) {
      stopping = true;
      watcher.onNotice("finishing round " + (ledger.round() + 1) + ", then writing a checkpoint");
    }
    return this;
  }

  private Behavior<Command> onLearnerReady(Learner.LearnerReady event) {
    policy = event.policy();
    sessionStart = System.nanoTime();
    return beginRound();
  }

  private Behavior<Command> onWorkerReady(RolloutWorker.WorkerReady event) {
    idle.put(event.worker(), event.self());
    return deal();
  }

  private Behavior<Command> onWorkerThrew(RolloutWorker.WorkerThrew event) {
    String what = "worker " + event.worker() + " threw in round " + (ledger.round() + 1) + " (";
    if (round != null && round.takeBack(event.worker()) > THROWS_PER_ROUND) {
      return fail(what + event.reason() + "), and not for the first time; mend that, then resume");
    }
    watcher.onNotice(what + event.reason() + ") and is restarted; the round goes on");
    return deal();
  }

  /** What has been learnt is kept; the round under way is not, for it was not played to its end. */
  private Behavior<Command> onLaneEnded(RolloutWorker.LaneEnded event) {
    broken =
        "round "
            + (ledger.round() + 1)
            + " was ended: "
            + event.reason()
            + "; put that right, then resume";
    if (ledger.round() == 0) {
      return fail(broken);
    }
    stopping = true;
    if (ledger.isCheckpointDue()) {
      ending = true;
      return writing ? this : conclude();
    }
    saveWaits = writing;
    return writing ? this : save();
  }

  private Behavior<Command> beginRound() {
    if (stopping || ledger.isOver()) {
      ending = true;
      return writing ? this : conclude();
    }
    round = new RoundInPlay(current(policy), settings.groups());
    if (unlearnt != null) {
      learn(round, unlearnt);
    }
    return deal();
  }

  /** Gives groups that nobody plays yet to workers who have nothing to do. */
  private Behavior<Command> deal() {
    if (round == null) {
      return this;
    }
    var players = idle.entrySet().iterator();
    while (players.hasNext()) {
      var player = players.next();
      OptionalInt group = round.deal(player.getKey());
      if (group.isEmpty()) {
        break;
      }
      player.getValue().tell(order(round.policy(), group.getAsInt()));
      players.remove();
    }
    return this;
  }

  private RolloutWorker.Play order(PolicySnapshot toPlay, int group) {
    StreamsState from = streams.isEmpty() ? null : streams.get(group);
    return new RolloutWorker.Play(group, settings.roundLength(), toPlay, from);
  }

  private void learn(RoundInPlay in, EpisodeBatch batch) {
    in.learning();
    crew.learner().tell(new Learner.Learn(batch));
  }

  private Behavior<Command> onGroupPlayed(RolloutWorker.GroupPlayed event) {
    RoundInPlay now = current(round);
    now.played(event.worker(), event.group(), event.played());
    idle.put(event.worker(), event.self());
    if (!now.isPlayed()) {
      return deal();
    }
    EpisodeBatch batch = now.batch();
    ledger.played(batch, now.results());
    streams = now.streams();
    if (settings.overlap()) {
      unlearnt = batch;
    } else {
      learn(now, batch);
    }
    return join();
  }

  private Behavior<Command> onLearned(Learner.Learned event) {
    current(round).learnt(event.progress(), event.policy());
    return join();
  }

  /** Goes on when both the workers and the learner are done. */
  private Behavior<Command> join() {
    RoundInPlay now = current(round);
    if (!now.isOver()) {
      return this;
    }
    policy = now.learntPolicy();
    if (ledger.isValidationDue()) {
      crew.evaluator().tell(new Evaluator.Validate(ledger.round(), policy));
      return this;
    }
    return endRound();
  }

  private Behavior<Command> onValidated(Evaluator.Validated event) {
    if (ledger.validated(event.score())) {
      best = current(policy);
      crew.checkpointer().tell(new Checkpointer.KeepBest(best, event.score()));
    }
    return endRound();
  }

  private Behavior<Command> endRound() {
    RoundInPlay now = current(round);
    double session = 1e-9 * (System.nanoTime() - sessionStart);
    RoundMetrics row = ledger.row(now.policy(), now.progress(), now.seconds(), session);
    crew.checkpointer().tell(new Checkpointer.Append(row));
    watcher.onRound(ledger.report(session));
    String abandoned = ledger.tooManyAbandoned();
    if (abandoned != null) {
      return fail(abandoned);
    }
    if (!stopping && !ledger.isCheckpointDue()) {
      return beginRound();
    }
    saveWaits = writing;
    return writing ? this : save();
  }

  private Behavior<Command> save() {
    writing = true;
    crew.learner().tell(new Learner.Save());
    return this;
  }

  private Behavior<Command> onLearnerSaved(Learner.LearnerSaved event) {
    Checkpoint checkpoint =
        new Checkpoint(ledger.counters(), event.state(), streams, unlearnt, best);
    crew.checkpointer().tell(new Checkpointer.Write(checkpoint));
    return beginRound();
  }

  private Behavior<Command> onCheckpointWritten(Checkpointer.CheckpointWritten event) {
    writing = false;
    if (saveWaits) {
      saveWaits = false;
      return save();
    }
    return ending ? conclude() : this;
  }

  private Behavior<Command> conclude() {
    if (ledger.round() == 0) {
      watcher.onInterrupted(ledger.counters());
      return Behaviors.stopped();
    }
    crew.checkpointer().tell(new Checkpointer.WritePolicy(chosen(), ledger.best()));
    return this;
  }

  private PolicySnapshot chosen() {
    return best == null ? current(policy) : best;
  }

  private Behavior<Command> onPolicyWritten(Checkpointer.PolicyWritten event) {
    if (broken != null) {
      return fail(broken);
    }
    if (ledger.isOver()) {
      crew.evaluator().tell(new Evaluator.RecordEpisodes(chosen()));
      return this;
    }
    watcher.onInterrupted(ledger.counters());
    return Behaviors.stopped();
  }

  private Behavior<Command> onEpisodesRecorded(Evaluator.EpisodesRecorded event) {
    watcher.onCompleted(ledger.counters());
    return Behaviors.stopped();
  }

  private Behavior<Command> onChildFailed(ChildFailed failure) {
    Throwable cause = failure.getCause();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return fail("the " + failure.getRef().path().name() + " failed: " + reason);
  }

  private Behavior<Command> fail(String sentence) {
    watcher.onFailed(ledger.counters(), sentence);
    return Behaviors.stopped();
  }

  private static <T> T current(@Nullable T value) {
    return Objects.requireNonNull(value, "no round has begun");
  }
}
