package org.tipwright.runs.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tipwright.agents.benchmark.HoseBenchmark;
import org.tipwright.agents.benchmark.HosePlayers;
import org.tipwright.agents.benchmark.HoseRun;
import org.tipwright.agents.benchmark.HoseTrial;

/** Benchmarks E1 and E1-F: in which episode does an agent that began with nothing succeed first? */
final class FirstSuccessTask implements LearningTask {

  private final String name;
  private final Trials trials;
  private final List<Entrant> table;

  /** The runs of one agent, for a number of seeds and of paths. */
  interface Trials {
    List<HoseTrial> of(int seeds, int paths);
  }

  FirstSuccessTask(String name, Trials trials, Entrant... table) {
    this.name = name;
    this.trials = trials;
    this.table = List.of(table);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> agents() {
    return HosePlayers.names();
  }

  @Override
  public List<Entrant> table() {
    return table;
  }

  @Override
  public Comparison play(
      List<Entrant> entrants, int paths, int threads, ParallelRuns.Watcher watcher) {
    List<Callable<HoseRun>> runs = new ArrayList<>();
    for (Entrant entrant : entrants) {
      for (HoseTrial trial : trials.of(entrant.seeds(), paths)) {
        runs.add(() -> HoseBenchmark.run(entrant.agent(), trial));
      }
    }
    List<HoseRun> played = ParallelRuns.play(runs, threads, watcher);
    return new FirstSuccessComparison(
        name,
        entrants.stream().mapToInt(Entrant::seeds).max().orElseThrow(),
        entrants.stream().map(entrant -> score(entrant.agent(), played)).toList());
  }

  private static FirstSuccessScore score(String agent, List<HoseRun> played) {
    return FirstSuccessScore.of(played.stream().filter(run -> run.agent().equals(agent)).toList());
  }
}
