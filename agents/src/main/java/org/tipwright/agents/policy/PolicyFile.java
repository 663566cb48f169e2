package org.tipwright.agents.policy;

import com.typesafe.config.ConfigException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.network.DenseGraph;
import org.tipwright.agents.network.DenseShapes;
import org.tipwright.agents.network.Nd4jThreads;

/**
 * Policies on disk: the zip file that DL4J writes for a network, with the model card as one entry
 * more. Entry times are fixed, so equal policies are equal files. DL4J's own readers take them too.
 */
public final class PolicyFile {

  private static final String CARD = "model-card.json";
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PolicyFile() {}

  /** Writes a policy aside and moves it into place. Loads ND4J. */
  public static void save(Path path, TrainedPolicy policy) throws IOException {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    ComputationGraph network = DenseGraph.of(policy.shape(), policy.parameters());
    ModelSerializer.writeModel(network, model, false);
    Path aside = path.resolveSibling(path.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(aside);
        ZipOutputStream zip = new ZipOutputStream(out);
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(model.toByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        write(zip, entry.getName(), in.readAllBytes());
      }
      write(zip, CARD, ModelCardJson.write(policy.card()).getBytes(StandardCharsets.UTF_8));
    }
    Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Reads the card alone; loads no native library. */
  public static ModelCard card(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry(CARD);
      if (entry == null) {
        throw notPolicy(path, "it has no " + CARD, null);
      }
      return ModelCardJson.read(
          new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
    } catch (ZipException | ConfigException e) {
      throw notPolicy(path, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Reads a policy. Loads ND4J.
   *
   * @throws IOException if there is no file, or it is not a policy
   */
  public static TrainedPolicy load(Path path) throws IOException {
    ModelCard card = card(path);
    Nd4jThreads.useOne();
    ComputationGraph network = ModelSerializer.restoreComputationGraph(path.toFile(), false);
    try {
      return new TrainedPolicy(card, DenseShapes.of(network), DenseGraph.parameters(network));
    } catch (IllegalArgumentException e) {
      throw notPolicy(path, String.valueOf(e.getMessage()), e);
    }
  }

  private static IOException notPolicy(Path path, String why, @Nullable Exception cause) {
    return new IOException("'" + path + "' is not a policy file: " + why, cause);
  }

  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
