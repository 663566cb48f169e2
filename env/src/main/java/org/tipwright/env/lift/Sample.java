package org.tipwright.env.lift;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tipwright.physics.forcefield.ThermalHops;
import org.tipwright.physics.lift.LiftModel;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;
import org.tipwright.physics.lift.molecular.MoleculeOnMetal;
import org.tipwright.physics.lift.molecular.Substrate;
import org.tipwright.physics.lift.planar.PlanarLift;
import org.tipwright.physics.lift.planar.PlanarMolecule;
import org.tipwright.physics.molecule.Molecule;
import org.tipwright.physics.molecule.MoleculeFormat;
import org.tipwright.physics.molecule.MoleculeFormatException;
import org.tipwright.physics.molecule.Molecules;

/**
 * What lies under the tip, and which engine moves it.
 *
 * @param molecular whether the engine is the molecular one, else the planar chain
 * @param surface the metal
 * @param molecule what is lifted
 * @param layer how much of its layer is there
 * @param heat temperature and attempt frequency of thermal events
 * @param dwellSeconds for which the tip rests after each move
 */
public record Sample(
    boolean molecular,
    Substrate surface,
    Molecule molecule,
    Layer layer,
    ThermalHops heat,
    double dwellSeconds) {

  /** How much of the layer is there. */
  public enum Layer {
    /** All of it, but for what is drawn missing. */
    FULL,
    /** One side of the molecule is free: far end, held end or sides. */
    EDGE,
    /** The molecule lies alone. */
    ISOLATED
  }

  /** Neither planar nor anything else than PTCDA in its layer on silver is known to the chain. */
  public Sample {
    if (!molecular && !(surface.name().equals("Ag111") && molecule.name().equals("PTCDA"))) {
      throw new IllegalArgumentException(
          "engine = planar knows PTCDA on Ag111 only, not "
              + molecule.name()
              + " on "
              + surface.name()
              + "; set engine = molecular");
    }
    if (molecular && layer != Layer.ISOLATED && molecule.cell().isEmpty()) {
      throw new IllegalArgumentException(
          "molecule "
              + molecule.name()
              + " has no 'layer' line, so its layer is not known; set layer = isolated");
    }
    if (!(dwellSeconds >= 0 && dwellSeconds <= 1e4)) {
      throw new IllegalArgumentException(
          "dwell-seconds = " + dwellSeconds + ": must be from 0 to 10000");
    }
  }

  static Sample from(Config config) {
    return new Sample(
        switch (config.getString("engine")) {
          case "molecular" -> true;
          case "planar" -> false;
          default ->
              throw new IllegalArgumentException(
                  "engine = "
                      + config.getString("engine")
                      + ": the lift engines are 'molecular' and 'planar'");
        },
        switch (config.getString("surface")) {
          case "Ag111" -> Substrate.silver();
          case "Au111" -> Substrate.gold();
          default ->
              throw new IllegalArgumentException(
                  "surface = "
                      + config.getString("surface")
                      + ": the surfaces are 'Ag111' and 'Au111'");
        },
        molecule(config.getString("molecule")),
        layer(config.getString("layer")),
        heat(config),
        config.getDouble("dwell-seconds"));
  }

  private static ThermalHops heat(Config config) {
    double kelvin = config.getDouble("temperature-kelvin");
    if (!(kelvin >= 0 && kelvin <= 400)) {
      throw new IllegalArgumentException(
          "temperature-kelvin = " + kelvin + ": must be from 0 to 400");
    }
    return new ThermalHops(1e12, kelvin);
  }

  private static Layer layer(String name) {
    for (Layer layer : Layer.values()) {
      if (layer.name().toLowerCase(Locale.ROOT).equals(name)) {
        return layer;
      }
    }
    throw new IllegalArgumentException(
        "layer = " + name + ": the choices are 'full', 'edge' and 'isolated'");
  }

  /** A molecule by name, from a file, or from its text, which holds more than one line. */
  private static Molecule molecule(String value) {
    if (Molecules.NAMES.contains(value)) {
      return Molecules.named(value);
    }
    try {
      return value.contains("\n")
          ? MoleculeFormat.read("molecule", value.getBytes(StandardCharsets.UTF_8))
          : MoleculeFormat.read(value, bytes(value));
    } catch (MoleculeFormatException refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "molecule = "
              + file
              + ": neither one of "
              + Molecules.NAMES
              + " nor a file that can be read",
          unreadable);
    }
  }

  /** The text in place of a molecule's file, so that the settings stand alone. */
  static String standingAlone(String value) {
    return Molecules.NAMES.contains(value) || value.contains("\n")
        ? value
        : new String(bytes(value), StandardCharsets.UTF_8);
  }

  /** A new engine; {@link LiftModel#place} comes first. */
  public LiftModel engine() {
    if (!molecular) {
      return new PlanarLift(PlanarMolecule.ptcdaOnSilver());
    }
    MolecularSettings settings = MolecularSettings.ptcda(surface).with(molecule);
    return new MolecularLift(settings, layer == Layer.ISOLATED);
  }

  /** Direction of the molecule's long axis to the layer's first cell vector, in degrees. */
  double longAxisDegrees(int which) {
    return molecular && molecule.cell().isPresent()
        ? MoleculeOnMetal.of(MolecularSettings.ptcda(surface).with(molecule)).turnDegrees(which)
        : PLANAR_LONG_AXIS[which];
  }

  private static final double[] PLANAR_LONG_AXIS = {47.2, 133.2};
}
