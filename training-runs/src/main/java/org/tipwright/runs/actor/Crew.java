package org.tipwright.runs.actor;

import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * Those who work for a supervisor. Each computes on a dispatcher of its own, so that nobody's work
 * holds up messages; the evaluator plays on the threads of the workers, who wait meanwhile.
 *
 * @param learner owns the parameters
 * @param evaluator tries policies
 * @param checkpointer writes files
 */
record Crew(
    ActorRef<Learner.Command> learner,
    ActorRef<Evaluator.Command> evaluator,
    ActorRef<Checkpointer.Command> checkpointer) {

  private static final String ROLLOUT = "tipwright.rollout";
  private static final String SHORT = "tipwright.mailbox";

  /** Starts everybody, as children of the supervisor; workers report to it when they are ready. */
  static Crew start(ActorContext<TrainingSupervisor.Command> supervisor, RunSetup run) {
    ActorRef<TrainingSupervisor.Command> self = supervisor.getSelf();
    for (int worker = 0; worker < run.settings().workers(); worker++) {
      Behavior<RolloutWorker.Command> player =
          RolloutWorker.create(worker, () -> run.agent().laneGroup(run.lanes()), self);
      start(supervisor, "worker-" + worker, player, on(ROLLOUT).withMailboxFromConfig(SHORT));
    }
    return new Crew(
        start(
            supervisor,
            "learner",
            Learner.create(run.learning(), self),
            on("tipwright.learner").withMailboxFromConfig(SHORT)),
        start(supervisor, "evaluator", evaluator(supervisor, run), Props.empty()),
        start(
            supervisor,
            "checkpointer",
            Checkpointer.create(run.files(), self),
            on("tipwright.disk")));
  }

  private static <T> ActorRef<T> start(
      ActorContext<?> supervisor, String name, Behavior<T> behavior, Props props) {
    ActorRef<T> child = supervisor.spawn(behavior, name, props);
    supervisor.watch(child);
    return child;
  }

  private static Props on(String dispatcher) {
    return Props.empty().withDispatcherFromConfig(dispatcher);
  }

  private static Behavior<Evaluator.Command> evaluator(
      ActorContext<TrainingSupervisor.Command> supervisor, RunSetup run) {
    Executor threads =
        supervisor.getSystem().dispatchers().lookup(DispatcherSelector.fromConfig(ROLLOUT));
    Validation validation =
        new Validation(
            run.agent(),
            run.environments(),
            run.seed(),
            run.settings().validationEpisodes(),
            threads);
    return Evaluator.create(validation, new EpisodeAlbum(run, threads), supervisor.getSelf());
  }
}
