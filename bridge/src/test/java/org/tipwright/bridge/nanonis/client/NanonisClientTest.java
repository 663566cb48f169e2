package org.tipwright.bridge.nanonis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.server.NanonisServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;

/** The client against our own server, in several releases. */
class NanonisClientTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  private static NanonisServer server(int release) throws IOException {
    return NanonisServer.start(
        ServerSettings.loopback(List.of(0, 0, 0, 0), release),
        (command, port) -> answer(command, port, release));
  }

  private static Reply answer(Command command, int port, int release) {
    return switch (command.name()) {
      case "Util.VersionGet" -> Reply.of("SPM", "Generic 5", release, release);
      case "Signals.NamesGet" ->
          Reply.of(List.of("Current (A)", "Input 2 (V)", "Input 2 (m)", "Z (m)"));
      case "FolMe.XYPosGet" -> Reply.of(port * 1e-9, 0.0);
      case "Motor.PosGet" -> Reply.of(1.0, 2.0, 3.0);
      default -> Reply.of();
    };
  }

  private static Map<Role, InetSocketAddress> addresses(NanonisServer server) {
    Map<Role, InetSocketAddress> addresses = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      int port = server.ports().get(role.ordinal());
      addresses.put(role, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
    return addresses;
  }

  private static NanonisClient connect(NanonisServer server, OptionalInt release)
      throws NanonisException {
    return NanonisClient.connect(addresses(server), release, LONG);
  }

  @Test
  void everyRoleHasAPortOfItsOwn() throws IOException {
    try (NanonisServer server = server(Catalogue.R13742);
        NanonisClient client = connect(server, OptionalInt.empty())) {
      for (Role role : Role.values()) {
        assertThat(client.ask(role, LONG, "FolMe.XYPosGet", 1).real("x"))
            .isEqualTo(role.ordinal() * 1e-9);
      }
    }
  }

  @Test
  void theLayoutsAreThoseOfTheReleaseThatTheInstrumentTells() throws IOException {
    for (int release : new int[] {Catalogue.R13742, Catalogue.R14718}) {
      try (NanonisServer server = server(release);
          NanonisClient client = connect(server, OptionalInt.empty())) {
        assertThat(client.catalogue().release()).isEqualTo(release);
        assertThat(client.ask(Role.COMMANDS, LONG, "Motor.PosGet", 0, 500).real("z")).isEqualTo(3);
      }
    }
  }

  @Test
  void anInstrumentTooOldToTellIsNotGuessedAbout() throws IOException {
    try (NanonisServer server = server(11798)) {
      assertThatThrownBy(() -> connect(server, OptionalInt.empty()))
          .hasMessageContaining("does not tell its release; give it in the instrument's profile");
      try (NanonisClient client = connect(server, OptionalInt.of(11798))) {
        assertThat(client.ask(Role.COMMANDS, LONG, "Motor.PosGet").real("z")).isEqualTo(3);
      }
    }
  }

  @Test
  void anInstrumentOfAnotherReleaseThanExpectedIsRefused() throws IOException {
    try (NanonisServer server = server(Catalogue.R14718)) {
      assertThatThrownBy(() -> connect(server, OptionalInt.of(Catalogue.R13742)))
          .hasMessageContaining("tells release 14718, not 13742 as expected");
    }
  }

  @Test
  void signalsAreFoundByName() throws IOException {
    try (NanonisServer server = server(Catalogue.R13742);
        NanonisClient client = connect(server, OptionalInt.empty())) {
      SignalNames signals = client.signals();
      assertThat(signals.index("Current (A)")).isZero();
      assertThat(signals.index("Z")).isEqualTo(3);
      assertThat(signals.index("Input 2 (m)")).isEqualTo(2);
      assertThatThrownBy(() -> signals.index("Input 2")).hasMessageContaining("may be");
      assertThatThrownBy(() -> signals.index("OC M1 Freq. Shift"))
          .hasMessageContaining("no signal 'OC M1 Freq. Shift'; it has Current (A), ");
    }
  }
}
