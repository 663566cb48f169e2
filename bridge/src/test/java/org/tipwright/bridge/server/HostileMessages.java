package org.tipwright.bridge.server;

import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.tipwright.bridge.v1.AcquireLeaseRequest;
import org.tipwright.bridge.v1.ApproachRequest;
import org.tipwright.bridge.v1.CommandHeader;
import org.tipwright.bridge.v1.EmergencyStopRequest;
import org.tipwright.bridge.v1.HeartbeatRequest;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.Position;
import org.tipwright.bridge.v1.ReleaseLeaseRequest;
import org.tipwright.bridge.v1.SetBiasRequest;
import org.tipwright.bridge.v1.WithdrawRequest;
import org.tipwright.env.random.RandomStream;

/**
 * What a hostile client sends: commands that work, commands near and far beyond the limits, numbers
 * that are none, replayed and skipped sequence numbers, leases of others, messages cut short,
 * grown, flipped and for another method.
 */
final class HostileMessages {

  static final String INSTRUMENT = "tipwright.v1.Instrument/";
  private static final List<String> METHODS =
      List.of(
          "tipwright.v1.Instrument/Describe",
          "tipwright.v1.Instrument/ReadState",
          "tipwright.v1.Instrument/AcquireLease",
          "tipwright.v1.Instrument/Approach",
          "tipwright.v1.Instrument/MoveTip",
          "tipwright.v1.Instrument/SetBias",
          "tipwright.v1.Instrument/CheckTip",
          "tipwright.v1.Instrument/ScanSite",
          "tipwright.v1.Instrument/Scan",
          "tipwright.v1.Instrument/NoSuchMethod",
          "tipwright.v1.Instrument/Command",
          "tipwright.v1.Operator/Arm",
          "tipwright.v1.Operator/Reset",
          "tipwright.v1.Operator/Disarm",
          "tipwright.v1.Operator/Void",
          "tipwright.audit.v1.Audit/Query",
          "no.such.Service/Arm");
  private static final double[] EXTREME = {
    0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1,
    -1
  };
  private static final int OVERSIZE = 80_000;

  /** What all hostile clients know of one another. */
  static final class Plot {

    /** Of commands that may wait for one another at the bridge; beyond, they go out spoilt. */
    final Semaphore turns = new Semaphore(12);

    private volatile String lease = "";
    private volatile String oldLease = "none yet";
    private volatile double[] at = new double[3];
    private long sequence;

    /** The lease that is good, as far as is known. */
    String lease() {
      return lease;
    }

    /** A new lease was given. */
    synchronized void given(String id) {
      oldLease = lease;
      lease = id;
      sequence = 0;
    }

    /** A lease is good no more, unless there is another by now. */
    synchronized void lost(String id) {
      if (lease.equals(id)) {
        lease = "";
      }
    }

    /** The tip is there, in m. */
    void at(double x, double y, double z) {
      at = new double[] {x, y, z};
    }

    private synchronized long advance(int by) {
      sequence += by;
      return sequence;
    }
  }

  /**
   * One message.
   *
   * @param method of the service Instrument, or with a service's name before it
   * @param message what is meant; it is yet to be spoilt
   * @param waits whether it holds one of {@link Plot#turns}
   */
  record Sent(String method, Message message, boolean waits) {}

  private final Plot plot;
  private final int callsPerEnd;
  private final RandomStream random;

  /**
   * Messages.
   *
   * @param callsPerEnd once in so many on average the tip is brought up or the lease given back: a
   *     tip that is up all the time proves nothing
   */
  HostileMessages(Plot plot, int callsPerEnd, RandomStream random) {
    this.plot = plot;
    this.callsPerEnd = callsPerEnd;
    this.random = random;
  }

  /** Whether the next message is noise. */
  boolean isNoise() {
    return random.nextInt(45) == 0;
  }

  /** Any method. */
  String anyMethod() {
    return METHODS.get(random.nextInt(METHODS.size()));
  }

  /** Up to 60 bytes. */
  byte[] noise() {
    byte[] noise = new byte[random.nextInt(60)];
    random.nextBytes(noise);
    return noise;
  }

