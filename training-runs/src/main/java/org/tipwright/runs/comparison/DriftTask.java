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
  public List<Entrant> table() {
    return List.of(
        new Entrant("pretrained-memory", 100),
        new Entrant("pretrained", 100),
        new Entrant("belief-memory", 100),
        new Entrant("azimuth-45", 100),
        new Entrant("belief", 10),
        new Entrant("random", 10));
  }

  @Override
  public Comparison play(
      List<Entrant> entrants, int paths, int threads, ParallelRuns.Watcher watcher) {
    List<Callable<DriftRun>> runs = new ArrayList<>();
    for (Entrant entrant : entrants) {
      for (HoseTrial trial : HoseTrial.drift(entrant.seeds())) {
        runs.add(() -> DriftBenchmark.run(entrant.agent(), trial));
      }
    }
    List<DriftRun> played = ParallelRuns.play(runs, threads, watcher);
    return new DriftComparison(
        entrants.stream().mapToInt(Entrant::seeds).max().orElseThrow(),
        entrants.stream().map(entrant -> score(entrant.agent(), played)).toList());
  }

  private static DriftScore score(String agent, List<DriftRun> played) {
    return new DriftScore(played.stream().filter(run -> run.agent().equals(agent)).toList());
  }
}
