package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.experiment.ForceMap;
import org.tipwright.runs.experiment.ForceMapFigure;
import org.tipwright.runs.experiment.LiftEngine;
import org.tipwright.runs.experiment.LiftSetting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code physics field corridor}: the force needed over height and lateral position. */
@Command(
    name = "corridor",
    description = {
      "Map the force needed to lift over height and lateral position: the corridor.",
      "",
      "Many lifts along the published path, stretched sideways; the bond is unbreakable, and where",
      "one of --strength-nanonewton would have broken is marked.",
      ""
    })
final class CorridorCommand implements Callable<Integer> {

  private static final int MOST_LIFTS = 400;

  @ParentCommand private FieldCommand field;
  @Spec private CommandSpec spec;
  @Mixin private LiftOptions lift = new LiftOptions();
  @Mixin private FigureFolder folder = new FigureFolder();

  @Option(
      names = "--engine",
      paramLabel = "<name>",
      defaultValue = "molecular",
      description = "molecular or planar; by default ${DEFAULT-VALUE}.")
  private String engine;

  @Option(
      names = "--direction",
      paramLabel = "<deg>",
      defaultValue = "0",
      description = "Direction of the vertical plane, in degrees from inward; by default 0.")
  private double direction;

  @Option(
      names = "--lifts",
      paramLabel = "<n>",
      defaultValue = "40",
      description = "Lifts on each side of straight up; by default ${DEFAULT-VALUE}.")
  private int lifts;

  @Override
  public Integer call() throws IOException, NotConverged {
    if (lifts < 1 || lifts > MOST_LIFTS) {
      throw new WrongUse("--lifts is " + lifts + " but must be from 1 to " + MOST_LIFTS);
    }
    LiftEngine chosen = LiftOptions.engines(List.of(engine)).get(0);
    LiftSetting setting = lift.setting(chosen);
    LiftEngine.Junction junction = LiftOptions.open(chosen, setting.madeUnbreakable());
    Path out = folder.open(field.home());
    ForceMap map = ForceMap.measure(junction, direction, lifts);
    String name =
        "corridor-" + engine + "-" + setting.surface().name() + "-" + setting.layer().label();
    ForceMapFigure.table(map).write(out.resolve(name + ".csv"));
    ForceMapFigure.write(out.resolve(name + ".png"), map, setting.strengthNanonewton());
    PrintWriter print = spec.commandLine().getOut();
    print.println(out.resolve(name + ".png"));
    print.println(out.resolve(name + ".csv"));
    print.flush();
    return 0;
  }
}
