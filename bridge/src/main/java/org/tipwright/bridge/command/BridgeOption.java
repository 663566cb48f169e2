package org.tipwright.bridge.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.OperatorClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which bridge, and as its operator. */
final class BridgeOption {

  @Option(
      names = "--bridge",
      paramLabel = "<uri>",
      defaultValue = "grpc://127.0.0.1:" + BridgeAddress.USUAL_PORT,
      description = "Which bridge; by default ${DEFAULT-VALUE}. With --tls grpcs://host:port.")
  private String uri;

  @Option(
      names = "--tls",
      paramLabel = "<folder>",
      description = "Your certificate, as 'bridge certs' made it; for a bridge that asks for one.")
  private @Nullable Path tls;

  @Option(
      names = "--token-file",
      paramLabel = "<file>",
      description =
          "The operator's token, without TLS; by default where the bridge on that port wrote it.")
  private @Nullable Path tokenFile;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  BridgeAddress address() {
    try {
      return BridgeAddress.parse(uri, tls);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  OperatorClient operator() {
    BridgeAddress address = address();
    if (address.tls().isPresent()) {
      return OperatorClient.withCertificate(address);
    }
    Path file = tokenFile == null ? usualTokenFile(address.port()) : tokenFile;
    String token;
    try {
      token = Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "the operator's token cannot be read from "
              + file
              + "; run this as the user that started the bridge, or give --token-file",
          unreadable);
    }
    return OperatorClient.withToken(address, token, System.getProperty("user.name", "operator"));
  }

  static Path usualTokenFile(int port) {
    return Path.of(
        System.getProperty("user.home", "."), ".tipwright", "operator-" + port + ".token");
  }
}
