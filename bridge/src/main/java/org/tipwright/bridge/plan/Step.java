package org.tipwright.bridge.plan;

import java.util.Locale;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.v1.ApproachReply;
import org.tipwright.bridge.v1.CheckTipReply;
import org.tipwright.bridge.v1.CommandReply;
import org.tipwright.bridge.v1.ScanSiteReply;
import org.tipwright.bridge.v1.Signals;

/** One step of a plan: one command to the bridge. */
public sealed interface Step {

  /**
   * Has the bridge carry it out, or plan it under the lease of a dry run.
   *
   * @return what the bridge said, and what was measured
   * @throws org.tipwright.bridge.client.BridgeException if it is refused or the bridge trips
   * @throws IllegalStateException if it was carried out and the plan cannot go on
   */
  String carryOut(BridgeClient bridge);

  /** Makes contact with the molecule at the site. */
  record Approach() implements Step {
    @Override
    public String carryOut(BridgeClient bridge) {
      ApproachReply approach = bridge.approach();
      if (!approach.getNoContact().isEmpty()) {
        throw new IllegalStateException(
            "no contact: " + approach.getNoContact() + "; the tip is up, the plan ends here");
      }
      return told(approach.getReply());
    }
  }

  /**
   * Moves the tip.
   *
   * @param to relative to contact
   */
  record MoveTip(TipPosition to) implements Step {
    @Override
    public String carryOut(BridgeClient bridge) {
      return told(bridge.moveTip(to));
    }
  }

  /**
   * Sets the bias.
   *
   * @param volt at the sample
   */
  record SetBias(double volt) implements Step {
    @Override
    public String carryOut(BridgeClient bridge) {
      return told(bridge.setBias(volt));
    }
  }

  /** Raises the tip to the end of its range. */
  record Withdraw() implements Step {
    @Override
    public String carryOut(BridgeClient bridge) {
      return told(bridge.withdraw());
    }
  }

  /** Measures whether something hangs on the tip. */
  record CheckTip() implements Step {
    @Override
    public String carryOut(BridgeClient bridge) {
      CheckTipReply tip = bridge.checkTip();
      return told(tip.getReply())
          + (tip.hasHeightChangeM()
              ? String.format(
                  Locale.ROOT, ": the tip is %.2f Å longer", tip.getHeightChangeM() * 1e10)
              : "");
    }
  }

  /** Measures whether the molecule is still in its site. */
  record ScanSite() implements Step {
    @Override
    public String carryOut(BridgeClient bridge) {
      ScanSiteReply site = bridge.scanSite();
      return told(site.getReply())
          + (site.hasApparentHeightM()
              ? String.format(
                  Locale.ROOT, ": the site is %.2f Å high", site.getApparentHeightM() * 1e10)
              : "");
    }
  }

  private static String told(CommandReply reply) {
    String plan = "#" + reply.getSequence() + (reply.getExecuted() ? " " : " would ");
    plan += reply.getPlan();
    Signals signals = reply.getSignals();
    return reply.getExecuted() && !Double.isNaN(signals.getCurrentA())
        ? String.format(Locale.ROOT, "%s: %.3g nA", plan, signals.getCurrentA() * 1e9)
        : plan;
  }
}
