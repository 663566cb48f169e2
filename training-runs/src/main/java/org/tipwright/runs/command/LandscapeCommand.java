package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.experiment.Landscape;
import org.tipwright.runs.experiment.SlideScenes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code physics field landscape}: the energy of an adsorbate under a tip. */
@Command(
    name = "landscape",
    description = "Map the energy of an adsorbate on its surface, under a tip.")
final class LandscapeCommand implements Callable<Integer> {

  private static final double HALF_ANGSTROM = 5;

  @ParentCommand private FieldCommand field;
  @Spec private CommandSpec spec;
  @Mixin private SlideOptions slide = new SlideOptions();
  @Mixin private FigureFolder folder = new FigureFolder();

  @Option(
      names = "--shift-angstrom",
      paramLabel = "<Å>",
      defaultValue = "1",
      description = "How far the tip has left the site, along a row; by default ${DEFAULT-VALUE}.")
  private double shift;

  @Override
  public Integer call() throws IOException {
    if (!(Math.abs(shift) <= 100)) {
      throw new WrongUse("--shift-angstrom is " + shift + " but must be within 100");
    }
    SlideScenes chosen = slide.adsorbate();
    double height = slide.heightAngstrom();
    SlideScene scene = chosen.scene(height);
    Path out = folder.open(field.home());
    Landscape landscape =
        Landscape.of(
            chosen.adsorbate(),
            scene.tipXAngstrom() + shift,
            scene.tipYAngstrom(),
            height,
            HALF_ANGSTROM);
    String name = String.format(Locale.ROOT, "landscape-%s-%.2f", chosen.label(), height);
    landscape.table().write(out.resolve(name + ".csv"));
    landscape.write(out.resolve(name + ".png"));
    PrintWriter print = spec.commandLine().getOut();
    print.println(out.resolve(name + ".png"));
    print.println(out.resolve(name + ".csv"));
    print.flush();
    return 0;
  }
}
