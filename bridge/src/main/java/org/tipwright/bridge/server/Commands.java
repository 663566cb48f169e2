package org.tipwright.bridge.server;

import io.grpc.Context;
import java.util.function.Consumer;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.safety.CommandResult;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.Ticket;
import org.tipwright.bridge.v1.ApproachReply;
import org.tipwright.bridge.v1.ApproachRequest;
import org.tipwright.bridge.v1.CheckTipReply;
import org.tipwright.bridge.v1.CheckTipRequest;
import org.tipwright.bridge.v1.CommandHeader;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandReply;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.ScanLine;
import org.tipwright.bridge.v1.ScanRequest;
import org.tipwright.bridge.v1.ScanSiteReply;
import org.tipwright.bridge.v1.ScanSiteRequest;
import org.tipwright.bridge.v1.SetBiasRequest;
import org.tipwright.bridge.v1.WithdrawRequest;
import org.tipwright.bridge.wire.SiUnits;

/** The lease holder's commands, from the wire to the supervisor and back, each call its own. */
final class Commands {

  private final SafetySupervisor supervisor;

  Commands(SafetySupervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Any of them, as a stream has it. */
  CommandOutcome outcome(CommandRequest request) throws Refusal, InstrumentException {
    CommandOutcome.Builder outcome = CommandOutcome.newBuilder();
    CommandOutcome.Builder answer =
        switch (request.getCommandCase()) {
          case APPROACH -> outcome.setApproach(approach(request.getApproach()));
          case MOVE_TIP -> outcome.setDone(moveTip(request.getMoveTip()));
          case SET_BIAS -> outcome.setDone(setBias(request.getSetBias()));
          case WITHDRAW -> outcome.setDone(withdraw(request.getWithdraw()));
          case CHECK_TIP -> outcome.setTip(checkTip(request.getCheckTip()));
          case SCAN_SITE -> outcome.setSite(scanSite(request.getScanSite()));
          case COMMAND_NOT_SET ->
              throw new Refusal(
                  Refusal.Kind.MALFORMED, "refused a command that names none; nothing was moved");
        };
    return answer.build();
  }

  ApproachReply approach(ApproachRequest request) throws Refusal, InstrumentException {
    CommandResult result = supervisor.approach(ticket(request.getHeader()));
    return ApproachReply.newBuilder()
        .setReply(Reports.of(result))
        .setInwardAzimuthRad(result.measured().isEmpty() ? 0 : result.measured().get(0))
        .setNoContact(result.missed())
        .setSameMolecule(!result.measured().isEmpty() && result.measured().get(1) == 1)
        .build();
  }

  CommandReply moveTip(MoveTipRequest request) throws Refusal, InstrumentException {
    Ticket ticket = ticket(request.getHeader());
    if (!request.hasTarget()) {
      throw new Refusal(
          Refusal.Kind.MALFORMED,
          "refused MoveTip #" + ticket.sequence() + ": no target; nothing was moved");
    }
    return Reports.of(supervisor.moveTip(ticket, SiUnits.fromWire(request.getTarget())));
  }

  CommandReply setBias(SetBiasRequest request) throws Refusal, InstrumentException {
    return Reports.of(supervisor.setBias(ticket(request.getHeader()), request.getBiasV()));
  }

  CommandReply withdraw(WithdrawRequest request) throws Refusal, InstrumentException {
    return Reports.of(supervisor.withdraw(ticket(request.getHeader())));
  }

  CheckTipReply checkTip(CheckTipRequest request) throws Refusal, InstrumentException {
    CommandResult result = supervisor.checkTip(ticket(request.getHeader()));
    CheckTipReply.Builder checked = CheckTipReply.newBuilder().setReply(Reports.of(result));
    result.measured().forEach(h -> checked.setHeightChangeM(SiUnits.metres(h)));
    return checked.build();
  }

  ScanSiteReply scanSite(ScanSiteRequest request) throws Refusal, InstrumentException {
    CommandResult result = supervisor.scanSite(ticket(request.getHeader()));
    ScanSiteReply.Builder scanned = ScanSiteReply.newBuilder().setReply(Reports.of(result));
    result.measured().forEach(h -> scanned.setApparentHeightM(SiUnits.metres(h)));
    return scanned.build();
  }

  CommandReply scan(ScanRequest request, Consumer<ScanLine> lines)
      throws Refusal, InstrumentException {
    ScanFrame frame =
        new ScanFrame(
            SiUnits.angstrom(request.getCentreXM()),
            SiUnits.angstrom(request.getCentreYM()),
            SiUnits.angstrom(request.getSizeM()),
            request.getPixels(),
            request.getLines(),
            SiUnits.angstrom(request.getSpeedMPerS()),
            request.getBiasV(),
            request.getSetpointA() * 1e9);
    return Reports.of(
        supervisor.scan(
            ticket(request.getHeader()), frame, row -> lines.accept(SiUnits.toWire(row))));
  }

  /** A command whose caller hung up, or whose deadline has passed, is not to be carried out. */
  private static Ticket ticket(CommandHeader header) {
    return new Ticket(
        Caller.current().lease(header.getLeaseId()),
        header.getSequence(),
        Context.current()::isCancelled);
  }
}
