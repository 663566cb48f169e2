package org.tipwright.bridge.nanonis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The messages that are written out in full, byte for byte, in both directions. */
class GoldenVectorTest {

  private static final Catalogue CATALOGUE = Catalogue.of(Catalogue.R13742);

  private static final String XY_POS_GET = "466f6c4d652e5859506f73476574" + "00".repeat(18);
  private static final String XY_POS_SET = "466f6c4d652e5859506f73536574" + "00".repeat(18);
  private static final String BIAS_SET = "426961732e536574" + "00".repeat(24);

  @Test
  void theRequestForAPositionIsAsWrittenDown() throws Exception {
    assertRequest(
        XY_POS_GET + "00000004" + "0001" + "0000" + "00000001",
        CATALOGUE.command("FolMe.XYPosGet", 1));
  }

  @Test
  void theRequestForAMoveIsAsWrittenDown() throws Exception {
    assertRequest(
        XY_POS_SET + "00000014" + "0001" + "0000" + "3e45798ee2308c3a3e501b2b29a4692b" + "00000001",
        CATALOGUE.command("FolMe.XYPosSet", 10e-9, 15e-9, 1));
  }

  @Test
  void theRequestForABiasIsAsWrittenDown() throws Exception {
    assertRequest(
        BIAS_SET + "00000004" + "0001" + "0000" + "3f000000", CATALOGUE.command("Bias.Set", 0.5));
  }

  @Test
  void theResponseWithAPositionIsAsWrittenDown() throws Exception {
    assertResponse(
        XY_POS_GET
            + "00000018"
            + "00000000"
            + "3e35798ee2308c3abe35798ee2308c3a"
            + "00000000"
            + "00000000",
        "FolMe.XYPosGet",
        Reply.of(5e-9, -5e-9));
  }

  @Test
  void theResponseWithoutValuesIsAsWrittenDown() throws Exception {
    assertResponse(
        BIAS_SET + "00000008" + "00000000" + "00000000" + "00000000", "Bias.Set", Reply.of());
  }

  @Test
  void aRequestThatWantsNoAnswerSaysSo() {
    byte[] frame = CATALOGUE.command("Bias.Set", 0.5).frame(false);
    assertThat(HexFormat.of().formatHex(frame))
        .isEqualTo(BIAS_SET + "00000004" + "0000" + "0000" + "3f000000");
    assertThat(RequestHeader.read(frame).answer()).isFalse();
  }

  private static void assertRequest(String hex, Command command) throws MalformedException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(HexFormat.of().formatHex(command.frame(true))).isEqualTo(hex);
    RequestHeader header = RequestHeader.read(bytes);
    assertThat(header.name()).isEqualTo(command.name());
    assertThat(header.answer()).isTrue();
    byte[] body = Arrays.copyOfRange(bytes, Frames.HEADER_BYTES, bytes.length);
    assertThat(body).hasSize(header.bodyBytes());
    assertThat(Command.read(command.layout(), body)).isEqualTo(command);
  }

  private static void assertResponse(String hex, String name, Reply reply) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(hex);
    CommandLayout layout = CATALOGUE.find(name).orElseThrow();
    byte[] nameField = Arrays.copyOf(bytes, Frames.NAME_BYTES);
    assertThat(HexFormat.of().formatHex(reply.frame(nameField, layout.returns()))).isEqualTo(hex);
    byte[] body = Arrays.copyOfRange(bytes, Frames.HEADER_BYTES, bytes.length);
    assertThat(Reply.read(layout, body)).isEqualTo(reply);
  }
}
