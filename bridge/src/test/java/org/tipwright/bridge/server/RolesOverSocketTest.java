package org.tipwright.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.certificates.DevelopmentAuthority;
import org.tipwright.bridge.certificates.Role;
import org.tipwright.bridge.certificates.TlsFolder;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.ManualClock;
import org.tipwright.bridge.v1.AcquireLeaseRequest;
import org.tipwright.bridge.v1.ApproachRequest;
import org.tipwright.bridge.v1.CommandHeader;
import org.tipwright.bridge.v1.HeartbeatRequest;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.InstrumentGrpc.InstrumentBlockingStub;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.OperatorGrpc;
import org.tipwright.bridge.v1.Position;
import org.tipwright.bridge.v1.ReadStateRequest;
import org.tipwright.bridge.v1.ReleaseLeaseRequest;
import org.tipwright.bridge.v1.SafetyState;

/** Who gets in with which certificate and what each role may, over mutual TLS on a real socket. */
class RolesOverSocketTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private static Path folder;
  private static Path bridge = Path.of("");

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final List<AutoCloseable> open = new ArrayList<>();
  private BridgeServer server;

  @BeforeAll
  static void makeCertificates() throws IOException {
    DevelopmentAuthority authority = DevelopmentAuthority.in(folder);
    bridge = authority.forBridge(List.of("localhost", "127.0.0.1"), DAY);
    for (Role role : Role.values()) {
      assertThat(authority.forClient(role.word(), role, DAY)).isEqualTo(certificate(role));
    }
  }

  private static Path certificate(Role role) {
    return folder.resolve(role.word());
  }

  @BeforeEach
  void start() throws IOException {
    server =
        BridgeServer.start(
            Listening.withTls("0.0.0.0", 0, TlsFolder.read(bridge)),
            instrument,
            LimitProfileReader.shipped(),
            new ManualClock(),
            event -> {});
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable client : open) {
      client.close();
    }
    server.close();
  }

  private BridgeAddress address(Path tls) {
    return BridgeAddress.parse("grpcs://127.0.0.1:" + server.port(), tls);
  }

  private BridgeClient client(Path tls) {
    BridgeClient client = new BridgeClient(address(tls), "test");
    open.add(client);
    return client;
  }

  private BridgeClient client(Role role) {
    return client(certificate(role));
  }

  private OperatorClient operator(Role role) {
    OperatorClient operator = OperatorClient.withCertificate(address(certificate(role)));
    open.add(operator);
    return operator;
  }

  private ManagedChannel channel(SslContextBuilder tls) throws IOException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .sslContext(GrpcSslContexts.configure(tls, SslProvider.JDK).build())
            .build();
    open.add(channel::shutdownNow);
    return channel;
  }

  /** A channel that shows what nobody checked before. */
  private ManagedChannel channel(Path own) throws IOException {
    return channel(
        SslContextBuilder.forClient()
            .keyManager(file(own, "certificate.pem"), file(own, "key.pem"))
            .trustManager(file(bridge, "ca.pem")));
  }

  private static File file(Path folder, String name) {
    return folder.resolve(name).toFile();
  }

  private InstrumentBlockingStub raw(Path own) throws IOException {
    return InstrumentGrpc.newBlockingStub(channel(own));
  }

  private static BridgeException refusal(ThrowingCallable call) {
    BridgeException refusal = catchThrowableOfType(BridgeException.class, call);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static StatusRuntimeException rawRefusal(ThrowingCallable call) {
    StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Test
  void anAgentLiftsOnceAnOperatorHasArmed() {
    assertThat(operator(Role.OPERATOR).arm(Duration.ofMinutes(1)).getState())
        .isEqualTo(SafetyState.ARMED);
    BridgeClient agent = client(Role.AGENT);
    agent.acquireLease(false);
    agent.approach();
    assertThat(agent.moveTip(new TipPosition(0, 0, 0.1)).getExecuted()).isTrue();
    assertThat(instrument.moves()).hasSize(2);
  }

  @Test
  void anAgentDoesNotArmDisarmOrReset() {
    OperatorClient agent = operator(Role.AGENT);
    assertThat(refusal(() -> agent.arm(Duration.ofMinutes(1))))
        .hasMessage(
            "refused Arm: 'agent' has the role agent, and this needs operator; nothing was"
                + " changed");
    assertThat(refusal(agent::disarm).code()).isEqualTo(Status.Code.PERMISSION_DENIED);
    client(Role.AGENT).emergencyStop();
    assertThat(refusal(agent::reset).code()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(server.supervisor().state().state().name()).isEqualTo("TRIPPED");
  }

  @Test
  void theTokenOfPlainLoopbackIsOfNoUseWithTls() {
    OperatorClient agent =
        OperatorClient.withToken(
            address(certificate(Role.AGENT)), server.operatorToken().secret(), "agent");
    open.add(agent);
    assertThat(refusal(() -> agent.arm(Duration.ofMinutes(1))))
        .hasMessageContaining("has the role agent");
  }

  @Test
  void anObserverReadsWatchesAndStopsAndNothingElse() {
    BridgeClient observer = client(Role.OBSERVER);
    assertThat(observer.describe().getName()).isEqualTo("recording");
    assertThat(refusal(() -> observer.acquireLease(true)))
        .hasMessage(
            "refused AcquireLease: 'observer' has the role observer, and this needs agent; nothing"
                + " was changed");
    assertThat(refusal(() -> operator(Role.OBSERVER).arm(Duration.ofMinutes(1))).code())
        .isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(observer.readState().getState()).isEqualTo(SafetyState.READ_ONLY);
    assertThat(observer.emergencyStop().getTripReason())
        .as("the name is the certificate's, not the one that was given")
        .isEqualTo("emergency stop by 'observer'");
  }

  @Test
  void anOperatorMovesNothing() {
    operator(Role.OPERATOR).arm(Duration.ofMinutes(1));
    assertThat(refusal(() -> client(Role.OPERATOR).acquireLease(false)))
        .hasMessageContaining("'operator' has the role operator, and this needs agent");
    assertThat(instrument.moves()).isEmpty();
  }

  @Test
  void everyMethodOfTheBridgeHasItsRolesAndEveryRoleItsMethods() throws IOException {
    MethodRoles roles = new MethodRoles();
    List<ServerServiceDefinition> services =
        List.of(
            new InstrumentGrpc.InstrumentImplBase() {}.bindService(),
            new OperatorGrpc.OperatorImplBase() {}.bindService(),
            new HealthGrpc.HealthImplBase() {}.bindService());
    for (ServerServiceDefinition service : services) {
      for (MethodDescriptor<?, ?> method : service.getServiceDescriptor().getMethods()) {
        assertThat(roles.of(method)).as(method.getFullMethodName()).isNotEmpty();
      }
    }
    for (Role role : Role.values()) {
      ManagedChannel channel = channel(certificate(role));
      for (MethodDescriptor<?, ?> method : InstrumentGrpc.getServiceDescriptor().getMethods()) {
        if (method.getType() != MethodDescriptor.MethodType.SERVER_STREAMING) {
          assertThat(denied(channel, method))
              .as("%s as %s", method.getFullMethodName(), role)
              .isEqualTo(!roles.of(method).contains(role));
        }
      }
    }
  }

  /** Whether the gate itself refuses; a message that makes no sense gets past it. */
  @SuppressWarnings("unchecked")
  private static boolean denied(ManagedChannel channel, MethodDescriptor<?, ?> method) {
    MethodDescriptor<Object, Object> call = (MethodDescriptor<Object, Object>) method;
    Object empty = call.parseRequest(new ByteArrayInputStream(new byte[0]));
    CompletableFuture<Status> end = new CompletableFuture<>();
    ClientCall<Object, Object> made = channel.newCall(call, CallOptions.DEFAULT);
    made.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            end.complete(status);
          }
        },
        new Metadata());
    made.request(2);
    made.sendMessage(empty);
    made.halfClose();
    return end.join().getCode() == Status.Code.PERMISSION_DENIED;
  }

  @Test
  void anExpiredCertificateDoesNotGetIn() throws IOException {
    Path late =
        DevelopmentAuthority.in(folder).forClient("late", Role.OPERATOR, Duration.ofMinutes(-1));
    InstrumentBlockingStub stub = raw(late);
    assertThat(
            rawRefusal(() -> stub.readState(ReadStateRequest.getDefaultInstance()))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThatThrownBy(() -> client(late)).hasMessageContaining("cannot be used today");
  }

  @Test
  void aConnectionDoesNotOutliveItsCertificate() throws Exception {
    Path brief =
        DevelopmentAuthority.in(folder).forClient("brief", Role.OPERATOR, Duration.ofSeconds(4));
    BridgeClient client = client(brief);
    assertThat(client.readState().getState()).isEqualTo(SafetyState.READ_ONLY);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(refusal(client::readState))
                    .hasMessageStartingWith("refused ReadState: the certificate of 'brief'"));
    assertThat(client.emergencyStop().getTripReason())
        .as("but a stop is let through")
        .isEqualTo("emergency stop by 'brief'");
  }

  @Test
  void aForeignCertificateDoesNotGetIn(@TempDir Path elsewhere) throws IOException {
    DevelopmentAuthority foreign = DevelopmentAuthority.in(elsewhere);
    Path stranger = foreign.forClient("operator", Role.OPERATOR, DAY);
    assertThat(
            rawRefusal(() -> raw(stranger).readState(ReadStateRequest.getDefaultInstance()))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(refusal(() -> client(stranger).readState()))
        .as("nor does the stranger believe the bridge")
        .hasMessageContaining("cannot prove to be the bridge");
  }

  @Test
  void theBridgesOwnCertificateIsNoClients() {
    assertThat(
            rawRefusal(() -> raw(bridge).readState(ReadStateRequest.getDefaultInstance()))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void nobodyGetsInWithoutACertificate() throws IOException {
    ManagedChannel bare =
        channel(SslContextBuilder.forClient().trustManager(file(bridge, "ca.pem")));
    assertThat(
            rawRefusal(
                    () ->
                        InstrumentGrpc.newBlockingStub(bare)
                            .readState(ReadStateRequest.getDefaultInstance()))
                .getStatus()
                .getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    BridgeClient plain = new BridgeClient(new BridgeAddress("127.0.0.1", server.port()), "plain");
    open.add(plain);
    assertThat(refusal(plain::readState)).hasMessageContaining("use grpcs:// and --tls");
  }

  @Test
  void aClientThatIsRefusedIsToldSoInOneSentence() throws IOException {
    DevelopmentAuthority foreign = DevelopmentAuthority.in(folder.resolve("foreign"));
    Path stranger = foreign.forClient("agent", Role.AGENT, DAY);
    // Trusts the right bridge, but was signed by nobody whom the bridge knows.
    Files.copy(
        bridge.resolve("ca.pem"), stranger.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(refusal(() -> client(stranger).readState()))
        .hasMessageContaining("does not take this client's certificate");
  }

  @Test
  void aLeaseIsOfNoUseUnderAnotherCertificate() throws IOException {
    Path second = DevelopmentAuthority.in(folder).forClient("second", Role.AGENT, DAY);
    operator(Role.OPERATOR).arm(Duration.ofMinutes(1));
    InstrumentBlockingStub holder = raw(certificate(Role.AGENT));
    InstrumentBlockingStub thief = raw(second);
    String lease =
        holder
            .acquireLease(AcquireLeaseRequest.newBuilder().setHolder("first").build())
            .getLeaseId();
    holder.approach(ApproachRequest.newBuilder().setHeader(header(lease, 1)).build());

    assertThat(rawRefusal(() -> thief.moveTip(move(lease, 2))))
        .hasMessageContaining("'first' holds the lease; one client at a time may command");
    assertThat(
            rawRefusal(
                () -> thief.heartbeat(HeartbeatRequest.newBuilder().setLeaseId(lease).build())))
        .hasMessageContaining("'first' holds the lease");
    assertThat(
            rawRefusal(
                () ->
                    thief.releaseLease(ReleaseLeaseRequest.newBuilder().setLeaseId(lease).build())))
        .hasMessageContaining("'first' holds the lease");
    assertThat(
            rawRefusal(
                () ->
                    thief.acquireLease(
                        AcquireLeaseRequest.newBuilder().setHolder("thief").build())))
        .as("nor is there a second one")
        .hasMessageContaining("'first' holds the lease");
    assertThat(instrument.moves()).containsExactly("approach");
    assertThat(holder.moveTip(move(lease, 2)).getExecuted()).isTrue();
  }

  @Test
  void aLeaseThatWasGivenBackIsOfNoUseAgain() throws IOException {
    operator(Role.OPERATOR).arm(Duration.ofMinutes(1));
    InstrumentBlockingStub agent = raw(certificate(Role.AGENT));
    AcquireLeaseRequest request = AcquireLeaseRequest.newBuilder().setHolder("agent").build();
    String old = agent.acquireLease(request).getLeaseId();
    var unused = agent.releaseLease(ReleaseLeaseRequest.newBuilder().setLeaseId(old).build());
    assertThat(agent.acquireLease(request).getLeaseId()).isNotEqualTo(old);
    operator(Role.OPERATOR).arm(Duration.ofMinutes(1));
    assertThat(
            rawRefusal(
                () ->
                    agent.approach(ApproachRequest.newBuilder().setHeader(header(old, 1)).build())))
        .hasMessageContaining("'agent' holds the lease");
    assertThat(instrument.moves()).isEmpty();
  }

  private static CommandHeader header(String lease, long sequence) {
    return CommandHeader.newBuilder().setLeaseId(lease).setSequence(sequence).build();
  }

  private static MoveTipRequest move(String lease, long sequence) {
    return MoveTipRequest.newBuilder()
        .setHeader(header(lease, sequence))
        .setTarget(Position.newBuilder().setZM(1e-11))
        .build();
  }

  @Test
  void healthIsAlwaysThereAndReflectionWhenAskedFor() throws Exception {
    ManagedChannel observer = channel(certificate(Role.OBSERVER));
    assertThatCode(
            () ->
                HealthGrpc.newBlockingStub(observer).check(HealthCheckRequest.getDefaultInstance()))
        .doesNotThrowAnyException();
    assertThat(reflected(observer)).isEqualTo("UNIMPLEMENTED");

    server.close();
    server =
        BridgeServer.start(
            new Listening("127.0.0.1", 0, Optional.of(TlsFolder.read(bridge)), true),
            new RecordingInstrument(),
            LimitProfileReader.shipped(),
            new ManualClock(),
            event -> {});
    assertThat(reflected(channel(certificate(Role.OBSERVER))))
        .contains("tipwright.v1.Instrument", "tipwright.v1.Operator");
  }

  /** The services that reflection lists, or why it does not. */
  private static String reflected(ManagedChannel channel) throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> ask =
        ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    told.complete(response.getListServicesResponse().toString());
                  }

                  @Override
                  public void onError(Throwable failure) {
                    told.complete(Status.fromThrowable(failure).getCode().name());
                  }

                  @Override
                  public void onCompleted() {
                    told.complete("nothing");
                  }
                });
    ask.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    return told.get();
  }
}