  /** The next message. */
  Sent next() {
    if (random.nextInt(callsPerEnd) == 0) {
      return end();
    } else if (plot.lease.isEmpty() || random.nextInt(200) == 0) {
      return plain(
          "AcquireLease",
          AcquireLeaseRequest.newBuilder()
              .setHolder("hostile")
              .setDryRun(random.nextInt(50) == 0)
              .build());
    } else if (random.nextInt(30) == 0) {
      return plain("Heartbeat", HeartbeatRequest.newBuilder().setLeaseId(lease(true)).build());
    }
    boolean waits = plot.turns.tryAcquire();
    CommandHeader header = header(waits);
    if (random.nextInt(40) == 0) {
      return new Sent("Approach", ApproachRequest.newBuilder().setHeader(header).build(), waits);
    } else if (random.nextInt(8) == 0) {
      return new Sent(
          "SetBias", SetBiasRequest.newBuilder().setHeader(header).setBiasV(volt()).build(), waits);
    }
    MoveTipRequest.Builder move = MoveTipRequest.newBuilder().setHeader(header);
    if (random.nextInt(60) != 0) {
      double[] near = plot.at;
      boolean wild = random.nextInt(3) == 0;
      move.setTarget(
          Position.newBuilder()
              .setXM(wild ? metre(near[0]) : near[0] + 1e-11 * random.nextGaussian())
              .setYM(wild ? metre(near[1]) : near[1] + 1e-11 * random.nextGaussian())
              .setZM(wild ? metre(near[2]) : near[2] + 1.5e-11 * random.nextGaussian()));
    }
    return new Sent("MoveTip", move.build(), waits);
  }

  private Sent end() {
    return switch (random.nextInt(4)) {
      case 0 -> plain("EmergencyStop", EmergencyStopRequest.newBuilder().setWho("me").build());
      case 1 ->
          plain("ReleaseLease", ReleaseLeaseRequest.newBuilder().setLeaseId(lease(true)).build());
      default -> {
        boolean waits = plot.turns.tryAcquire();
        yield new Sent(
            "Withdraw", WithdrawRequest.newBuilder().setHeader(header(waits)).build(), waits);
      }
    };
  }

  private static Sent plain(String method, Message message) {
    return new Sent(method, message, false);
  }

  private CommandHeader header(boolean good) {
    return CommandHeader.newBuilder().setLeaseId(lease(good)).setSequence(sequence()).build();
  }

  private String lease(boolean good) {
    return switch (random.nextInt(good ? 20 : 4)) {
      case 0 -> plot.oldLease;
      case 1 -> "";
      case 2 -> Long.toHexString(random.nextLong());
      case 3 -> plot.lease + "x";
      default -> plot.lease;
    };
  }

  private long sequence() {
    long last = plot.advance(0);
    return switch (random.nextInt(20)) {
      case 0 -> last;
      case 1 -> -last;
      case 2 -> random.nextInt(50_000) == 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
      case 3 -> last - random.nextInt(100);
      case 4 -> plot.advance(random.nextInt(50) == 0 ? 1000 : 2);
      default -> plot.advance(1);
    };
  }

  private double volt() {
    return random.nextInt(3) == 0
        ? EXTREME[random.nextInt(EXTREME.length)]
        : (random.nextInt(4) == 0 ? -1 : 1) * 0.007 * random.nextDouble();
  }

  private double metre(double near) {
    return switch (random.nextInt(4)) {
      case 0 -> EXTREME[random.nextInt(EXTREME.length)];
      case 1 -> (random.nextBoolean() ? -1 : 1) * Math.pow(10, -13 + 12 * random.nextDouble());
      default -> near + 3.3e-11 * random.nextGaussian();
    };
  }

  /** A message as bytes: mostly as it is. */
  byte[] spoilt(Message message) {
    byte[] bytes = message.toByteArray();
    switch (random.nextInt(60)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> {
        if (bytes.length > 0) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 2 -> bytes = withUnknownField(bytes);
      case 3 -> {
        if (random.nextInt(20) == 0) {
          bytes = Arrays.copyOf(bytes, OVERSIZE);
        }
      }
      default -> {}
    }
    return bytes;
  }

  /** Field 99, three bytes long. */
  private static byte[] withUnknownField(byte[] bytes) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 6);
    byte[] field = {(byte) 0x9a, 0x06, 3, 1, 2, 3};
    System.arraycopy(field, 0, longer, bytes.length, field.length);
    return longer;
  }
}
