package org.tipwright.bridge.nanonis.proxy;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.tipwright.bridge.audit.FrameLog;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Frames;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.driver.Lines;
import org.tipwright.bridge.nanonis.driver.NanonisInstrument;
import org.tipwright.bridge.nanonis.server.CommandHandler;
import org.tipwright.bridge.nanonis.server.NanonisServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetyState;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.StateSnapshot;

/**
 * The ports on which scripts find the instrument. Readings and stops are passed on for anybody; the
 * rest goes through the supervisor, by the allow-list of the phase that is armed. Responses are
 * those of the instrument, byte for byte; a refusal is an error block with one sentence.
 */
public final class ScriptProxy implements AutoCloseable {

  private final SafetySupervisor supervisor;
  private final NanonisInstrument instrument;
  private final Lines lines;
  private final FrameLog log;
  private final Optional<Phase> dryRun;
  private final AllowList list = AllowList.shipped();
  private final Pace pace = new Pace();
  private final Waits waits;
  private final AtomicReferenceArray<ScriptSession> sessions =
      new AtomicReferenceArray<>(ServerSettings.USUAL_PORTS.size());
  private final JunctionMonitor monitor;
  private final LeaseKeeper keeper;
  private final NanonisServer server;

  private ScriptProxy(
      SafetySupervisor supervisor,
      NanonisInstrument instrument,
      FrameLog log,
      Optional<Phase> dryRun,
      ServerSettings settings)
      throws IOException {
    this.supervisor = supervisor;
    this.instrument = instrument;
    this.lines = instrument.lines();
    this.log = log;
    this.dryRun = dryRun;
    this.waits = new Waits(lines);
    this.monitor = new JunctionMonitor(supervisor, lines, this::guarded, pace::armedAnew);
    this.keeper = new LeaseKeeper(supervisor, monitor, sessions);
    try {
      this.server = NanonisServer.start(settings, new Handler());
    } catch (IOException taken) {
      monitor.close();
      keeper.close();
      throw taken;
    }
  }

  /**
   * Listens from now on.
   *
   * @param supervisor of this instrument
   * @param dryRun judges by this phase and sends nothing but readings; none for the real thing
   * @throws IOException if a port cannot be had; then none is listened on
   */
  public static ScriptProxy start(
      SafetySupervisor supervisor,
      NanonisInstrument instrument,
      FrameLog log,
      Optional<Phase> dryRun,
      ServerSettings settings)
      throws IOException {
    return new ScriptProxy(supervisor, instrument, log, dryRun, settings);
  }

  /** The ports that are listened on. */
  public List<Integer> ports() {
    return server.ports();
  }

