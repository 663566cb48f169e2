package org.tipwright.bridge.microscope;

import java.util.List;
import java.util.function.Function;
import org.tipwright.bridge.microscope.specimen.BondState;
import org.tipwright.bridge.microscope.specimen.LyingMolecule;
import org.tipwright.bridge.microscope.specimen.Wreckage;
import org.tipwright.physics.lift.LiftSite;

/**
 * What is really so, which no client of the microscope can see: for tests and for counting what a
 * safety layer let through.
 */
public final class MicroscopeTruth {

  /**
   * One moment.
   *
   * @param seconds instrument time
   * @param xAngstrom true position of the tip on the sample
   * @param yAngstrom true position of the tip on the sample
   * @param gapAngstrom height over point contact with what lies below; negative in a crash
   * @param metalAngstrom height over point contact with the bare metal
   * @param currentNanoampere true current, beyond any rail
   * @param conductanceNanosiemens true conductance
   * @param biasVolt true bias
   * @param forceNanonewton in the bond to a held molecule
   * @param bond what the tip holds
   * @param wreckage what was broken so far
   */
  public record Moment(
      double seconds,
      double xAngstrom,
      double yAngstrom,
      double gapAngstrom,
      double metalAngstrom,
      double currentNanoampere,
      double conductanceNanosiemens,
      double biasVolt,
      double forceNanonewton,
      BondState bond,
      Wreckage wreckage) {}

  private final Microscope microscope;

  MicroscopeTruth(Microscope microscope) {
    this.microscope = microscope;
  }

  /** How things are now. */
  public Moment now() {
    return microscope.ask(MicroscopeTruth::moment);
  }

  static Moment moment(Controller state) {
    PiezoScanner piezo = state.piezo();
    Surroundings around = state.surroundings();
    double volt = state.bias().trueVolt();
    return new Moment(
        state.seconds(),
        around.sampleX(piezo.trueX()),
        around.sampleY(piezo.trueY()),
        state.specimen().gapAngstrom(),
        piezo.trueZ() - around.metalAngstrom(piezo.trueX(), piezo.trueY()),
        state.specimen().currentNanoampere(volt),
        state.specimen().nanosiemens(),
        volt,
        state.specimen().forceNanonewton(),
        state.specimen().bond(),
        state.specimen().wreckage());
  }

  /** The molecules whose centres are within a distance of a spot on the sample. */
  public List<LyingMolecule> moleculesNear(double xAngstrom, double yAngstrom, double reach) {
    return microscope.ask(
        (Function<Controller, List<LyingMolecule>>)
            state -> state.specimen().moleculesNear(xAngstrom, yAngstrom, reach));
  }

  /** The site that a lift of a molecule by one of its corner oxygens would begin in now. */
  public LiftSite liftSite(LyingMolecule molecule, int corner) {
    return microscope.ask(
        (Function<Controller, LiftSite>) state -> state.specimen().liftSite(molecule, corner));
  }

  /** Height of what the tip sees over the bare metal at a spot on the sample, in Å. */
  public double imageHeightAngstrom(double xAngstrom, double yAngstrom) {
    return microscope.ask(state -> state.specimen().imageHeightAngstrom(xAngstrom, yAngstrom));
  }

  /** Height of the bare metal in the piezo's z, at a position of the piezo, in Å. */
  public double metalAngstrom(double xAngstrom, double yAngstrom) {
    return microscope.ask(state -> state.surroundings().metalAngstrom(xAngstrom, yAngstrom));
  }
}
