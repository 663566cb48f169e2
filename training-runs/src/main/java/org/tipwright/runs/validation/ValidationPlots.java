package org.tipwright.runs.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.lattice.MetalSurface;
import org.tipwright.physics.molecule.Molecules;
import org.tipwright.physics.scan.ScanFrame;
import org.tipwright.physics.scan.SurfaceState;
import org.tipwright.physics.scan.TipShape;
import org.tipwright.physics.slide.DragLine;
import org.tipwright.physics.slide.LatticeSlide;
import org.tipwright.physics.slide.SlideConditions;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.runs.experiment.Arrangements;
import org.tipwright.runs.experiment.DragFigure;
import org.tipwright.runs.experiment.ForceMap;
import org.tipwright.runs.experiment.ForceMapFigure;
import org.tipwright.runs.experiment.Landscape;
import org.tipwright.runs.experiment.LayerChoice;
import org.tipwright.runs.experiment.LiftCurve;
import org.tipwright.runs.experiment.LiftCurveFigure;
import org.tipwright.runs.experiment.LiftEngine;
import org.tipwright.runs.experiment.LiftPath;
import org.tipwright.runs.experiment.LiftSetting;
import org.tipwright.runs.experiment.ScanImage;
import org.tipwright.runs.experiment.SlideScenes;

/** The figures of the validation page. */
public final class ValidationPlots {

  private static final double BIAS_VOLT = 0.003;
  private static final double DRAG_HEIGHT_ANGSTROM = 2.7;
  private static final int LIFTS_PER_SIDE = 40;

  private ValidationPlots() {}

  /** All figures, in the order of the page. */
  public static List<ValidationPlot> all() {
    List<ValidationPlot> plots = new ArrayList<>();
    for (LiftEngine engine : LiftEngine.values()) {
      String name = engine.label();
      plots.add(
          new ValidationPlot(
              "lift-curve-" + name + ".png",
              "Force needed to lift PTCDA out of its layer on Ag(111), and the current, by the"
                  + " engine '"
                  + name
                  + "'; the bond to the tip is unbreakable.",
              "physics lift-curve --engine "
                  + name
                  + " --path straight,published --direction 0,45,-45,180 --unbreakable",
              file -> liftCurves(file, engine)));
      plots.add(
          new ValidationPlot(
              "corridor-" + name + ".png",
              "Force needed wherever the tip is in the vertical plane through held corner and"
                  + " centre, by the engine '"
                  + name
                  + "'.",
              "physics field corridor --engine " + name,
              file -> corridor(file, engine)));
    }
    plots.add(
        new ValidationPlot(
            "drag.png",
            "CO on Cu(111) pulled along a close-packed row by a tip 2.7 Å above it, at 5 K.",
            "physics drag",
            ValidationPlots::drag));
    plots.add(
        new ValidationPlot(
            "landscape.png",
            "Energy of CO on Cu(111) under a tip that has left its site by 1 Å.",
            "physics field landscape",
            ValidationPlots::landscape));
    plots.add(
        new ValidationPlot(
            "scan.png",
            "Constant-current image of twenty adatoms on Cu(111), 20 mV, 50 pA.",
            "physics scan --arrangement corral --surface Cu111 --bias-volt 0.02",
            ValidationPlots::scan));
    return plots;
  }

  private static LiftEngine.Junction junction(LiftEngine engine) {
    return engine.open(
        new LiftSetting(
            LiftEngine.SURFACES.get(0),
            Molecules.ptcda(),
            LayerChoice.FULL,
            1,
            engine.usualStrengthNanonewton(),
            true));
  }

  private static void liftCurves(Path file, LiftEngine engine) throws IOException, NotConverged {
    List<LiftPath> paths = new ArrayList<>(List.of(LiftPath.named("straight", 0)));
    for (double direction : new double[] {0, 45, -45, 180}) {
      paths.add(LiftPath.named("published", direction));
    }
    List<LiftCurve> curves = new ArrayList<>();
    LiftEngine.Junction junction = junction(engine);
    for (LiftPath path : paths) {
      curves.add(LiftCurve.measure(path.name(), junction, path.lateral(), BIAS_VOLT));
    }
    LiftCurveFigure.write(file, curves);
  }

  private static void corridor(Path file, LiftEngine engine) throws IOException, NotConverged {
    ForceMap map = ForceMap.measure(junction(engine), 0, LIFTS_PER_SIDE);
    ForceMapFigure.write(file, map, engine.usualStrengthNanonewton());
  }

  private static void drag(Path file) throws IOException, NotConverged {
    SlideScenes co = SlideScenes.CO_ON_COPPER;
    SlideScene scene = co.scene(DRAG_HEIGHT_ANGSTROM);
    new DragFigure(
            new DragLine(0, 20, 0.05, 5)
                .run(
                    new LatticeSlide(co.adsorbate(), SlideConditions.at(5)),
                    scene,
                    0,
                    new RandomStream(1, "drag")),
            scene.tipXAngstrom(),
            scene.tipYAngstrom(),
            0,
            co.adsorbate().junction(),
            0.01)
        .write(file);
  }

  private static void landscape(Path file) throws IOException {
    SlideScenes co = SlideScenes.CO_ON_COPPER;
    SlideScene scene = co.scene(DRAG_HEIGHT_ANGSTROM);
    Landscape.of(
            co.adsorbate(), scene.tipXAngstrom() + 1, scene.tipYAngstrom(), DRAG_HEIGHT_ANGSTROM, 5)
        .write(file);
  }

  private static void scan(Path file) throws IOException {
    TunnellingGap gap = new TunnellingGap(MetalSurface.CU111.workFunctionEv(), 0);
    ScanImage.constantCurrent(
            new ScanImage.Terrace(gap, 0.02, SurfaceState.copper()),
            Arrangements.named("corral"),
            TipShape.sharp(),
            ScanFrame.square(0, 0, 100, 128),
            0.05)
        .write(file);
  }
}
