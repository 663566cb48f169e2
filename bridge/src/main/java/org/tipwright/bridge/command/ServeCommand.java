package org.tipwright.bridge.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.server.BridgeServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge serve}. */
@Command(
    name = "serve",
    description =
        "Serve an instrument, unarmed, until this program is ended; then withdraw its tip.")
final class ServeCommand implements Callable<Integer> {

  @Mixin private final InstrumentOption instrument = new InstrumentOption();
  @Mixin private final ServingOption serving = new ServingOption();

  @Option(names = "--reflection", description = "Tell generic gRPC clients what methods there are.")
  private boolean reflection;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InstrumentException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (BridgeServer server = start(out)) {
      out.println("to let an agent move the tip: tipwright bridge arm; to stop it: bridge stop");
      out.flush();
      server.awaitTermination();
    }
    return 0;
  }

  private BridgeServer start(PrintWriter out) throws IOException, InstrumentException {
    try {
      InstrumentChoice choice = instrument.choice();
      ServingOption.Preparation prepared = serving.prepare(choice, reflection);
      Instrument opened = prepared.open(choice::open);
      return prepared.start(opened, out);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
