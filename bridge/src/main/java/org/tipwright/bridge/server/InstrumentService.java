package org.tipwright.bridge.server;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;
import org.tipwright.bridge.instrument.InstrumentDescription;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.v1.AcquireLeaseRequest;
import org.tipwright.bridge.v1.ApproachReply;
import org.tipwright.bridge.v1.ApproachRequest;
import org.tipwright.bridge.v1.CheckTipReply;
import org.tipwright.bridge.v1.CheckTipRequest;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandReply;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.DescribeRequest;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.EmergencyStopRequest;
import org.tipwright.bridge.v1.HeartbeatRequest;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.Lease;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.ReadStateRequest;
import org.tipwright.bridge.v1.ReleaseLeaseRequest;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.ScanReply;
import org.tipwright.bridge.v1.ScanRequest;
import org.tipwright.bridge.v1.ScanSiteReply;
import org.tipwright.bridge.v1.ScanSiteRequest;
import org.tipwright.bridge.v1.SetBiasRequest;
import org.tipwright.bridge.v1.Simulation;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.bridge.v1.WatchStateRequest;
import org.tipwright.bridge.v1.WithdrawRequest;

/** Everybody's calls: those of observers, and those of the lease holder. */
final class InstrumentService extends InstrumentGrpc.InstrumentImplBase {

  private final SafetySupervisor supervisor;
  private final Commands commands;
  private final StateWatches watches;
  private final Consumer<String> policy;

  /**
   * The calls.
   *
   * @param policy told by what a new holder of the lease says that it commands
   */
  InstrumentService(SafetySupervisor supervisor, StateWatches watches, Consumer<String> policy) {
    this.supervisor = supervisor;
    this.commands = new Commands(supervisor);
    this.watches = watches;
    this.policy = policy;
  }

  @Override
  public void describe(DescribeRequest request, StreamObserver<Description> reply) {
    Answer.to(reply, this::description);
  }

  private Description description() throws InstrumentException, Refusal {
    InstrumentDescription instrument = supervisor.describe();
    LimitProfile profile = supervisor.profile();
    Description.Builder description =
        Description.newBuilder()
            .setName(instrument.name())
            .setDriver(instrument.driver())
            .addAllCapabilities(instrument.capabilities())
            .addAllSignals(instrument.signals())
            .addAllLimits(WireLimits.of(profile))
            .setProfile(profile.version())
            .setLeaseS(profile.lease().toNanos() / 1e9)
            .setTimes(Reports.of(profile.times()));
    instrument
        .simulation()
        .ifPresent(
            simulation -> {
              Simulation.Builder wire =
                  Simulation.newBuilder()
                      .setTask(simulation.task())
                      .setSettings(simulation.settings());
              simulation
                  .streams()
                  .entries()
                  .forEach((name, state) -> wire.putStreams(name, ByteString.copyFrom(state)));
              description.setSimulation(wire);
            });
    return description.build();
  }

  @Override
  public void readState(ReadStateRequest request, StreamObserver<StateReport> reply) {
    Answer.to(reply, () -> Reports.of(supervisor.state()));
  }

  @Override
  public void watchState(WatchStateRequest request, StreamObserver<StateReport> reply) {
    watches.start((ServerCallStreamObserver<StateReport>) reply);
  }

  @Override
  public void acquireLease(AcquireLeaseRequest request, StreamObserver<Lease> reply) {
    Answer.to(
        reply,
        () -> {
          String holder = Names.checked(request.getHolder(), "lease holder");
          String secret =
              supervisor.acquireLease(holder, request.getDryRun(), Caller.current()::lease);
          policy.accept(Names.tamed(request.getPolicy()));
          return Lease.newBuilder()
              .setLeaseId(secret)
              .setDurationS(supervisor.profile().lease().toNanos() / 1e9)
              .setState(SafetyState.valueOf(supervisor.state().state().name()))
              .setTimes(Reports.of(supervisor.profile().times()))
              .build();
        });
  }

  @Override
  public void heartbeat(HeartbeatRequest request, StreamObserver<StateReport> reply) {
    Answer.to(
        reply,
        () -> {
          supervisor.renewLease(Caller.current().lease(request.getLeaseId()));
          return Reports.of(supervisor.state());
        });
  }

  @Override
  public void releaseLease(ReleaseLeaseRequest request, StreamObserver<StateReport> reply) {
    Answer.to(
        reply,
        () -> {
          supervisor.releaseLease(Caller.current().lease(request.getLeaseId()));
          return Reports.of(supervisor.state());
        });
  }

  @Override
  public void approach(ApproachRequest request, StreamObserver<ApproachReply> reply) {
    Answer.to(reply, () -> commands.approach(request));
  }

  @Override
  public void moveTip(MoveTipRequest request, StreamObserver<CommandReply> reply) {
    Answer.to(reply, () -> commands.moveTip(request));
  }

  @Override
  public void setBias(SetBiasRequest request, StreamObserver<CommandReply> reply) {
    Answer.to(reply, () -> commands.setBias(request));
  }

  @Override
  public void withdraw(WithdrawRequest request, StreamObserver<CommandReply> reply) {
    Answer.to(reply, () -> commands.withdraw(request));
  }

  @Override
  public void checkTip(CheckTipRequest request, StreamObserver<CheckTipReply> reply) {
    Answer.to(reply, () -> commands.checkTip(request));
  }

  @Override
  public void scanSite(ScanSiteRequest request, StreamObserver<ScanSiteReply> reply) {
    Answer.to(reply, () -> commands.scanSite(request));
  }

  /** Lines are not sent to a caller who has hung up; the tip comes up with the lease then. */
  @Override
  public void scan(ScanRequest request, StreamObserver<ScanReply> reply) {
    ServerCallStreamObserver<ScanReply> stream = (ServerCallStreamObserver<ScanReply>) reply;
    stream.setOnCancelHandler(() -> {});
    Answer.to(
        reply,
        () ->
            ScanReply.newBuilder()
                .setReply(
                    commands.scan(
                        request,
                        line -> {
                          if (!stream.isCancelled()) {
                            stream.onNext(ScanReply.newBuilder().setLine(line).build());
                          }
                        }))
                .build());
  }

  @Override
  public StreamObserver<CommandRequest> command(StreamObserver<CommandOutcome> reply) {
    return new CommandStream((ServerCallStreamObserver<CommandOutcome>) reply, commands);
  }

  @Override
  public void emergencyStop(EmergencyStopRequest request, StreamObserver<StateReport> reply) {
    Answer.to(
        reply,
        () ->
            Reports.of(
                supervisor.emergencyStop(Caller.current().called(Names.tamed(request.getWho())))));
  }
}
