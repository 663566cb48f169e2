package org.tipwright.runs.training;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tipwright.runs.schedule.RoundReport;

/** Keeps what a run tells. */
final class Notices implements TrainingListener {

  final List<String> sentences = new CopyOnWriteArrayList<>();
  final List<RoundReport> reports = new CopyOnWriteArrayList<>();

  @Override
  public void onRound(RoundReport report) {
    reports.add(report);
  }

  @Override
  public void onNotice(String sentence) {
    sentences.add(sentence);
  }
}
