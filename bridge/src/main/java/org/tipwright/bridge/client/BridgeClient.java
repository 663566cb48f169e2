package org.tipwright.bridge.client;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.instrument.ScanRow;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.v1.AcquireLeaseRequest;
import org.tipwright.bridge.v1.ApproachReply;
import org.tipwright.bridge.v1.ApproachRequest;
import org.tipwright.bridge.v1.CheckTipReply;
import org.tipwright.bridge.v1.CheckTipRequest;
import org.tipwright.bridge.v1.CommandHeader;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandReply;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.DescribeRequest;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.EmergencyStopRequest;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.InstrumentGrpc.InstrumentBlockingStub;
import org.tipwright.bridge.v1.Lease;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.ReadStateRequest;
import org.tipwright.bridge.v1.ReleaseLeaseRequest;
import org.tipwright.bridge.v1.ScanReply;
import org.tipwright.bridge.v1.ScanRequest;
import org.tipwright.bridge.v1.ScanSiteReply;
import org.tipwright.bridge.v1.ScanSiteRequest;
import org.tipwright.bridge.v1.SetBiasRequest;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.bridge.v1.TimeLimits;
import org.tipwright.bridge.v1.WithdrawRequest;
import org.tipwright.bridge.wire.SiUnits;

/**
 * A client of one bridge: reads, and with a lease commands. Commands are for one thread; {@link
 * #emergencyStop} is for any.
 *
 * <p>No command is ever sent twice. After one that was not answered every other is held back until
 * {@link #readState} has been called: whether the first was carried out is not known.
 */
public final class BridgeClient implements AutoCloseable {

  /** For what moves nothing. */
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final BridgeAddress address;
  private final String holder;
  private final ManagedChannel channel;
  private final ManagedChannel emergencyChannel;
  private final InstrumentBlockingStub stub;
  private final InstrumentBlockingStub emergency;
  private final StreamedCommands commands;
  private @Nullable Heartbeat heartbeat;
  private CommandDeadlines deadlines = CommandDeadlines.of(TimeLimits.getDefaultInstance());
  private String leaseId = "";
  private static final long COMMAND_SPACING_NANOS = 2_000_000;

  private long sequence;
  private long lastCommandNanos = System.nanoTime() - COMMAND_SPACING_NANOS;
  private boolean unanswered;

  /**
   * A client; it connects at the first call, and for a stop at once.
   *
   * @param holder who it is, for logs and for the refusals that others get
   */
  public BridgeClient(BridgeAddress address, String holder) {
    this.address = address;
    this.holder = holder;
    this.channel = Channels.to(address);
    this.emergencyChannel = Channels.to(address);
    this.stub = InstrumentGrpc.newBlockingStub(channel);
    this.commands = new StreamedCommands(channel);
    this.emergency = InstrumentGrpc.newBlockingStub(emergencyChannel);
    // A stop must not wait for a handshake, nor fail in one that today's certificate still passes.
    emergencyChannel.getState(true);
  }

  /** Where the bridge is. */
  public BridgeAddress address() {
    return address;
  }

  /** What the instrument is and offers. */
  public Description describe() {
    return ask("Describe", s -> s.describe(DescribeRequest.getDefaultInstance()));
  }

  /** The state of the bridge; has to be read after a command that was not answered. */
  public StateReport readState() {
    StateReport state = ask("ReadState", s -> s.readState(ReadStateRequest.getDefaultInstance()));
    if (!leaseId.isEmpty() && state.getLeaseHolder().equals(holder)) {
      sequence = Math.max(sequence, state.getLastSequence());
    }
    unanswered = false;
    return state;
  }

  /** Takes the lease and keeps it alive from now on. */
  public Lease acquireLease(boolean dryRun) {
    return acquireLease(dryRun, "");
  }

  /**
   * Takes the lease and keeps it alive from now on.
   *
   * @param policy by what it will command, for the bridge's audit log
   */
  public Lease acquireLease(boolean dryRun, String policy) {
    AcquireLeaseRequest request =
        AcquireLeaseRequest.newBuilder()
            .setHolder(holder)
            .setDryRun(dryRun)
            .setPolicy(policy)
            .build();
    Lease lease = ask("AcquireLease", s -> s.acquireLease(request));
    stopHeartbeat();
    leaseId = lease.getLeaseId();
    deadlines = CommandDeadlines.of(lease.getTimes());
    sequence = 0;
    unanswered = false;
    heartbeat =
        new Heartbeat(
            stub, address, leaseId, Duration.ofNanos((long) (lease.getDurationS() * 1e9)));
    return lease;
  }

  /** Gives the lease back; the bridge withdraws a tip that is in contact. */
  public StateReport releaseLease() {
    String id = leaseId;
    stopHeartbeat();
    commands.end();
    leaseId = "";
    return ask(
        "ReleaseLease",
        s -> s.releaseLease(ReleaseLeaseRequest.newBuilder().setLeaseId(id).build()));
  }

  /** Makes contact with the next molecule. */
  public ApproachReply approach() {
    ApproachRequest approach = ApproachRequest.newBuilder().setHeader(header()).build();
    return command(
            "Approach",
            deadlines.approach(),
            CommandRequest.newBuilder().setApproach(approach).build())
        .getApproach();
  }

  /** Moves the tip by one small step to a position relative to contact. */
  public CommandReply moveTip(TipPosition target) {
    MoveTipRequest move =
        MoveTipRequest.newBuilder().setHeader(header()).setTarget(SiUnits.toWire(target)).build();
    return step("MoveTip", CommandRequest.newBuilder().setMoveTip(move).build());
  }

