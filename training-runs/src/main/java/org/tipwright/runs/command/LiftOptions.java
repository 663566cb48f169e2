package org.tipwright.runs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.lift.molecular.Substrate;
import org.tipwright.physics.molecule.Molecule;
import org.tipwright.physics.molecule.MoleculeFormat;
import org.tipwright.physics.molecule.MoleculeFormatException;
import org.tipwright.physics.molecule.Molecules;
import org.tipwright.runs.config.NearestFile;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.experiment.LayerChoice;
import org.tipwright.runs.experiment.LiftEngine;
import org.tipwright.runs.experiment.LiftSetting;
import picocli.CommandLine.Option;

/** What is lifted: the options that all views of a lift share. */
final class LiftOptions {

  @Option(
      names = "--surface",
      paramLabel = "<metal>",
      defaultValue = "Ag111",
      description = "Ag111 or Au111; by default ${DEFAULT-VALUE}.")
  private String surface;

  @Option(
      names = "--molecule",
      paramLabel = "<name>",
      defaultValue = "PTCDA",
      description = "PTCDA, NTCDA, or a file.molecule; by default ${DEFAULT-VALUE}.")
  private String molecule;

  @Option(
      names = "--layer",
      paramLabel = "<layer>",
      defaultValue = "full",
      description = "full, edge or isolated; by default ${DEFAULT-VALUE}.")
  private String layer;

  @Option(
      names = "--strength-nanonewton",
      paramLabel = "<nN>",
      description = "What the tip's bond bears; by default 1.25 nN, for the planar engine 1.12 nN.")
  private @Nullable Double strength;

  @Option(
      names = "--corner",
      paramLabel = "<n>",
      defaultValue = "1",
      description = {
        "Corner oxygen that the tip holds, 0 to 3; even and odd ones see their neighbours",
        "differently; by default ${DEFAULT-VALUE}."
      })
  private int corner;

  @Option(
      names = "--unbreakable",
      description = "Hold the molecule by a bond that no lift breaks: the force needed shows.")
  private boolean unbreakable;

  /** These options for one engine. */
  LiftSetting setting(LiftEngine engine) throws IOException {
    Substrate metal = Choice.of("surface", surface, LiftEngine.SURFACES, Substrate::name);
    LayerChoice around =
        Choice.of("layer", layer, List.of(LayerChoice.values()), LayerChoice::label);
    if (corner < 0 || corner > 3) {
      throw new WrongUse("--corner is " + corner + " but must be 0, 1, 2 or 3");
    }
    try {
      double bears = strength == null ? engine.usualStrengthNanonewton() : strength;
      return new LiftSetting(metal, chosenMolecule(), around, corner, bears, unbreakable);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse(Sentences.of(wrong), wrong);
    }
  }

  private Molecule chosenMolecule() throws IOException {
    if (!molecule.endsWith(".molecule")) {
      return Molecules.named(Choice.of("molecule", molecule, Molecules.NAMES, name -> name));
    }
    Path file = Path.of(molecule);
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(
          "there is no molecule file '"
              + file
              + "'"
              + NearestFile.suggestion(file, name -> name.endsWith(".molecule")));
    }
    try {
      return MoleculeFormat.read(file.toString(), Files.readAllBytes(file));
    } catch (MoleculeFormatException wrong) {
      throw new WrongUse(Sentences.of(wrong), wrong);
    }
  }

  /** The engines of these names. */
  static List<LiftEngine> engines(List<String> names) {
    List<LiftEngine> engines = new ArrayList<>();
    for (String name : names) {
      engines.add(Choice.of("engine", name, List.of(LiftEngine.values()), LiftEngine::label));
    }
    return engines;
  }

  /** Opens an engine for these options. */
  static LiftEngine.Junction open(LiftEngine engine, LiftSetting setting) {
    try {
      return engine.open(setting);
    } catch (IllegalArgumentException unknown) {
      throw new WrongUse(Sentences.of(unknown), unknown);
    }
  }
}
