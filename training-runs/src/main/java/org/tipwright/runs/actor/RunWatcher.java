package org.tipwright.runs.actor;

import org.tipwright.runs.checkpoint.Counters;
import org.tipwright.runs.schedule.RoundReport;

/** Told by the supervisor how its run goes on; must not keep it waiting. */
public interface RunWatcher {

  /** A round is over. */
  void onRound(RoundReport report);

  /** Something worth a sentence has happened. */
  void onNotice(String sentence);

  /** The run has had its rounds and its files are written. */
  void onCompleted(Counters counters);

  /** The run was asked to stop, and its checkpoint is written. */
  void onInterrupted(Counters counters);

  /** The run cannot go on. */
  void onFailed(Counters counters, String sentence);
}
