package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tipwright.agents.baseline.FixedPathSearch;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.directory.SafeFile;

/**
 * The best single fixed path of a run's training sites, kept in the run's folder: the search takes
 * minutes and always finds the same.
 *
 * @param file JSON with heights, x and y in Å; need not exist yet
 */
public record FixedPathFile(Path file) {

  /** The file in a run's folder. */
  public static FixedPathFile of(RunDirectory run) {
    return new FixedPathFile(run.root().resolve("best-fixed-path.json"));
  }

  LateralPath readOrSearch(LiftSettings settings, long seed, int sites, Consumer<String> progress)
      throws IOException {
    if (Files.exists(file)) {
      return read();
    }
    progress.accept("searching the best fixed path on " + sites + " training sites");
    LateralPath path = new FixedPathSearch(settings, seed, sites).search();
    Config json =
        ConfigValueFactory.fromMap(
                Map.of("heights", list(path.heights()), "x", list(path.x()), "y", list(path.y())))
            .toConfig();
    SafeFile.write(file, EvaluationResult.render(json).getBytes(StandardCharsets.UTF_8));
    return path;
  }

  private LateralPath read() throws IOException {
    try {
      Config json = ConfigFactory.parseString(Files.readString(file));
      return new LateralPath(array(json, "heights"), array(json, "x"), array(json, "y"));
    } catch (ConfigException unreadable) {
      throw new IOException(
          "'" + file + "' is not a path; delete it and it is searched again", unreadable);
    }
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] array(Config json, String key) {
    return json.getDoubleList(key).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