  /**
   * Whether a tip that is down is a script's: one holds the lease, or left it under the feedback.
   */
  private boolean guarded() {
    if (supervisor.state().leaseHolder().isEmpty()) {
      return true;
    }
    for (int port = 0; port < sessions.length(); port++) {
      ScriptSession session = sessions.get(port);
      if (session != null && !session.lease().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private final class Handler implements CommandHandler {

    @Override
    public void connected(int port, SocketAddress from) {
      String address = String.valueOf(from).replaceFirst("^[^/]*/", "");
      sessions.set(port, new ScriptSession(supervisor, "script at " + address, dryRun.isPresent()));
    }

    @Override
    public void disconnected(int port) {
      ScriptSession session = sessions.get(port);
      if (session != null) {
        hungUp(session);
      }
    }

    @Override
    public void refused(int port, String name, String why) {
      String script = sessions.get(port).name();
      String called = name.replaceAll("[^ -~]", "?");
      long call = log.request(script, called, "no command", new byte[0]);
      if (call != 0) {
        log.answer(call, script, called, why);
      }
    }

    @Override
    public Reply handle(Command command, int port) throws InterruptedException {
      ScriptSession session = sessions.get(port);
      session.begins();
      try {
        return answer(command, session);
      } finally {
        session.ends();
      }
    }
  }

  private Reply answer(Command command, ScriptSession session) throws InterruptedException {
    Optional<Rule> rule = list.find(command, phase());
    if (rule.isPresent() && rule.get().kind() == Rule.Kind.READ) {
      session.countReading();
      return reading(command);
    }
    String name = session.name();
    long call = log.request(name, command.name(), Sense.shown(command), body(command));
    boolean stop = rule.isPresent() && rule.get().kind() == Rule.Kind.STOP;
    if (call == 0 && !stop) {
      return Reply.failure(
          "refused " + command.name() + ": the audit log is behind; nothing was moved");
    }
    Reply reply = kept(command, rule, session);
    log.answer(call, name, command.name(), how(reply));
    return reply;
  }

  private static byte[] body(Command command) {
    byte[] frame = command.frame(true);
    return frame.length > Frames.HEADER_BYTES + (1 << 12)
        ? new byte[0]
        : Arrays.copyOfRange(frame, Frames.HEADER_BYTES, frame.length);
  }

  private static String how(Reply reply) {
    return reply instanceof Reply.Failure failure
        ? failure.text()
        : reply instanceof Reply.Verbatim verbatim && verbatim.failed()
            ? "the instrument refused"
            : "done";
  }

  private Optional<Phase> phase() {
    return dryRun.or(() -> supervisor.state().phase());
  }

  private Reply reading(Command command) {
    try {
      // An image takes long, and the monitor's line must not.
      return command.name().equals("Scan.FrameDataGrab")
          ? lines.passLong(command, supervisor.profile().times().command())
          : lines.passReading(command);
    } catch (InstrumentException failed) {
      return Reply.failure(String.valueOf(failed.getMessage()));
    }
  }

  private Reply kept(Command command, Optional<Rule> found, ScriptSession session)
      throws InterruptedException {
    if (found.isEmpty()) {
      return refused(command, "it is not on the allow-list of any phase");
    }
    Rule rule = found.get();
    try {
      return switch (rule.kind()) {
        case READ -> reading(command);
        case WAIT -> waits.scan(command, session::gone);
        case STOP -> stop(command, session);
        case NEVER -> refused(command, rule.text() + ": not let through in any phase");
        case PHASES -> carryOut(command, rule, session);
      };
    } catch (InstrumentException failed) {
      return Reply.failure(String.valueOf(failed.getMessage()));
    }
  }

  private Reply refused(Command command, String why) {
    return Reply.failure(String.valueOf(supervisor.refuse(command.name(), why).getMessage()));
  }

  /** The way up first, telling second; and should the line fail, the supervisor has others. */
  private Reply stop(Command command, ScriptSession session)
      throws InstrumentException, InterruptedException {
    monitor.changing();
    if (command.name().equals("ZCtrl.Withdraw")) {
      return withdraw(command, session);
    }
    Reply reply = lines.passStop(command);
    if (command.name().equals("FolMe.Stop")) {
      pace.moves(0);
    }
    return reply;
  }

  private Reply withdraw(Command command, ScriptSession session)
      throws InstrumentException, InterruptedException {
    monitor.rising();
    boolean wait = command.on("wait");
    Reply reply;
    try {
      reply = lines.passStop(wait ? command.with("wait", 0) : command);
    } finally {
      supervisor.withdrawFor("'" + session.name() + "'");
    }
    return wait && !waits.withdrawal(command, session::gone)
        ? Reply.failure("the tip was not withdrawn in time; it is still on its way")
        : reply;
  }

  private Reply carryOut(Command command, Rule rule, ScriptSession session)
      throws InstrumentException, InterruptedException {
    Optional<String> senseless = Sense.missing(command);
    if (senseless.isPresent()) {
      return refused(command, senseless.get());
    }
    Optional<Phase> phase = phase();
    if (phase.isEmpty()) {
      return refused(command, unarmed(supervisor.state()));
    }
    if (!rule.phases().contains(phase.get())) {
      return refused(
          command,
          "the bridge is armed for phase "
              + phase.get().key()
              + ", and this is for "
              + rule.phases().stream().map(Phase::key).sorted().collect(Collectors.joining(", ")));
    }
    boolean wayBack = command.name().equals("ZCtrl.ZPosSet");
    if (!monitor.paused().isEmpty() && !wayBack) {
      return refused(
          command,
          monitor.paused() + "; held up until the tip is back inside or an operator arms anew");
    }
    boolean wait = command.takes("wait") && command.on("wait");
    ScriptCommand foreign =
        new ScriptCommand(
            wait ? command.with("wait", 0) : command,
            rule.text(),
            lines,
            supervisor.profile(),
            monitor,
            pace);
    try {
      resumeIfUp();
      var unused = supervisor.carryOut(foreign, phase.get(), session.ticket());
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.LEASE || supervisor.state().phase().isEmpty()) {
        session.forget();
      }
      return Reply.failure(String.valueOf(refusal.getMessage()));
    }
    if (wait && dryRun.isEmpty()) {
      awaitEnd(command, foreign, session);
    }
    return foreign.reply();
  }

  private static String unarmed(StateSnapshot state) {
    return state.state() == SafetyState.TRIPPED
        ? "the bridge is tripped (" + state.tripReason() + "); an operator must reset it"
        : "the bridge is "
            + state.state()
            + ": until an operator arms it, only readings and stops are let through";
  }

  /** After a command that was not answered nothing is sent until the tip was seen withdrawn. */
  private void resumeIfUp() throws InstrumentException {
    if (lines.inDoubt() && !supervisor.state().engaged() && instrument.withdrawn()) {
      lines.resume();
    }
  }

  private void awaitEnd(Command command, ScriptCommand foreign, ScriptSession session)
      throws InstrumentException, InterruptedException {
    if (foreign.reply() instanceof Reply.Verbatim answered && answered.failed()) {
      return;
    }
    if (command.name().equals("FolMe.XYPosSet")) {
      waits.arrival(command, session::gone);
    } else {
      Thread.sleep((long) (foreign.seconds() * 1000));
    }
  }

  /**
   * A script that hangs up gives its lease back. Where the feedback holds the tip in a scan it
   * stays there, and the arming stays for the next script; anywhere else a tip that is down is
   * withdrawn, and the bridge trips.
   */
  private void hungUp(ScriptSession session) {
    String lease = session.hangUp();
    long call =
        log.request(
            session.name(), "hung-up", "after " + session.readings() + " readings", new byte[0]);
    if (call != 0) {
      log.answer(call, session.name(), "hung-up", "done");
    }
    if (lease.isEmpty()) {
      return;
    }
    StateSnapshot state = supervisor.state();
    boolean scans = state.phase().equals(Optional.of(Phase.SCAN));
    try {
      boolean held = scans && monitor.feedbackOn();
      if (state.engaged() && !held && !monitor.isRising()) {
        supervisor.fault("'" + session.name() + "' hung up with the tip down");
      } else if (scans) {
        supervisor.leaveLease(lease);
      } else {
        supervisor.releaseLease(lease);
      }
    } catch (Refusal alreadyGone) {
      // A trip took the lease; there is nothing left to give back.
    }
  }

  /** Hangs up on all scripts; what that leads to comes before it returns. */
  @Override
  public void close() {
    server.close();
    keeper.close();
    monitor.close();
  }
}
