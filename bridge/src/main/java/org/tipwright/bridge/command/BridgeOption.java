package org.tipwright.bridge.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.OperatorClient;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which bridge, and as its operator. */
final class BridgeOption {

  @Option(
      names = "--bridge",
      paramLabel = "<uri>",
      defaultValue = "grpc://127.0.0.1:" + BridgeAddress.USUAL_PORT,
      converter = Address.class,
      description = "Which bridge; by default ${DEFAULT-VALUE}.")
  private BridgeAddress address;

  @Option(
      names = "--token-file",
      paramLabel = "<file>",
      description = "The operator's token; by default where the bridge on that port wrote it.")
  private @Nullable Path tokenFile;

  BridgeAddress address() {
    return address;
  }

  OperatorClient operator() {
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
    return new OperatorClient(address, token, System.getProperty("user.name", "operator"));
  }

  static Path usualTokenFile(int port) {
    return Path.of(
        System.getProperty("user.home", "."), ".tipwright", "operator-" + port + ".token");
  }

  /** Reads an address; a wrong one is wrong use. */
  static final class Address implements ITypeConverter<BridgeAddress> {
    @Override
    public BridgeAddress convert(String text) {
      try {
        return BridgeAddress.parse(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }
}
