package org.tipwright.runs.actor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.runs.agent.GroupRound;
import org.tipwright.runs.agent.LearningProgress;
import org.tipwright.runs.agent.ValidationScore;
import org.tipwright.runs.checkpoint.Counters;
import org.tipwright.runs.metrics.RoundMetrics;
import org.tipwright.runs.metrics.SuccessWindow;
import org.tipwright.runs.schedule.RoundReport;
import org.tipwright.runs.schedule.TrainingSettings;

/** Counts what a run has done, and writes the row and the report of each round. */
final class RunLedger {

  private static final double ABANDONED_LIMIT = 0.01;

  /** Before so many episodes one unlucky one would weigh too much. */
  private static final long ABANDONED_JUDGED_FROM = 500;

  private final TrainingSettings settings;
  private final SuccessWindow window;
  private final double wallSecondsBefore;
  private final long stepsBefore;
  private final double progressBefore;
  private long round;
  private long steps;
  private long episodes;
  private long abandoned;
  private ValidationScore best;
  private ValidationScore latest = ValidationScore.NONE;

  private long roundSteps;
  private double meanReturn;
  private double meanSteps;

  /** A ledger that goes on from saved counters. */
  RunLedger(TrainingSettings settings, Counters counters, double wallSecondsBefore) {
    this.settings = settings;
    this.window = new SuccessWindow(settings.successWindow(), counters.window());
    this.wallSecondsBefore = wallSecondsBefore;
    this.stepsBefore = counters.environmentSteps();
    this.progressBefore = settings.progress(counters.round(), counters.environmentSteps());
    this.round = counters.round();
    this.steps = counters.environmentSteps();
    this.episodes = counters.episodes();
    this.abandoned = counters.abandoned();
    this.best = counters.best();
  }

  /** Books a round: its episodes merged in the order of the groups, and what the groups say. */
  void played(EpisodeBatch batch, List<GroupRound> groups) {
    round++;
    roundSteps = groups.stream().mapToLong(GroupRound::steps).sum();
    steps += roundSteps;
    int whole = 0;
    double rewards = 0;
    int wholeSteps = 0;
    int step = 0;
    for (int e = 0; e < batch.count(); e++) {
      int length = batch.lengths()[e];
      if (!batch.cut()[e]) {
        whole++;
        wholeSteps += length;
        for (int t = step; t < step + length; t++) {
          rewards += batch.rewards()[t];
        }
        window.add(batch.succeeded()[e]);
      }
      step += length;
    }
    episodes += whole;
    abandoned += groups.stream().mapToLong(GroupRound::abandoned).sum();
    meanReturn = rewards / whole;
    meanSteps = (double) wholeSteps / whole;
  }

  /** Books a validation and says whether its policy is the one to keep. */
  boolean validated(ValidationScore score) {
    latest = score;
    boolean chosen = score.isChosenOver(best);
    best = chosen ? score : best;
    return chosen;
  }

  /** Rounds played. */
  long round() {
    return round;
  }

  /** The best validation so far. */
  ValidationScore best() {
    return best;
  }

  /** Whether no further round is due. */
  boolean isOver() {
    return settings.isOver(round, steps);
  }

  /** Whether the round just played ends with a validation. */
  boolean isValidationDue() {
    return settings.validationEvery() > 0 && (isOver() || round % settings.validationEvery() == 0);
  }

  /** Whether the round just played ends with a checkpoint. */
  boolean isCheckpointDue() {
    return isOver() || round % settings.checkpointEvery() == 0;
  }

  /** Why so many abandoned episodes end the run, or null if they do not. */
  @Nullable String tooManyAbandoned() {
    long begun = episodes + abandoned;
    boolean judged = begun >= ABANDONED_JUDGED_FROM || isOver();
    if (!judged || abandoned <= ABANDONED_LIMIT * begun) {
      return null;
    }
    return abandoned
        + " of "
        + begun
        + " episodes were abandoned because their physics did not converge, and at most 1 % may be;"
        + " change the settings under 'env' and start a new run";
  }

  /** All counters, to be saved. */
  Counters counters() {
    return new Counters(round, steps, episodes, abandoned, window.save(), best);
  }

  /**
   * The row of the round just played.
   *
   * @param policy the policy it was played with
   * @param learning the learning that belongs to it
   * @param seconds time on the clock that the round took
   * @param sessionSeconds time on the clock since this session began
   */
  RoundMetrics row(
      PolicySnapshot policy, LearningProgress learning, double seconds, double sessionSeconds) {
    return new RoundMetrics(
        round,
        steps,
        episodes,
        window.rate(),
        meanReturn,
        meanSteps,
        policy.epsilon(),
        policy.explorationTemperature(),
        learning.loss(),
        learning.meanQ(),
        learning.more(),
        latest.round() == round ? latest.rate() : Double.NaN,
        abandoned,
        Math.round(1e3 * (wallSecondsBefore + sessionSeconds)) / 1e3,
        Math.round(10 * roundSteps / seconds) / 10.0);
  }

  /**
   * How far the run is.
   *
   * @param sessionSeconds time on the clock since this session began
   */
  RoundReport report(double sessionSeconds) {
    double progress = settings.progress(round, steps);
    double done = progress - progressBefore;
    return new RoundReport(
        round,
        settings.rounds(),
        progress,
        steps,
        episodes,
        window.rate(),
        latest.rate(),
        abandoned,
        (steps - stepsBefore) / sessionSeconds,
        done > 0 ? sessionSeconds * (1 - progress) / done : Double.NaN);
  }
}
