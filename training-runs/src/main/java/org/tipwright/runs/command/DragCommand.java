package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.slide.DragLine;
import org.tipwright.physics.slide.DragTrace;
import org.tipwright.physics.slide.LatticeSlide;
import org.tipwright.physics.slide.SlideConditions;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.experiment.DragFigure;
import org.tipwright.runs.experiment.SlideScenes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code physics drag}: the trace of an adsorbate that a tip drags. */
@Command(
    name = "drag",
    description = {
      "Drag an adsorbate at constant height: force, way and current with their sawtooth.",
      "",
      "  ./tipwright physics drag --adsorbate CO-Cu111 --height-angstrom 2.7",
      ""
    })
final class DragCommand implements Callable<Integer> {

  private static final double STEP_ANGSTROM = 0.05;

  @ParentCommand private PhysicsCommand physics;
  @Spec private CommandSpec spec;
  @Mixin private SlideOptions slide = new SlideOptions();
  @Mixin private FigureFolder folder = new FigureFolder();

  @Option(
      names = "--direction",
      paramLabel = "<deg>",
      defaultValue = "0",
      description = "Degrees from a close-packed row; by default ${DEFAULT-VALUE}.")
  private double direction;

  @Option(
      names = "--length-angstrom",
      paramLabel = "<Å>",
      defaultValue = "20",
      description = "Way of the tip; by default ${DEFAULT-VALUE}.")
  private double length;

  @Option(
      names = "--speed-angstrom-per-second",
      paramLabel = "<Å/s>",
      defaultValue = "5",
      description = "Speed of the tip; by default ${DEFAULT-VALUE}.")
  private double speed;

  @Option(
      names = "--temperature-kelvin",
      paramLabel = "<K>",
      defaultValue = "5",
      description = "At 0 nothing hops by heat; by default ${DEFAULT-VALUE}.")
  private double temperature;

  @Option(
      names = "--bias-volt",
      paramLabel = "<V>",
      defaultValue = "0.01",
      description = "Voltage at which the current flows; by default ${DEFAULT-VALUE}.")
  private double biasVolt;

  @Option(
      names = "--seed",
      paramLabel = "<seed>",
      defaultValue = "1",
      description = "Seed of the hops by heat; by default ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws IOException, NotConverged {
    check("--length-angstrom", length, 1000);
    check("--speed-angstrom-per-second", speed, 1e6);
    check("--bias-volt", biasVolt, 1);
    if (!(temperature >= 0 && temperature <= 1000)) {
      throw new WrongUse("--temperature-kelvin is " + temperature + " but must be 0 to 1000");
    }
    SlideScenes chosen = slide.adsorbate();
    double height = slide.heightAngstrom();
    Path out = folder.open(physics.home());
    SlideScene scene = chosen.scene(height);
    double azimuth = StrictMath.toRadians(direction);
    DragTrace trace =
        new DragLine(azimuth, length, STEP_ANGSTROM, speed)
            .run(
                new LatticeSlide(chosen.adsorbate(), SlideConditions.at(temperature)),
                scene,
                0,
                new RandomStream(seed, "drag"));
    DragFigure figure =
        new DragFigure(
            trace,
            scene.tipXAngstrom(),
            scene.tipYAngstrom(),
            azimuth,
            chosen.adsorbate().junction(),
            biasVolt);
    String name = String.format(Locale.ROOT, "drag-%s-%.2f", chosen.label(), height);
    figure.table().write(out.resolve(name + ".csv"));
    figure.write(out.resolve(name + ".png"));
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        Locale.ROOT,
        "%s, tip %.2f Å high: %s, %d jumps, largest lateral force %.0f pN%n",
        chosen.adsorbate().name(),
        height,
        trace.mode().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        trace.events().size(),
        1e3 * trace.largestLateralNanonewton());
    print.println(out.resolve(name + ".png"));
    print.println(out.resolve(name + ".csv"));
    print.flush();
    return 0;
  }

  private static void check(String option, double value, double most) {
    if (!(value > 0 && value <= most)) {
      throw new WrongUse(
          String.format(
              Locale.ROOT, "%s is %s but must be above 0, at most %.0f", option, value, most));
    }
  }
}
