package org.tipwright.runs.training;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.runs.actor.RunSetup;
import org.tipwright.runs.actor.TrainingSupervisor;
import org.tipwright.runs.agent.Agent;
import org.tipwright.runs.agent.Agents;
import org.tipwright.runs.checkpoint.Counters;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;

/**
 * A training run under way.
 *
 * <p>It ends by itself, or soon after {@link #stop}; either way {@link #await} says how. The
 * process may be killed at any time: the run goes on from its last checkpoint, and ends as if
 * nothing had happened.
 */
public final class Training {

  private final ActorSystem<TrainingSupervisor.Command> system;
  private final OutcomeWatcher watcher;

  private Training(ActorSystem<TrainingSupervisor.Command> system, OutcomeWatcher watcher) {
    this.system = system;
    this.watcher = watcher;
  }

  /**
   * Runs to the end on the actors' own threads, while the caller waits.
   *
   * @throws WrongUse if the run cannot be started as planned, or a setting is not right
   * @throws UncheckedIOException if its folder cannot be read or written
   */
  public static TrainingOutcome run(TrainingPlan plan, TrainingListener listener)
      throws InterruptedException {
    return start(plan, listener).await();
  }

  /**
   * Starts a run, or goes on with one.
   *
   * @throws WrongUse if the run cannot be started as planned, or a setting is not right
   * @throws UncheckedIOException if its folder cannot be read or written
   */
  public static Training start(TrainingPlan plan, TrainingListener listener) {
    return refusedPlainly(() -> start(plan, listener, simulated(plan)));
  }

  /**
   * Starts a run, or goes on with one, whose environments the caller makes: the task's, watched.
   *
   * @throws IllegalArgumentException if a setting is not right
   */
  public static Training start(
      TrainingPlan plan, TrainingListener listener, Supplier<EnvironmentCore> environments) {
    Agent agent = Agents.create(plan.config(), environments.get());
    return start(plan, listener, agent, environments, environments);
  }

  /**
   * Starts a run, or goes on with one, that learns on an instrument. What is validated and recorded
   * beside that, is simulated.
   *
   * @param instrument the run's one lane
   * @throws WrongUse if the run cannot be started as planned, or a setting is not right
   */
  public static Training onInstrument(
      TrainingPlan plan, TrainingListener listener, EnvironmentCore instrument) {
    return refusedPlainly(
        () -> {
          Supplier<EnvironmentCore> environments = simulated(plan);
          Agent agent = Agents.create(plan.config(), environments.get());
          return start(plan, listener, agent, environments, () -> instrument);
        });
  }

  private static Supplier<EnvironmentCore> simulated(TrainingPlan plan) {
    String task = plan.config().getString("task");
    Config settings = plan.config().getConfig("env");
    return () -> Tasks.create(task, settings);
  }

  private static Training refusedPlainly(Supplier<Training> start) {
    try {
      return start.get();
    } catch (ConfigException | IllegalArgumentException wrong) {
      throw new WrongUse(Sentences.of(wrong), wrong);
    }
  }

  /** Starts a run with an agent and environments that need not be those that the plan names. */
  static Training start(
      TrainingPlan plan,
      TrainingListener listener,
      Agent agent,
      Supplier<EnvironmentCore> environments,
      Supplier<EnvironmentCore> lanes) {
    OutcomeWatcher watcher = new OutcomeWatcher(plan, listener);
    try {
      RunSetup setup = new RunPreparation(plan, agent, environments, lanes, watcher).prepare();
      return new Training(
          ActorSystem.create(
              TrainingSupervisor.create(setup),
              "training",
              actorConfig(setup.settings().workers())),
          watcher);
    } catch (IOException unusable) {
      throw new UncheckedIOException(
          "the run in " + plan.directory() + " cannot be read or written: " + unusable.getMessage(),
          unusable);
    }
  }

  /** Asks the run to finish its round, write a checkpoint and end. Returns at once. */
  public void stop() {
    system.tell(new TrainingSupervisor.Stop());
  }

  /** Waits for the end. Interrupting the waiting thread does not stop the run. */
  public TrainingOutcome await() throws InterruptedException {
    try {
      system.getWhenTerminated().toCompletableFuture().get();
    } catch (ExecutionException broken) {
      watcher.onFailed(Counters.NONE, String.valueOf(broken.getCause()));
    }
    return watcher.outcome();
  }

  private static Config actorConfig(int workers) {
    return ConfigFactory.parseString(
            "tipwright.rollout.thread-pool-executor.fixed-pool-size = " + workers)
        .withFallback(ConfigFactory.parseResources(TrainingSupervisor.class, "actors.conf"))
        .withFallback(ConfigFactory.load());
  }
}
