package org.tipwright.runs.command;

import com.typesafe.config.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.PolicyScore;
import org.tipwright.runs.rehearsal.Rehearsal;
import org.tipwright.runs.rehearsal.RehearsalScore;
import org.tipwright.runs.rehearsal.RehearsedLift;
import org.tipwright.runs.rehearsal.SameSites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code benchmark instrument}: a trained policy on simulated microscopes, through every layer. */
@Command(
    name = "instrument",
    description = {
      "Success of a trained policy on simulated microscopes: for each seed the microscope, the",
      "bridge (mutual TLS) and deploy, each in a process of its own, held against the truth.",
      "",
      "  ./tipwright benchmark instrument --run lift-seed1 --seeds 50",
      ""
    })
final class InstrumentBenchmarkCommand implements Callable<Integer> {

  private static final int SIMULATED_TRIES = 10;

  @ParentCommand private BenchmarkCommand benchmark;
  @Spec private CommandSpec spec;

  @Option(
      names = "--run",
      paramLabel = "<run>",
      defaultValue = "latest",
      description = "Name or folder of a finished run, or 'latest'; by default ${DEFAULT-VALUE}.")
  private String run;

  @Option(
      names = "--seeds",
      paramLabel = "<n>",
      defaultValue = "50",
      description = "Microscopes; by default ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "<seed>",
      defaultValue = "1",
      description = "Seed of the first of them; by default ${DEFAULT-VALUE}.")
  private long firstSeed;

  @Option(
      names = "--attempts",
      paramLabel = "<n>",
      defaultValue = "3",
      description = "Lifts on each of them until one succeeds; by default ${DEFAULT-VALUE}.")
  private int attempts;

  @Option(
      names = "--time-scale",
      paramLabel = "<factor>",
      defaultValue = "5",
      description =
          "How much faster than the wall clock the instruments' time runs; by default"
              + " ${DEFAULT-VALUE}.")
  private double timeScale;

  @Option(
      names = "--at-once",
      paramLabel = "<n>",
      defaultValue = "1",
      description =
          "Microscopes at once; each needs a core at a time scale of 10. By default"
              + " ${DEFAULT-VALUE}.")
  private int atOnce;

  @Option(
      names = "--set",
      paramLabel = "<key=value>",
      description = "A setting of the microscopes, as in microscope.conf; repeatable.")
  private List<String> assignments = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (seeds < 1 || attempts < 1 || atOnce < 1) {
      throw new WrongUse("--seeds, --attempts and --at-once must be at least 1");
    }
    if (!(timeScale > 0 && timeScale <= 100)) {
      throw new WrongUse("--time-scale is " + timeScale + " but must be above 0 and at most 100");
    }
    RunDirectory directory = ChosenRun.find(benchmark.home(), run);
    TrainedRun.check(directory);
    PolicyScore training = training(directory);
    // What an earlier rehearsal of the run has left is kept.
    Path folder = FreeFolder.like(directory.root().toAbsolutePath().resolve("instrument"));
    Rehearsal rehearsal =
        new Rehearsal(
            benchmark.home().root(),
            directory.root().toAbsolutePath().toString(),
            folder,
            timeScale,
            attempts,
            assignments);
    SameSites sites = sameSites(directory, rehearsal);
    RehearsalScore score =
        new RehearsalScore(
            rehearse(rehearsal), attempts, training, sites.asTrained(), sites.withFaults());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(EvaluationResult.render(score.json()));
    } else {
      out.print(score.text());
      out.println("logs, audit and truth of each: " + folder);
    }
    out.flush();
    return 0;
  }

  private SameSites sameSites(RunDirectory directory, Rehearsal rehearsal) throws IOException {
    List<LiftSite> sites = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      sites.add(rehearsal.site(firstSeed + i));
    }
    TrainedPolicy policy = PolicyFile.load(directory.policy());
    Config environment = policy.card().settings().getConfig("env");
    return new SameSites(policy, environment, sites, SIMULATED_TRIES, attempts);
  }

  private PolicyScore training(RunDirectory directory) {
    try {
      return EvaluationResult.read(directory.evaluation()).played();
    } catch (IOException unfinished) {
      throw new WrongUse(
          "run '" + run + "' has no evaluation; make one with './tipwright evaluate " + run + "'",
          unfinished);
    }
  }

  private List<RehearsedLift> rehearse(Rehearsal rehearsal) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<RehearsedLift>> begun = new ArrayList<>();
      for (int i = 0; i < seeds; i++) {
        long seed = firstSeed + i;
        begun.add(threads.submit(() -> told(rehearsal.on(seed))));
      }
      List<RehearsedLift> lifts = new ArrayList<>();
      for (Future<RehearsedLift> one : begun) {
        lifts.add(one.get());
      }
      return lifts;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "a rehearsal failed: " + failed.getCause(), failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private synchronized RehearsedLift told(RehearsedLift lift) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "seed "
            + lift.seed()
            + ": "
            + String.join(", ", lift.outcomes())
            + (lift.remark().isEmpty() ? "" : " (" + lift.remark() + ")"));
    err.flush();
    return lift;
  }
}
