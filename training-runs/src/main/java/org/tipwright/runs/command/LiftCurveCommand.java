package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.config.NearestFile;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.experiment.ForceTable;
import org.tipwright.runs.experiment.LiftCurve;
import org.tipwright.runs.experiment.LiftCurveFigure;
import org.tipwright.runs.experiment.LiftEngine;
import org.tipwright.runs.experiment.LiftPath;
import org.tipwright.runs.experiment.LiftPathFile;
import org.tipwright.runs.experiment.LiftSetting;
import org.tipwright.runs.figure.Panel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code physics lift-curve}: force and current against height. */
@Command(
    name = "lift-curve",
    description = {
      "Draw force and current against height, for one path or several in one figure.",
      "",
      "  ./tipwright physics lift-curve --path straight,published --direction 0,180 --unbreakable",
      ""
    })
final class LiftCurveCommand implements Callable<Integer> {

  @ParentCommand private PhysicsCommand physics;
  @Spec private CommandSpec spec;
  @Mixin private LiftOptions lift = new LiftOptions();
  @Mixin private FigureFolder folder = new FigureFolder();

  @Option(
      names = "--engine",
      paramLabel = "<a,b>",
      split = ",",
      description = "molecular, planar; several give several curves; by default molecular.")
  private List<String> engines = List.of("molecular");

  @Option(
      names = "--path",
      paramLabel = "<a,b>",
      split = ",",
      description = {
        "straight, published, inward45, outward, or a file.csv with the columns",
        "height_angstrom,inward_angstrom,sideways_angstrom; by default straight,published."
      })
  private List<String> paths = List.of("straight", "published");

  @Option(
      names = "--direction",
      paramLabel = "<deg>",
      split = ",",
      description = "Degrees by which a named path is turned from inward; by default 0.")
  private List<Double> directions = List.of(0.0);

  @Option(
      names = "--bias-volt",
      paramLabel = "<V>",
      defaultValue = "0.003",
      description = "Voltage at which the current flows; by default ${DEFAULT-VALUE}.")
  private double biasVolt;

  @Override
  public Integer call() throws IOException, NotConverged {
    List<LiftEngine> chosen = LiftOptions.engines(engines);
    LiftSetting setting = lift.setting(chosen.get(0));
    List<LiftPath> ways = ways();
    if (!(Math.abs(biasVolt) > 0 && Math.abs(biasVolt) <= 1)) {
      throw new WrongUse("--bias-volt is " + biasVolt + " but must be within 1 V, and not 0");
    }
    int count = chosen.size() * ways.size();
    if (count > Panel.mostLines()) {
      throw new WrongUse(
          count + " curves are too many for one figure; ask for " + Panel.mostLines() + " at most");
    }
    Path out = folder.open(physics.home());
    List<LiftCurve> curves = new ArrayList<>();
    for (LiftEngine engine : chosen) {
      LiftEngine.Junction junction = LiftOptions.open(engine, lift.setting(engine));
      for (LiftPath way : ways) {
        String label = chosen.size() == 1 ? way.name() : engine.label() + ": " + way.name();
        curves.add(LiftCurve.measure(label, junction, way.lateral(), biasVolt));
      }
    }
    String name =
        "lift-curve-"
            + String.join("-", engines)
            + "-"
            + setting.surface().name()
            + "-"
            + setting.layer().label();
    LiftCurveFigure.table(curves).write(out.resolve(name + ".csv"));
    LiftCurveFigure.write(out.resolve(name + ".png"), curves);
    PrintWriter print = spec.commandLine().getOut();
    print.print(ForceTable.text(curves));
    print.println(out.resolve(name + ".png"));
    print.println(out.resolve(name + ".csv"));
    print.flush();
    return 0;
  }

  private List<LiftPath> ways() throws IOException {
    List<LiftPath> ways = new ArrayList<>();
    for (String path : paths) {
      if (path.endsWith(".csv")) {
        ways.add(file(Path.of(path)));
        continue;
      }
      String name = Choice.of("path", path, LiftPath.NAMES, known -> known);
      for (double direction : directions) {
        ways.add(LiftPath.named(name, direction));
        if (!LiftPath.hasDirection(name)) {
          break;
        }
      }
    }
    return ways;
  }

  private static LiftPath file(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(
          "there is no path file '"
              + file
              + "'"
              + NearestFile.suggestion(file, name -> name.endsWith(".csv")));
    }
    try {
      return LiftPathFile.read(file);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse(Sentences.of(wrong), wrong);
    }
  }
}
