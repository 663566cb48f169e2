package org.tipwright.bridge.nanonis.driver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.instrument.Contact;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.instrument.ScanRow;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.server.NanonisServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;

/** The look at the site before an approach, over real sockets. */
class SiteRescanTest {

  private static final int PIXELS = 96;
  private static final double EDGE_ANGSTROM = 48;

  @TempDir private Path folder;
  private final OneMoleculeMicroscope microscope = new OneMoleculeMicroscope();
  private NanonisServer server;
  private NanonisInstrument instrument;

  @BeforeEach
  void connect() throws Exception {
    server =
        NanonisServer.start(
            ServerSettings.loopback(List.of(0, 0, 0, 0), Catalogue.R13742), microscope);
    Files.write(folder.resolve("site.sxm"), scan());
    Path settings = folder.resolve("stm.conf");
    Files.writeString(
        settings,
        "ports = "
            + server.ports()
            + "\nsite-image = site.sxm, reply-milliseconds = 20000,"
            + " emergency-reply-milliseconds = 10000, settling-seconds = 0.001,"
            + " rest-seconds = 0.1, height-readings = 2, bias-ramp-volt-per-second = 10,"
            + " approach-angstrom-per-second = 100, travel-nanometre-per-second = 10000,"
            + " rescan.speed-nanometre-per-second = 10000\n");
    instrument = NanonisInstrument.connect(DriverSettings.read(settings));
  }

  /** A scan of the molecule at the origin, as a controller saves it. */
  private static byte[] scan() throws IOException {
    String header =
        ":NANONIS_VERSION:\n2\n:SCAN_PIXELS:\n96 96\n:SCAN_RANGE:\n4.8E-9 4.8E-9\n"
            + ":SCAN_OFFSET:\n0 0\n:SCAN_ANGLE:\n0\n:SCAN_DIR:\ndown\n:DATA_INFO:\n"
            + "\tChannel\tName\tUnit\tDirection\tCalibration\tOffset\n"
            + "\t14\tZ\tm\tboth\t1\t0\n\n:SCANIT_END:\n\n\n\u001a\u0004";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.write(header.getBytes(ISO_8859_1));
    for (int i = 0; i < PIXELS * PIXELS; i++) {
      double x = ((i % PIXELS + 0.5) / PIXELS - 0.5) * EDGE_ANGSTROM;
      double y = (0.5 - (i / PIXELS + 0.5) / PIXELS) * EDGE_ANGSTROM;
      data.writeFloat((float) (1e-10 * OneMoleculeMicroscope.reliefAngstrom(x, y)));
    }
    data.write(new byte[4 * PIXELS * PIXELS]);
    return bytes.toByteArray();
  }

  @AfterEach
  void close() {
    instrument.close();
    server.close();
  }

  @Test
  void contactIsMadeWhereTheMoleculeIsNow() throws Exception {
    microscope.driftedMetre = 3.1e-10;
    assertThat(instrument.approach().made()).isTrue();
    assertThat(microscope.xMetre()).isEqualTo(3.1e-10, within(5e-12));
    assertThat(microscope.frameMetre()).as("the scan's own frame").isEqualTo(2e-8, within(1e-14));
  }

  @Test
  void aMoleculeThatIsFurtherAwayIsTakenForAnotherAndLeftAlone() throws Exception {
    microscope.driftedMetre = 9e-10;
    Contact contact = instrument.approach();
    assertThat(contact.made()).isFalse();
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(instrument.biasVolt()).isEqualTo(0.003, within(1e-9));
    assertThat(microscope.motions).noneMatch(motion -> motion.startsWith("ZCtrl.ZPosSet"));
  }

  @Test
  void tooMuchCurrentEndsTheScanAndPutsItsSettingsBack() throws Exception {
    microscope.scanningAmpere = 3e-9;
    assertThatThrownBy(instrument::approach)
        .hasMessageContaining("nA during the scan, more than 2.0");
    assertThat(microscope.frameMetre()).isEqualTo(2e-8, within(1e-14));
  }

  @Test
  void anImageShowsWhatIsThereLowestLineFirstAndLeavesTheTipUp() throws Exception {
    ScanFrame frame = new ScanFrame(0, 0, 40, 32, 16, 5000, 0.05, 0.02);
    List<ScanRow> rows = new ArrayList<>();
    instrument.scan(frame, 2, rows::add);
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(instrument.biasVolt()).isEqualTo(0.003, within(1e-9));
    assertThat(rows).extracting(ScanRow::number).containsExactlyElementsOf(upTo(16));
    double bare = rows.get(0).heightAngstrom()[0];
    for (ScanRow row : rows) {
      double y = ((row.number() + 0.5) / 16 - 0.5) * 40;
      for (int i = 0; i < 32; i++) {
        double x = ((i + 0.5) / 32 - 0.5) * 40;
        double expected =
            OneMoleculeMicroscope.reliefAngstrom(x, y)
                - OneMoleculeMicroscope.reliefAngstrom(-19.375, -18.75);
        assertThat(row.heightAngstrom()[i] - bare).isEqualTo(expected, within(0.05));
      }
    }
    assertThat(microscope.frameMetre()).as("the scan's own frame").isEqualTo(2e-8, within(1e-14));
  }

  private static List<Integer> upTo(int lines) {
    return IntStream.range(0, lines).boxed().toList();
  }

  @Test
  void aFrameThatTheControllerClipsIsNotScanned() {
    microscope.reachMetre = 1e-9;
    List<ScanRow> rows = new ArrayList<>();
    ScanFrame frame = new ScanFrame(20, 0, 40, 32, 16, 5000, 0.05, 0.02);
    assertThatThrownBy(() -> instrument.scan(frame, 2, rows::add))
        .hasMessageContaining("it lies beyond the scanner's reach");
    assertThat(rows).isEmpty();
    assertThat(microscope.frameMetre()).as("the scan's own frame").isEqualTo(2e-8, within(1e-14));
  }

  @Test
  void tooMuchCurrentEndsAnImageToo() {
    microscope.scanningAmpere = 3e-9;
    ScanFrame frame = new ScanFrame(0, 0, 40, 32, 16, 5000, 0.05, 0.02);
    assertThatThrownBy(() -> instrument.scan(frame, 2, row -> {}))
        .hasMessageContaining("nA during the scan, more than 2.0");
  }
}
