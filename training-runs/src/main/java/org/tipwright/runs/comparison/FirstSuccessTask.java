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

  /** The runs of one agent, for a number of seeds and of paths. */
  interface Trials {
    List<HoseTrial> of(int seeds, int paths);
  }

  FirstSuccessTask(String name, Trials trials) {
    this.name = name;
    this.trials = trials;
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
  public Comparison play(
      List<String> agents, int seeds, int paths, int threads, ParallelRuns.Watcher watcher) {
    List<HoseTrial> all = trials.of(seeds, paths);
    List<Callable<HoseRun>> runs = new ArrayList<>();
    for (String agent : agents) {
      for (HoseTrial trial : all) {
        runs.add(() -> HoseBenchmark.run(agent, trial));
      }
    }
    List<HoseRun> played = ParallelRuns.play(runs, threads, watcher);
    List<FirstSuccessScore> scores = new ArrayList<>();
    for (int a = 0; a < agents.size(); a++) {
      scores.add(FirstSuccessScore.of(played.subList(a * all.size(), (a + 1) * all.size())));
    }
    return new FirstSuccessComparison(name, seeds, scores);
  }
}
