package org.tipwright.bridge.nanonis.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.CommandLayout;
import org.tipwright.bridge.nanonis.SampleValues;
import org.tipwright.bridge.nanonis.Shape;
import org.tipwright.bridge.safety.Phase;

class AllowListTest {

  private static final AllowList LIST = AllowList.shipped();
  private static final Catalogue CATALOGUE = Catalogue.of(Catalogue.R14718);

  @Test
  void everyCommandOfTheCatalogueIsDecidedOn() {
    for (CommandLayout layout : CATALOGUE.commands()) {
      assertThat(LIST.lines(layout.name())).as(layout.name()).isNotEmpty();
    }
  }

  @Test
  void everyLineIsMeant() {
    for (CommandLayout layout : CATALOGUE.commands()) {
      for (Rule rule : LIST.lines(layout.name())) {
        rule.condition()
            .ifPresent(
                condition ->
                    assertThat(layout.arguments().fields())
                        .as(layout.name())
                        .anyMatch(
                            field ->
                                field.name().equals(condition.field())
                                    && field.shape() == Shape.SINGLE));
        switch (rule.kind()) {
          case PHASES -> assertThat(Check.BY_NAME).as(layout.name()).containsKey(rule.text());
          case NEVER -> assertThat(rule.text()).as(layout.name()).hasSizeGreaterThan(10);
          default -> assertThat(rule.text()).as(layout.name()).isEmpty();
        }
      }
    }
  }

  /** What sets, starts or moves is never a reading: the names of this protocol tell. */
  @Test
  void nothingThatSetsOrStartsIsAReading() {
    Set<String> readings = new TreeSet<>();
    for (CommandLayout layout : CATALOGUE.commands()) {
      if (LIST.lines(layout.name()).stream().anyMatch(rule -> rule.kind() == Rule.Kind.READ)) {
        readings.add(layout.name());
      }
    }
    assertThat(readings).allMatch(name -> name.matches(".*(Get|Grab)"));
    assertThat(readings).doesNotContain("Motor.StepCounterGet");
  }

  @Test
  void whatPracticeForbidsIsLetThroughInNoPhase() {
    for (String never :
        List.of(
            "ZCtrl.Home",
            "ZCtrl.TipLiftSet",
            "ZCtrl.GainSet",
            "SafeTip.PropsSet",
            "Piezo.TiltSet",
            "Piezo.DriftCompSet",
            "Piezo.SensSet",
            "Bias.CalibrSet",
            "BiasSpectr.Start",
            "ZSpectr.Start",
            "LockIn.ModAmpSet",
            "PLL.AmpCtrlSetpntSet",
            "AtomTrack.CtrlSet",
            "Motor.StartMove",
            "Util.SettingsLoad",
            "Util.Lock")) {
      assertThat(LIST.lines(never))
          .as(never)
          .extracting(Rule::kind)
          .containsExactly(Rule.Kind.NEVER);
    }
  }

  @Test
  void eachPhaseHasTheCommandsOfItsWorkAndNoOthers() {
    assertThat(of(Phase.SCAN))
        .contains("Scan.Action", "Scan.FrameSet", "FolMe.XYPosSet", "ZCtrl.SetpntSet", "Bias.Set")
        .doesNotContain("ZCtrl.ZPosSet", "Bias.Pulse", "TipShaper.Start");
    assertThat(of(Phase.APPROACH))
        .contains("ZCtrl.ZPosSet", "Bias.Set", "ZCtrl.OnOffSet")
        .doesNotContain("FolMe.XYPosSet", "ZCtrl.SetpntSet", "Scan.Action");
    assertThat(of(Phase.LIFT)).contains("ZCtrl.ZPosSet", "FolMe.XYPosSet", "Bias.Set");
    assertThat(of(Phase.RETREAT))
        .contains("ZCtrl.ZPosSet")
        .doesNotContain("Bias.Set", "FolMe.XYPosSet");
    assertThat(of(Phase.TIP_PREPARATION)).contains("Bias.Pulse", "TipShaper.Start");
    assertThat(of(Phase.DRAG)).doesNotContain("ZCtrl.ZPosSet", "Scan.Action", "Bias.Pulse");
  }

  private static Set<String> of(Phase phase) {
    return CATALOGUE.commands().stream()
        .map(CommandLayout::name)
        .filter(name -> LIST.lines(name).stream().anyMatch(rule -> rule.phases().contains(phase)))
        .collect(Collectors.toSet());
  }

  @Test
  void aConditionTellsAStopFromAStart() {
    assertThat(kind("Scan.Action", 1, 0)).isEqualTo(Rule.Kind.STOP);
    assertThat(kind("Scan.Action", 0, 0)).isEqualTo(Rule.Kind.PHASES);
    assertThat(kind("AutoApproach.OnOffSet", 0)).isEqualTo(Rule.Kind.STOP);
    assertThat(kind("AutoApproach.OnOffSet", 1)).isEqualTo(Rule.Kind.NEVER);
    assertThat(kind("SafeTip.OnOffSet", 1)).isEqualTo(Rule.Kind.STOP);
    assertThat(kind("SafeTip.OnOffSet", 2)).isEqualTo(Rule.Kind.NEVER);
  }

  private static Rule.Kind kind(String name, Object... arguments) {
    return LIST.find(CATALOGUE.command(name, arguments), Optional.of(Phase.SCAN))
        .orElseThrow()
        .kind();
  }

  @Test
  void theFeedbackMayBeSwitchedOffButNotOnInAnApproach() {
    Optional<Phase> approach = Optional.of(Phase.APPROACH);
    assertThat(LIST.find(CATALOGUE.command("ZCtrl.OnOffSet", 0), approach).orElseThrow().phases())
        .contains(Phase.APPROACH);
    assertThat(LIST.find(CATALOGUE.command("ZCtrl.OnOffSet", 1), approach).orElseThrow().phases())
        .doesNotContain(Phase.APPROACH);
  }

  @Test
  void aCommandThatTheListLacksIsNotFound() {
    CommandLayout bias = CATALOGUE.find("Bias.Set").orElseThrow();
    CommandLayout unknown =
        new CommandLayout("Bias.Invented", bias.arguments(), bias.returns(), List.of());
    Command command = new Command(unknown, SampleValues.of(unknown.arguments()));
    assertThat(LIST.find(command, Optional.of(Phase.SCAN))).isEmpty();
  }
}
