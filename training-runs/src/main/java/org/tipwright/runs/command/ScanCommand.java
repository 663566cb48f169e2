package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.lattice.MetalSurface;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.ScanFrame;
import org.tipwright.physics.scan.SurfaceState;
import org.tipwright.physics.scan.TipShape;
import org.tipwright.runs.config.NearestFile;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.experiment.ArrangementFile;
import org.tipwright.runs.experiment.Arrangements;
import org.tipwright.runs.experiment.ScanImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code physics scan}: an image of an arrangement of adsorbates. */
@Command(
    name = "scan",
    description = {
      "Image an arrangement of adsorbates by a perfect instrument.",
      "",
      "  ./tipwright physics scan --arrangement corral --surface Cu111 --bias-volt 0.02",
      ""
    })
final class ScanCommand implements Callable<Integer> {

  private static final int MOST_PIXELS = 1024;
  private static final double DOUBLE_TIP_ANGSTROM = 6;
  private static final double DOUBLE_TIP_RECESS_ANGSTROM = 0.3;
  private static final double BLUNT_RADIUS_ANGSTROM = 2.89;

  @ParentCommand private PhysicsCommand physics;
  @Spec private CommandSpec spec;
  @Mixin private FigureFolder folder = new FigureFolder();

  @Option(
      names = "--arrangement",
      paramLabel = "<name>",
      defaultValue = "mixed",
      description = {
        "corral, mixed, or a file.csv with the columns kind,x_angstrom,y_angstrom,angle_degrees",
        "and the kinds adatom, CO, PTCDA; by default ${DEFAULT-VALUE}."
      })
  private String arrangement;

  @Option(
      names = "--surface",
      paramLabel = "<metal>",
      defaultValue = "Ag111",
      description = "Ag111, Au111 or Cu111; by default ${DEFAULT-VALUE}.")
  private String surface;

  @Option(
      names = "--tip",
      paramLabel = "<shape>",
      defaultValue = "sharp",
      description = "sharp, double or blunt; by default ${DEFAULT-VALUE}.")
  private String tip;

  @Option(
      names = "--bias-volt",
      paramLabel = "<V>",
      defaultValue = "0.05",
      description = "Bias at the sample; by default ${DEFAULT-VALUE}.")
  private double biasVolt;

  @Option(
      names = "--setpoint-nanoampere",
      paramLabel = "<nA>",
      defaultValue = "0.05",
      description = "Current that the feedback holds; by default ${DEFAULT-VALUE}.")
  private double setpoint;

  @Option(
      names = "--height-angstrom",
      paramLabel = "<Å>",
      description = "Scan at this height over point contact instead, the feedback open.")
  private @Nullable Double height;

  @Option(
      names = "--size-angstrom",
      paramLabel = "<Å>",
      defaultValue = "100",
      description = "Edge of the image, centred on the origin; by default ${DEFAULT-VALUE}.")
  private double size;

  @Option(
      names = "--pixels",
      paramLabel = "<n>",
      defaultValue = "128",
      description = "Pixels along an edge; by default ${DEFAULT-VALUE}.")
  private int pixels;

  @Override
  public Integer call() throws IOException {
    Metal metal = Choice.of("surface", surface, Metal.ALL, Metal::label);
    String shape = Choice.of("tip", tip, List.of("sharp", "double", "blunt"), name -> name);
    check();
    List<Adsorbate> adsorbates = adsorbates();
    Path out = folder.open(physics.home());
    ScanImage.Terrace terrace =
        new ScanImage.Terrace(
            new TunnellingGap(metal.surface().workFunctionEv(), 0), biasVolt, metal.state());
    ScanFrame frame = ScanFrame.square(0, 0, size, pixels);
    ScanImage image = image(terrace, adsorbates, shape(shape), frame);
    String name = "scan-" + title() + "-" + surface + "-" + shape;
    image.table().write(out.resolve(name + ".csv"));
    image.write(out.resolve(name + ".png"));
    PrintWriter print = spec.commandLine().getOut();
    print.println(out.resolve(name + ".png"));
    print.println(out.resolve(name + ".csv"));
    print.flush();
    return 0;
  }

  private void check() {
    if (!(Math.abs(biasVolt) > 0 && Math.abs(biasVolt) <= 1)) {
      throw new WrongUse("--bias-volt is " + biasVolt + " but must be within 1 V, and not 0");
    }
    if (!(size > 0 && size <= 10_000)) {
      throw new WrongUse("--size-angstrom is " + size + " but must be above 0, at most 10000");
    }
    if (pixels < 2 || pixels > MOST_PIXELS) {
      throw new WrongUse("--pixels is " + pixels + " but must be from 2 to " + MOST_PIXELS);
    }
  }

  private ScanImage image(
      ScanImage.Terrace terrace, List<Adsorbate> adsorbates, TipShape apexes, ScanFrame frame) {
    try {
      return height == null
          ? ScanImage.constantCurrent(terrace, adsorbates, apexes, frame, setpoint)
          : ScanImage.constantHeight(terrace, adsorbates, apexes, frame, height);
    } catch (IllegalArgumentException impossible) {
      throw new WrongUse(
          Sentences.of(impossible) + "; change --setpoint-nanoampere or --bias-volt", impossible);
    }
  }

  private static TipShape shape(String name) {
    return switch (name) {
      case "double" -> TipShape.twofold(DOUBLE_TIP_ANGSTROM, 0, DOUBLE_TIP_RECESS_ANGSTROM);
      case "blunt" -> TipShape.blunt(BLUNT_RADIUS_ANGSTROM, 0);
      default -> TipShape.sharp();
    };
  }

  private List<Adsorbate> adsorbates() throws IOException {
    if (!arrangement.endsWith(".csv")) {
      return Arrangements.named(
          Choice.of("arrangement", arrangement, Arrangements.NAMES, name -> name));
    }
    Path file = Path.of(arrangement);
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(
          "there is no arrangement file '"
              + file
              + "'"
              + NearestFile.suggestion(file, name -> name.endsWith(".csv")));
    }
    try {
      return ArrangementFile.read(file);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse(Sentences.of(wrong), wrong);
    }
  }

  private String title() {
    String name = String.valueOf(Path.of(arrangement).getFileName());
    return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
  }

  /** A metal with its surface state. */
  private record Metal(String label, MetalSurface surface, SurfaceState state) {

    static final List<Metal> ALL =
        List.of(
            new Metal("Ag111", MetalSurface.AG111, SurfaceState.silver()),
            new Metal("Au111", MetalSurface.AU111, SurfaceState.gold()),
            new Metal("Cu111", MetalSurface.CU111, SurfaceState.copper()));
  }
}
