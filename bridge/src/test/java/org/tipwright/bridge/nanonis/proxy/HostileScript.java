package org.tipwright.bridge.nanonis.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.adversary.Tally;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.CommandLayout;
import org.tipwright.bridge.nanonis.Field;
import org.tipwright.bridge.nanonis.Frames;
import org.tipwright.bridge.nanonis.MalformedException;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.SampleValues;
import org.tipwright.bridge.nanonis.Shape;
import org.tipwright.bridge.nanonis.WireType;
import org.tipwright.bridge.nanonis.server.GenericClient;
import org.tipwright.env.random.RandomStream;

/** A script that sends whatever it likes to one port of the proxy, as fast as it is answered. */
final class HostileScript implements Runnable {

  private static final int REQUESTS_PER_CONNECTION = 700;
  private static final Catalogue CATALOGUE = Catalogue.of(Catalogue.R13742);
  private static final List<CommandLayout> LAYOUTS = List.copyOf(CATALOGUE.commands());

  /** What a refusal says, and what that is called here; the first that fits counts. */
  private static final String[][] REFUSALS = {
    {" takes (", "malformed"},
    {"not let through in any phase", "in every phase"},
    {"armed for phase", "in this phase"},
    {"until an operator arms", "unarmed or tripped"},
    {"is tripped", "unarmed or tripped"},
    {"tripped", "tripped while under way"},
    {"overtaken", "tripped while under way"},
    {"lease", "another holds the lease"},
    {"refused", "limits and how the tip stands"},
  };

  private final ProxyBench bench;
  private final int port;
  private final Tally tally;
  private final Lock turn;
  private final RandomStream random;
  private @Nullable GenericClient client;

  /**
   * A script.
   *
   * @param turn held from each request to its answer
   */
  HostileScript(ProxyBench bench, int port, Tally tally, Lock turn) {
    this.bench = bench;
    this.port = port;
    this.tally = tally;
    this.turn = turn;
    this.random = new RandomStream(5 + port, "proxy-adversary");
  }

  @Override
  public void run() {
    try {
      int mine = 0;
      while (tally.next() >= 0) {
        turn.lock();
        try {
          ask(mine++);
        } finally {
          turn.unlock();
        }
      }
      open(false).close();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private GenericClient open(boolean anew) throws IOException {
    GenericClient open = client;
    if (open != null && anew) {
      open.close();
      open = null;
    }
    if (open == null) {
      open = bench.script(port);
      client = open;
    }
    return open;
  }

  private void ask(int request) throws IOException {
    CommandLayout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
    if (layout.name().equals("ZCtrl.Withdraw") && random.nextInt(8) != 0) {
      // It always passes, and a tip that is up all the time proves nothing.
      layout = CATALOGUE.find("ZCtrl.ZPosSet").orElseThrow();
    }
    byte[] body;
    if (random.nextInt(3) == 0) {
      Plausible plausible = plausible();
      layout = CATALOGUE.find(plausible.name).orElseThrow();
      body = GenericClient.pack(plausible.arguments);
    } else {
      body = arguments(layout);
    }
    String name = layout.name();
    if (random.nextInt(20) == 0) {
      body = Arrays.copyOf(body, random.nextInt(body.length + 12));
    } else if (random.nextInt(40) == 0) {
      name = name + "X";
    }
    boolean anew = request % REQUESTS_PER_CONNECTION == 0;
    for (int attempt = 0; attempt < 5; attempt++) {
      try {
        GenericClient open = open(anew || attempt > 0);
        open.send(GenericClient.request(name, true, body));
        tally.count(kind(layout, name, open.response(name)));
        return;
      } catch (IOException asASecondClient) {
        // The port was not free yet: it hangs up on whoever came too early.
        tally.count("hung up on");
      }
    }
    throw new IOException("no answer to " + name + " on port " + port);
  }

  private static String kind(CommandLayout layout, String name, ByteBuffer answer) {
    if (!name.equals(layout.name())) {
      return "refused: no such command";
    }
    byte[] body = new byte[answer.remaining()];
    answer.get(body);
    try {
      return Reply.read(layout, body) instanceof Reply.Failure failure
          ? refused(failure.text())
          : name.endsWith("Get") ? "readings" : "carried out";
    } catch (MalformedException wrong) {
      throw new IllegalStateException(name + " was answered with what is no answer", wrong);
    }
  }

  private static String refused(String text) {
    for (String[] kind : REFUSALS) {
      if (text.contains(kind[0])) {
        return "refused: " + kind[1];
      }
    }
    return "refused: by the instrument";
  }

  private record Plausible(String name, Object... arguments) {}

  /** What a script that works would send, near the limits and beyond them. */
  private Plausible plausible() {
    float much = (float) (random.nextDouble() * 3);
    return switch (random.nextInt(11)) {
      case 0 -> new Plausible("ZCtrl.OnOffSet", random.nextInt(5) == 0 ? 0 : 1);
      case 1 -> new Plausible("Bias.Set", 0.05f * much);
      case 2 -> new Plausible("Bias.Set", 0.003f * much);
      case 3 -> new Plausible("ZCtrl.SetpntSet", 5e-11f * much);
      case 4 -> new Plausible("FolMe.XYPosSet", 2e-9 * much, 1e-9 * much, 0);
      case 5 -> new Plausible("FolMe.SpeedSet", 2e-8f * much, 1);
      case 6 -> new Plausible("Scan.FrameSet", 0f, 0f, 5e-9f * much, 5e-9f, 0f);
      case 7 -> new Plausible("Scan.Action", (short) random.nextInt(7), 1);
      case 8 -> new Plausible("Scan.SpeedSet", 2e-8f * much, 2e-8f, 0f, 0f, (short) 1, 0f);
      case 9 -> new Plausible("ZCtrl.ZPosSet", lower());
      default -> new Plausible("TipShaper.Start", 0, 10);
    };
  }

  private float lower() {
    double z = bench.microscope.ask(scope -> scope.z().zAngstrom()) * 1e-10;
    return (float) (z + (random.nextDouble() - 0.7) * 1e-11);
  }

  private byte[] arguments(CommandLayout layout) {
    List<Object> values = new ArrayList<>();
    for (Field field : layout.arguments().fields()) {
      if (field.shape() != Shape.SINGLE || field.type() == WireType.STR) {
        Command sample = new Command(layout, SampleValues.of(layout.arguments()));
        byte[] frame = sample.frame(true);
        return Arrays.copyOfRange(frame, Frames.HEADER_BYTES, frame.length);
      }
      boolean waits = field.name().equals("wait") || field.name().equals("timeout");
      values.add(
          switch (field.type()) {
            case U16 -> (short) random.nextInt(4);
            case U32, I32 -> waits ? 0 : random.nextInt(6) - (field.type() == WireType.I32 ? 1 : 0);
            case F32 -> (float) number();
            case F64 -> number();
            case STR -> "";
          });
    }
    return GenericClient.pack(values.toArray());
  }

  private double number() {
    double[] extreme = {
      0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e38, -1e38, 1e-38
    };
    return random.nextInt(3) == 0
        ? extreme[random.nextInt(extreme.length)]
        : (random.nextInt(2) == 0 ? -1 : 1) * Math.pow(10, -12 + 13 * random.nextDouble());
  }
}
