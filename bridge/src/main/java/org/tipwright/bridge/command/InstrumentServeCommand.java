package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.microscope.ChosenSite;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.microscope.remote.MicroscopeServer;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.safety.MonotonicClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code instrument serve}. */
@Command(
    name = "serve",
    description =
        "Serve a simulated microscope over the Nanonis TCP protocol, to programs on this machine.")
final class InstrumentServeCommand implements Callable<Integer> {

  @Option(
      names = "--ports",
      paramLabel = "<port>",
      split = ",",
      defaultValue = "6501,6502,6503,6504",
      description =
          "One to four ports for commands, 0 for any free one; by default ${DEFAULT-VALUE}.")
  private List<Integer> ports = new ArrayList<>();

  @Option(
      names = "--logger-port",
      paramLabel = "<port>",
      defaultValue = "6590",
      description = "Port of the logger's stream, 0 for any free one; by default ${DEFAULT-VALUE}.")
  private int loggerPort;

  @Option(
      names = "--instrument-seed",
      paramLabel = "<seed>",
      defaultValue = "1",
      description = "Seed of everything hidden: tip, sample, drift; by default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--time-scale",
      paramLabel = "<factor>",
      defaultValue = "1",
      description =
          "How much faster than the wall clock the instrument's time runs; by default"
              + " ${DEFAULT-VALUE}.")
  private double timeScale;

  @Option(
      names = "--session",
      paramLabel = "<folder>",
      defaultValue = "session",
      description =
          "Folder for saved scans, the only one written to; by default ./${DEFAULT-VALUE}.")
  private Path session;

  @Option(
      names = "--release",
      paramLabel = "<number>",
      defaultValue = "" + Catalogue.R13742,
      description =
          "Release of the protocol, 13742 (June 2024) or 14718 (April 2025); by default"
              + " ${DEFAULT-VALUE}.")
  private int release;

  @Option(
      names = "--set",
      paramLabel = "<key=value>",
      description = "A setting of the microscope, as in microscope.conf; repeatable.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--truth",
      paramLabel = "<file>",
      description =
          "Keep a file of what is really so, which no client is told: what the tip holds, crashes,"
              + " tip changes.")
  private @Nullable Path truth;

  @Option(
      names = "--site",
      paramLabel = "<folder>",
      description = {
        "Choose a molecule, in the place of an operator's look at a scan: site.conf, lines for the"
            + " settings of the driver 'nanonis', and site.sxm, an image of it. The tip begins over"
            + " it."
      })
  private @Nullable Path site;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Microscope microscope = microscope();
    try (MicroscopeServer server = start(microscope);
        @Nullable TruthFile kept =
            truth == null ? null : new TruthFile(microscope.truth(), truth)) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    if (kept != null) {
                      kept.close();
                    }
                  },
                  "close-at-exit"));
      out.println(
          "simulated microscope (seed "
              + seed
              + ") at 127.0.0.1, ports "
              + server.ports().stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ", logger at "
              + server.loggerPort()
              + ", scans saved in "
              + session.toAbsolutePath().normalize());
      out.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private Microscope microscope() throws IOException {
    try {
      if (release != Catalogue.R13742 && release != Catalogue.R14718) {
        throw new IllegalArgumentException(
            "--release is " + Catalogue.R13742 + " or " + Catalogue.R14718 + ", not " + release);
      }
      MicroscopeSettings settings = settings();
      return new Microscope(
          settings,
          seed,
          new Session(session, LocalDateTime.now(ZoneId.systemDefault()), settings.realTimeHertz()),
          MonotonicClock.ofThisMachine(),
          timeScale);
    } catch (IllegalArgumentException wrong) {
      throw wrongUse(wrong);
    }
  }

  /** Whoever has just chosen a site has the tip over it. */
  private MicroscopeSettings settings() throws IOException {
    MicroscopeSettings settings = MicroscopeSettings.with(assignments);
    if (site == null) {
      return settings;
    }
    ChosenSite chosen = ChosenSite.in(settings, seed);
    chosen.write(site, LocalDateTime.now(ZoneId.systemDefault()));
    List<String> own = new ArrayList<>(assignments);
    own.add(
        "start.tip-nanometre=[" + chosen.xAngstrom() / 10 + "," + chosen.yAngstrom() / 10 + "]");
    return MicroscopeSettings.with(own);
  }

  private MicroscopeServer start(Microscope microscope) throws IOException {
    try {
      return MicroscopeServer.start(microscope, ports, loggerPort, release);
    } catch (IllegalArgumentException wrong) {
      throw wrongUse(wrong);
    }
  }

  private ParameterException wrongUse(IllegalArgumentException wrong) {
    return new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
  }
}
