package org.tipwright.runs.command;

import org.jspecify.annotations.Nullable;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.experiment.SlideScenes;
import picocli.CommandLine.Option;

/** What is moved, and how high the tip is: the options that all views of sliding share. */
final class SlideOptions {

  private static final double USUAL_HEIGHT_ANGSTROM = 2.7;

  @Option(
      names = "--adsorbate",
      paramLabel = "<name>",
      defaultValue = "CO-Cu111",
      description = "CO-Cu111, Ag-Ag111, Co-Cu111 or Co-Pt111; by default ${DEFAULT-VALUE}.")
  private String adsorbate;

  @Option(
      names = "--height-angstrom",
      paramLabel = "<Å>",
      description = "Height of the tip's apex over the adsorbate's plane; by default 2.7.")
  private @Nullable Double height;

  @Option(
      names = "--resistance-kiloohm",
      paramLabel = "<kΩ>",
      description = "Height by the junction's resistance over the adsorbate instead.")
  private @Nullable Double resistance;

  SlideScenes adsorbate() {
    return Choice.of("adsorbate", adsorbate, SlideScenes.all(), SlideScenes::label);
  }

  double heightAngstrom() {
    if (height != null && resistance != null) {
      throw new WrongUse("--height-angstrom and --resistance-kiloohm say the same; give one");
    }
    if (resistance != null) {
      try {
        return adsorbate().adsorbate().junction().heightAngstrom(1e3 * resistance);
      } catch (IllegalArgumentException tooLow) {
        throw new WrongUse(Sentences.of(tooLow), tooLow);
      }
    }
    double chosen = height == null ? USUAL_HEIGHT_ANGSTROM : height;
    if (!(chosen > 0 && chosen <= 50)) {
      throw new WrongUse("--height-angstrom is " + chosen + " but must be above 0, at most 50");
    }
    return chosen;
  }
}
