package org.tipwright.runs.training;

import org.tipwright.runs.actor.RunWatcher;
import org.tipwright.runs.agent.ValidationScore;
import org.tipwright.runs.checkpoint.Counters;
import org.tipwright.runs.schedule.RoundReport;
import org.tipwright.runs.training.TrainingOutcome.Status;

/** Hands on what a supervisor tells, and keeps how the run ended. */
final class OutcomeWatcher implements RunWatcher {

  private final TrainingPlan plan;
  private final TrainingListener listener;
  private volatile TrainingOutcome outcome;

  OutcomeWatcher(TrainingPlan plan, TrainingListener listener) {
    this.plan = plan;
    this.listener = listener;
    this.outcome =
        outcome(
            Status.FAILED,
            Counters.NONE,
            "the run broke off for a reason that only the log knows; " + howToResume());
  }

  /** How the run ended; before it has, that it broke off. */
  TrainingOutcome outcome() {
    return outcome;
  }

  @Override
  public void onRound(RoundReport report) {
    listener.onRound(report);
  }

  @Override
  public void onNotice(String sentence) {
    listener.onNotice(sentence);
  }

  @Override
  public void onCompleted(Counters counters) {
    ValidationScore best = counters.best();
    String sentence =
        best.episodes() == 0
            ? counters.round() + " rounds played, none validated; the policy is the last"
            : "%d rounds played; the chosen policy, of round %d, succeeded in %d of %d validation episodes"
                .formatted(counters.round(), best.round(), best.successes(), best.episodes());
    outcome = outcome(Status.COMPLETED, counters, sentence);
  }

  @Override
  public void onInterrupted(Counters counters) {
    String sentence = "stopped after round " + counters.round() + "; " + howToResume();
    outcome = outcome(Status.INTERRUPTED, counters, sentence);
  }

  @Override
  public void onFailed(Counters counters, String sentence) {
    outcome = outcome(Status.FAILED, counters, sentence);
  }

  private String howToResume() {
    return "go on with ./tipwright train --resume " + plan.directory();
  }

  private static TrainingOutcome outcome(Status status, Counters counters, String sentence) {
    return new TrainingOutcome(
        status,
        sentence,
        counters.round(),
        counters.environmentSteps(),
        counters.episodes(),
        counters.abandoned(),
        counters.best().rate());
  }
}
