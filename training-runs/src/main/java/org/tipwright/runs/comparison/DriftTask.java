package org.tipwright.runs.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tipwright.agents.benchmark.DriftBenchmark;
import org.tipwright.agents.benchmark.DriftRun;
import org.tipwright.agents.benchmark.HosePlayers;
import org.tipwright.agents.benchmark.HoseTrial;

/** Benchmark E2: how soon does an agent succeed again after the tip has changed unannounced? */
final class DriftTask implements LearningTask {

  @Override
  public String name() {
    return "hose-drift";
  }

  @Override
  public List<String> agents() {
    return HosePlayers.names();
  }

  @Override
  public Comparison play(
      List<String> agents, int seeds, int paths, int threads, ParallelRuns.Watcher watcher) {
    List<HoseTrial> trials = HoseTrial.drift(seeds);
    List<Callable<DriftRun>> runs = new ArrayList<>();
    for (String agent : agents) {
      for (HoseTrial trial : trials) {
        runs.add(() -> DriftBenchmark.run(agent, trial));
      }
    }
    List<DriftRun> played = ParallelRuns.play(runs, threads, watcher);
    List<DriftScore> scores = new ArrayList<>();
    for (int a = 0; a < agents.size(); a++) {
      scores.add(new DriftScore(played.subList(a * trials.size(), (a + 1) * trials.size())));
    }
    return new DriftComparison(seeds, scores);
  }
}