  /** Sets the bias, in V. */
  public CommandReply setBias(double volt) {
    SetBiasRequest bias = SetBiasRequest.newBuilder().setHeader(header()).setBiasV(volt).build();
    return step("SetBias", CommandRequest.newBuilder().setSetBias(bias).build());
  }

  /** Raises the tip to the end of its range. */
  public CommandReply withdraw() {
    WithdrawRequest withdraw = WithdrawRequest.newBuilder().setHeader(header()).build();
    return step("Withdraw", CommandRequest.newBuilder().setWithdraw(withdraw).build());
  }

  private CommandReply step(String name, CommandRequest request) {
    return command(name, deadlines.command(), request).getDone();
  }

  /** Measures whether something hangs on the tip. */
  public CheckTipReply checkTip() {
    CheckTipRequest check = CheckTipRequest.newBuilder().setHeader(header()).build();
    return command(
            "CheckTip", deadlines.measure(), CommandRequest.newBuilder().setCheckTip(check).build())
        .getTip();
  }

  /** Measures whether the molecule is still in its site. */
  public ScanSiteReply scanSite() {
    ScanSiteRequest scan = ScanSiteRequest.newBuilder().setHeader(header()).build();
    return command(
            "ScanSite", deadlines.measure(), CommandRequest.newBuilder().setScanSite(scan).build())
        .getSite();
  }

  /**
   * Takes an image at constant current.
   *
   * @param rows gets each line as it comes
   */
  public CommandReply scan(ScanFrame frame, Consumer<ScanRow> rows) {
    ScanRequest request =
        ScanRequest.newBuilder()
            .setHeader(header())
            .setCentreXM(SiUnits.metres(frame.centreXAngstrom()))
            .setCentreYM(SiUnits.metres(frame.centreYAngstrom()))
            .setSizeM(SiUnits.metres(frame.sizeAngstrom()))
            .setPixels(frame.pixels())
            .setLines(frame.lines())
            .setSpeedMPerS(SiUnits.metres(frame.speedAngstromPerSecond()))
            .setBiasV(frame.biasVolt())
            .setSetpointA(frame.setpointNanoampere() * 1e-9)
            .build();
    return told(
        "Scan",
        () -> {
          Iterator<ScanReply> parts =
              stub.withDeadlineAfter(deadlines.measure().toMillis(), TimeUnit.MILLISECONDS)
                  .scan(request);
          while (parts.hasNext()) {
            ScanReply part = parts.next();
            if (part.hasReply()) {
              return part.getReply();
            }
            rows.accept(SiUnits.fromWire(part.getLine()));
          }
          throw Status.UNAVAILABLE.withDescription("the scan has no end").asRuntimeException();
        });
  }

  /** Withdraws the tip and trips the bridge, on a connection of its own. */
  public StateReport emergencyStop() {
    try {
      return emergency
          .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
          .emergencyStop(EmergencyStopRequest.newBuilder().setWho(holder).build());
    } catch (StatusRuntimeException failure) {
      throw BridgeException.of("EmergencyStop", address, failure);
    }
  }

  private CommandHeader header() {
    Heartbeat beating = heartbeat;
    if (beating == null) {
      throw new BridgeException(
          Status.Code.FAILED_PRECONDITION, "no lease was acquired; commands need one");
    }
    if (unanswered) {
      throw new BridgeException(
          Status.Code.FAILED_PRECONDITION,
          "the last command was not answered; read the state before giving another");
    }
    beating
        .lost()
        .ifPresent(
            why -> {
              throw new BridgeException(Status.Code.FAILED_PRECONDITION, why);
            });
    sequence++;
    return CommandHeader.newBuilder().setLeaseId(leaseId).setSequence(sequence).build();
  }

  /** Keeps well below the rate of commands that a bridge bears: 1,000 a second as shipped. */
  private void pace() {
    long wait;
    while ((wait = lastCommandNanos + COMMAND_SPACING_NANOS - System.nanoTime()) > 0) {
      LockSupport.parkNanos(wait);
    }
    lastCommandNanos = System.nanoTime();
  }

  private CommandOutcome command(String name, Duration deadline, CommandRequest request) {
    return told(name, () -> commands.answerTo(request, deadline));
  }

  private <T> T told(String name, Supplier<T> call) {
    pace();
    try {
      return call.get();
    } catch (StatusRuntimeException failure) {
      BridgeException told = BridgeException.of(name + " #" + sequence, address, failure);
      unanswered = !told.refused() && told.code() != Status.Code.ABORTED;
      throw told;
    }
  }

  private <T> T ask(String name, Function<InstrumentBlockingStub, T> call) {
    return ask(name, DEADLINE, call);
  }

  private <T> T ask(String name, Duration deadline, Function<InstrumentBlockingStub, T> call) {
    try {
      return call.apply(stub.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (StatusRuntimeException failure) {
      throw BridgeException.of(name, address, failure);
    }
  }

  private void stopHeartbeat() {
    Heartbeat beating = heartbeat;
    if (beating != null) {
      beating.close();
      heartbeat = null;
    }
  }

  /** Gives the lease back if there is one, and disconnects. */
  @Override
  public void close() {
    if (heartbeat != null) {
      try {
        releaseLease();
      } catch (BridgeException gone) {
        // The lease ends by itself, and the bridge withdraws the tip.
      }
    }
    Channels.close(channel);
    Channels.close(emergencyChannel);
  }
}
