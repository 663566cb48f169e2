package org.tipwright.runs.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tipwright.physics.lift.LiftModel;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;
import org.tipwright.physics.lift.molecular.Substrate;
import org.tipwright.physics.lift.planar.PlanarLift;
import org.tipwright.physics.lift.planar.PlanarMolecule;

/** The engines that lift molecules. */
public enum LiftEngine {
  /** A chain in the molecule's vertical plane, integrated by JBox2D. */
  PLANAR(1.12) {
    @Override
    public Junction open(LiftSetting setting) {
      PlanarMolecule molecule = planar(setting);
      if (setting.unbreakable()) {
        molecule = molecule.withTipBondEv(LiftSetting.UNBREAKABLE_EV);
      }
      return new Junction(new PlanarLift(molecule), site(setting));
    }
  },

  /** All atoms of a flexible molecule, in three dimensions. */
  MOLECULAR(1.25) {
    @Override
    public Junction open(LiftSetting setting) {
      MolecularSettings settings =
          MolecularSettings.ptcda(setting.surface()).with(setting.molecule());
      if (setting.unbreakable()) {
        settings = settings.withTip(LiftSetting.UNBREAKABLE_EV, settings.tipNewtonPerMetre());
      }
      boolean isolated = setting.layer() == LayerChoice.ISOLATED;
      return new Junction(new MolecularLift(settings, isolated), site(setting));
    }
  };

  private final double usualStrengthNanonewton;

  LiftEngine(double usualStrengthNanonewton) {
    this.usualStrengthNanonewton = usualStrengthNanonewton;
  }

  /**
   * What a common tip's bond bears, in nN: the mean of the lift task's settings. A modelling choice
   * for each engine, because a plane needs less force.
   */
  public double usualStrengthNanonewton() {
    return usualStrengthNanonewton;
  }

  /** The metals on which molecules lie. */
  public static final List<Substrate> SURFACES = List.of(Substrate.silver(), Substrate.gold());

  /** Bits of {@link LiftSite#missingNeighbours}. */
  private static final int BEYOND_FAR_END = 1;

  private static final int EVERYWHERE = 7;

  /** The molecule lies so that "inward" is the x axis. */
  private static final double INWARD = 0;

  /**
   * An engine with the site that its next molecule lies in; inward is along x.
   *
   * @param model the engine, not yet placed
   * @param site the site
   */
  public record Junction(LiftModel model, LiftSite site) {}

  /**
   * Opens the engine for a setting.
   *
   * @throws IllegalArgumentException if it has no parameters for it, saying which it has
   */
  public abstract Junction open(LiftSetting setting);

  private static PlanarMolecule planar(LiftSetting setting) {
    String surface = setting.surface().name();
    if (!setting.molecule().name().equals("PTCDA")) {
      throw new IllegalArgumentException(
          "the engine 'planar' knows PTCDA only, not " + setting.molecule().name());
    }
    if (surface.equals("Ag111")) {
      return PlanarMolecule.ptcdaOnSilver();
    }
    if (setting.layer() != LayerChoice.ISOLATED) {
      throw new IllegalArgumentException(
          "the engine 'planar' knows no layer on " + surface + "; add --layer isolated");
    }
    return PlanarMolecule.smoothGold();
  }

  private static LiftSite site(LiftSetting setting) {
    int missing =
        switch (setting.layer()) {
          case FULL -> 0;
          case EDGE -> BEYOND_FAR_END;
          case ISOLATED -> EVERYWHERE;
        };
    return new LiftSite(INWARD, setting.corner(), missing, setting.bondStrengthNanonewton());
  }

  /** As it is written on the command line and in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all engines. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(LiftEngine::label).toList();
  }
}
