package org.tipwright.runs.training;

import org.tipwright.runs.schedule.RoundReport;

/**
 * Told how a run goes on. The calls come one after another from a thread of the run and must not
 * keep it waiting.
 */
public interface TrainingListener {

  /** A round has been played and, without overlap, learnt from. */
  default void onRound(RoundReport report) {}

  /** Something worth a sentence: a restarted worker, a checkpoint passed over. */
  default void onNotice(String sentence) {}
}
