package org.tipwright.env.hose;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;

/**
 * Settings of the task {@code hose}, as in {@code hose.conf}.
 *
 * @param path {@code "e1"} or {@code "family"}; unused where a path file is given
 * @param familyMember which path of the family, 0 or more
 * @param pathFile a file with someone's own path, or empty
 * @param pathFileText what that file says, or empty to read it
 * @param pathFlipZ whether z counts downwards in that file
 * @param pathPlaneAzimuthDegrees azimuth of the vertical plane on which the file's path is
 *     projected; NaN for none
 */
public record HoseSettings(
    String path,
    int familyMember,
    String pathFile,
    String pathFileText,
    boolean pathFlipZ,
    double pathPlaneAzimuthDegrees) {

  private static final String PATH_FILE = "path-file";
  private static final String PATH_FILE_TEXT = "path-file-text";

  public HoseSettings {
    if (!path.equals("e1") && !path.equals("family")) {
      throw new IllegalArgumentException(
          "path = '" + path + "' is no path of the task hose; choose e1 or family");
    }
    if (familyMember < 0) {
      throw new IllegalArgumentException(
          "family-member = " + familyMember + " is negative; members count from 0");
    }
    if (Double.isInfinite(pathPlaneAzimuthDegrees)) {
      throw new IllegalArgumentException(
          "path-plane-azimuth-degrees is infinite; give an angle in degrees, or off");
    }
  }

  /**
   * Checks complete settings, such as {@code Tasks.defaults("hose")} with overrides.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public static HoseSettings from(Config settings) {
    return new HoseSettings(
        settings.getString("path"),
        settings.getInt("family-member"),
        settings.getString(PATH_FILE),
        settings.getString(PATH_FILE_TEXT),
        settings.getBoolean("path-flip-z"),
        azimuthDegrees(settings));
  }

  /**
   * The same settings with the text of the path file among them, if one is given.
   *
   * @throws IllegalArgumentException if that file cannot be read
   */
  public static Config selfContained(Config settings) {
    String file = settings.getString(PATH_FILE);
    return file.isEmpty() || !settings.getString(PATH_FILE_TEXT).isEmpty()
        ? settings
        : settings.withValue(PATH_FILE_TEXT, ConfigValueFactory.fromAnyRef(PathFile.text(file)));
  }

  private static double azimuthDegrees(Config settings) {
    String key = "path-plane-azimuth-degrees";
    if (settings.getString(key).equals("off")) {
      return Double.NaN;
    }
    try {
      return settings.getDouble(key);
    } catch (ConfigException.WrongType word) {
      throw new IllegalArgumentException(
          key + " = '" + settings.getString(key) + "' is neither off nor an angle in degrees",
          word);
    }
  }

  /**
   * The path these settings choose.
   *
   * @throws IllegalArgumentException if the path file does not hold a path, naming file, line and
   *     mend
   */
  public HosePath drawPath() {
    if (!pathFile.isEmpty()) {
      String text = pathFileText.isEmpty() ? PathFile.text(pathFile) : pathFileText;
      return PathFile.path(pathFile, text, pathFlipZ, pathPlaneAzimuthDegrees);
    }
    return path.equals("e1") ? PublishedPath.path() : FamilyPath.path(familyMember);
  }
}
