package org.tipwright.bridge.nanonis.proxy;

import java.util.Optional;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.driver.Lines;
import org.tipwright.bridge.safety.ForeignCommand;
import org.tipwright.bridge.safety.Judgement;
import org.tipwright.bridge.safety.LimitCheck;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.PhaseLimits;
import org.tipwright.bridge.safety.Refusal;

/** One command of a script on its way through the supervisor. */
final class ScriptCommand implements ForeignCommand {

  private static final String HARMLESS = "harmless";

  private final Command command;
  private final String check;
  private final Lines lines;
  private final LimitProfile profile;
  private final JunctionMonitor monitor;
  private final Pace pace;
  private double seconds;
  private Reply reply;

  /**
   * A command.
   *
   * @param command as it will be sent
   * @param check its check in the allow-list
   */
  ScriptCommand(
      Command command,
      String check,
      Lines lines,
      LimitProfile profile,
      JunctionMonitor monitor,
      Pace pace) {
    this.command = command;
    this.check = check;
    this.lines = lines;
    this.profile = profile;
    this.monitor = monitor;
    this.pace = pace;
    this.reply = Reply.zeros(command.layout());
  }

  @Override
  public String name() {
    return command.name();
  }

  /** What moves z, or lets the feedback move it. */
  @Override
  public boolean mayEngage() {
    return switch (check) {
      case "height", "height-up", "dip", "scan" -> true;
      case "feedback" -> command.on("on");
      default -> false;
    };
  }

  @Override
  public Judgement judge(PhaseLimits limits, boolean down) throws InstrumentException {
    Check look = Check.BY_NAME.get(check);
    if (look == null) {
      throw new IllegalStateException("the allow-list names a check that there is not: " + check);
    }
    Situation now =
        new Situation(
            lines::read,
            profile,
            limits,
            down,
            monitor.origin(limits.phase()),
            pace.busySeconds(),
            pace.tries());
    try {
      seconds = look.look(command, now);
    } catch (Beyond beyond) {
      return Judgement.refused(Refusal.Kind.LIMIT, String.valueOf(beyond.getMessage()));
    }
    return Judgement.allowed(Sense.shown(command));
  }

  @Override
  public void act() throws InstrumentException {
    monitor.acting();
    if (check.equals("pulse") || check.equals("dip")) {
      pace.tried();
    } else if (seconds > 0) {
      pace.moves(seconds);
    }
    reply = lines.pass(command);
  }

  @Override
  public Optional<String> fault(PhaseLimits limits) throws InstrumentException {
    if (check.equals(HARMLESS)) {
      return Optional.empty();
    }
    double nanoampere = lines.read("Current.Get").real("current") * 1e9;
    double volt = lines.read("Bias.Get").real("bias");
    return Double.isFinite(nanoampere) && Double.isFinite(volt)
        ? new LimitCheck(profile).junction(nanoampere, volt, limits)
        : Optional.of("the instrument gave no usable reading of current and bias");
  }

  /** What the instrument answered; zeros if it was not asked, as in a dry run. */
  Reply reply() {
    return reply;
  }

  /** For how long what it started goes on, in s. */
  double seconds() {
    return seconds;
  }
}
