package org.tipwright.bridge.nanonis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue against sizes added up by hand from the description of each command, for the values
 * of {@link SampleValues}: a string takes 7 bytes, [str] 22, {str} 18, [i32] and [f32] 12, f32[,]
 * 32, str[,] 50.
 */
class CatalogueTest {

  /** Bytes of the arguments and of the return values in release 13742. */
  private static final String SIZES =
      """
      Bias.Set 4 0
      Bias.Get 0 4
      Bias.RangeSet 2 0
      Bias.RangeGet 0 24
      Bias.CalibrSet 8 0
      Bias.CalibrGet 0 8
      Bias.Pulse 16 0
      Current.Get 0 4
      Current.100Get 0 4
      Current.BEEMGet 0 4
      Current.GainSet 8 0
      Current.GainsGet 0 52
      Current.CalibrSet 20 0
      Current.CalibrGet 4 16
      ZCtrl.ZPosSet 4 0
      ZCtrl.ZPosGet 0 4
      ZCtrl.OnOffSet 4 0
      ZCtrl.OnOffGet 0 4
      ZCtrl.SetpntSet 4 0
      ZCtrl.SetpntGet 0 4
      ZCtrl.GainSet 12 0
      ZCtrl.GainGet 0 12
      ZCtrl.SwitchOffDelaySet 4 0
      ZCtrl.SwitchOffDelayGet 0 4
      ZCtrl.TipLiftSet 4 0
      ZCtrl.TipLiftGet 0 4
      ZCtrl.Home 0 0
      ZCtrl.HomePropsSet 6 0
      ZCtrl.HomePropsGet 0 6
      ZCtrl.ActiveCtrlSet 4 0
      ZCtrl.CtrlListGet 0 26
      ZCtrl.Withdraw 8 0
      ZCtrl.WithdrawRateSet 4 0
      ZCtrl.WithdrawRateGet 0 4
      ZCtrl.LimitsEnabledSet 4 0
      ZCtrl.LimitsEnabledGet 0 4
      ZCtrl.LimitsSet 8 0
      ZCtrl.LimitsGet 0 8
      ZCtrl.StatusGet 0 2
      SafeTip.OnOffSet 2 0
      SafeTip.OnOffGet 0 2
      SafeTip.SignalGet 0 4
      SafeTip.PropsSet 8 0
      SafeTip.PropsGet 0 8
      AutoApproach.Open 0 0
      AutoApproach.OnOffSet 2 0
      AutoApproach.OnOffGet 0 2
      FolMe.XYPosSet 20 0
      FolMe.XYPosGet 4 16
      FolMe.SpeedSet 8 0
      FolMe.SpeedGet 0 8
      FolMe.OversamplSet 4 0
      FolMe.OversamplGet 0 8
      FolMe.Stop 0 0
      FolMe.PSOnOffSet 4 0
      FolMe.PSOnOffGet 0 4
      FolMe.PSExpSet 2 0
      FolMe.PSExpGet 0 24
      FolMe.PSPropsSet 26 0
      FolMe.PSPropsGet 0 26
      Scan.Action 6 0
      Scan.StatusGet 0 4
      Scan.WaitEndOfScan 4 11
      Scan.WaitEndOfLine 4 14
      Scan.FrameSet 20 0
      Scan.FrameGet 0 20
      Scan.BufferSet 20 0
      Scan.BufferGet 0 20
      Scan.PropsSet 48 0
      Scan.PropsGet 0 26
      Scan.SpeedSet 22 0
      Scan.SpeedGet 0 22
      Scan.FrameDataGrab 8 43
      Scan.XYPosGet 4 8
      Scan.Save 8 4
      Scan.BackgroundPaste 8 4
      Scan.BackgroundDelete 12 4
      Piezo.RangeSet 12 0
      Piezo.RangeGet 0 12
      Piezo.SensSet 12 0
      Piezo.SensGet 0 12
      Piezo.CalibrGet 0 12
      Piezo.TiltSet 8 0
      Piezo.TiltGet 0 8
      Piezo.DriftCompSet 20 0
      Piezo.DriftCompGet 0 32
      Piezo.HVAInfoGet 0 28
      Signals.NamesGet 0 22
      Signals.CalibrGet 4 8
      Signals.RangeGet 4 8
      Signals.ValGet 8 4
      Signals.ValsGet 16 12
      Signals.MeasNamesGet 0 22
      Signals.AddRTGet 0 36
      Util.SessionPathGet 0 7
      Util.SessionPathSet 11 0
      Util.SettingsLoad 11 0
      Util.SettingsSave 11 0
      Util.Lock 0 0
      Util.UnLock 0 0
      Util.RTFreqSet 4 0
      Util.RTFreqGet 0 4
      Util.AcqPeriodSet 4 0
      Util.AcqPeriodGet 0 4
      Util.RTOversamplSet 4 0
      Util.RTOversamplGet 0 4
      Util.VersionGet 0 22
      BiasSpectr.Open 0 0
      BiasSpectr.Stop 0 0
      BiasSpectr.Start 11 66
      BiasSpectr.StatusGet 0 4
      BiasSpectr.ChsSet 12 0
      BiasSpectr.ChsGet 0 30
      BiasSpectr.PropsSet 20 0
      BiasSpectr.PropsGet 0 60
      BiasSpectr.AdvPropsSet 8 0
      BiasSpectr.AdvPropsGet 0 8
      BiasSpectr.LimitsSet 8 0
      BiasSpectr.LimitsGet 0 8
      BiasSpectr.TimingSet 32 0
      BiasSpectr.TimingGet 0 32
      BiasSpectr.AltZCtrlSet 10 0
      BiasSpectr.AltZCtrlGet 0 10
      BiasSpectr.ZOffRevertSet 2 0
      BiasSpectr.ZOffRevertGet 0 2
      BiasSpectr.MLSModeSet 7 0
      BiasSpectr.MLSModeGet 0 7
      BiasSpectr.MLSValsSet 60 0
      BiasSpectr.MLSValsGet 0 60
      BiasSpectr.SafeCond1Set 12 0
      BiasSpectr.SafeCond2Set 14 0
      ZSpectr.Open 0 0
      ZSpectr.Stop 0 0
      ZSpectr.Start 11 66
      ZSpectr.StatusGet 0 4
      ZSpectr.ChsSet 12 0
      ZSpectr.ChsGet 0 30
      ZSpectr.RangeSet 8 0
      ZSpectr.PropsSet 14 0
      ZSpectr.RetractSet 12 0
      TipShaper.Start 8 0
      TipShaper.PropsSet 44 0
      TipShaper.PropsGet 0 44
      Motor.StartMove 14 0
      Motor.StartClosedLoop 36 0
      Motor.StopMove 0 0
      Motor.PosGet 8 24
      Motor.StepCounterGet 12 12
      Motor.FreqAmpGet 2 8
      Motor.FreqAmpSet 10 0
      LockIn.ModOnOffSet 8 0
      LockIn.ModOnOffGet 4 4
      LockIn.ModSignalSet 8 0
      LockIn.ModSignalGet 4 4
      LockIn.ModAmpSet 8 0
      LockIn.ModAmpGet 4 4
      LockIn.ModPhasSet 8 0
      LockIn.ModPhasGet 4 4
      LockIn.ModPhasFreqSet 12 0
      LockIn.ModPhasFreqGet 4 8
      LockIn.ModHarmonicSet 8 0
      LockIn.ModHarmonicGet 4 4
      LockIn.DemodSignalSet 8 0
      LockIn.DemodSignalGet 4 4
      LockIn.DemodPhasSet 8 0
      LockIn.DemodPhasGet 4 4
      PLL.OutOnOffSet 8 0
      PLL.OutOnOffGet 4 4
      PLL.AmpCtrlSetpntSet 8 0
      PLL.AmpCtrlSetpntGet 4 4
      PLL.AmpCtrlOnOffSet 8 0
      PLL.AmpCtrlOnOffGet 4 4
      PLL.PhasCtrlOnOffSet 8 0
      PLL.PhasCtrlOnOffGet 4 4
      PLL.CenterFreqSet 12 0
      PLL.CenterFreqGet 4 8
      PLL.FreqShiftSet 8 0
      PLL.FreqShiftGet 4 4
      PLL.FreqShiftAutoCenter 4 0
      PLL.FreqRangeSet 8 0
      PLL.FreqRangeGet 4 4
      PLL.ExcitationGet 4 4
      AtomTrack.CtrlSet 4 0
      AtomTrack.StatusGet 2 2
      AtomTrack.PropsSet 20 0
      AtomTrack.PropsGet 0 20
      AtomTrack.QuickCompStart 2 0
      AtomTrack.DriftComp 0 0
      TCPLog.ChsSet 12 0
      TCPLog.OversamplSet 4 0
      TCPLog.Start 0 0
      TCPLog.Stop 0 0
      TCPLog.StatusGet 0 4
      """;

  private static final String[] NOT_BEFORE_13742 = {
    "Util.VersionGet",
    "Scan.Save",
    "Scan.WaitEndOfLine",
    "Scan.XYPosGet",
    "BiasSpectr.SafeCond1Set",
    "BiasSpectr.SafeCond2Set"
  };

  /** Only what a release before 11798 has otherwise. */
  private static final String SIZES_BEFORE_11798 =
      """
      Piezo.DriftCompSet 16 0
      Piezo.DriftCompGet 0 28
      Current.GainSet 2 0
      BiasSpectr.PropsGet 0 78
      BiasSpectr.ChsGet 0 12
      ZSpectr.ChsGet 0 12
      """;

  /** Only what a release before 13742 has otherwise. */
  private static final String SIZES_BEFORE_13742 =
      """
      Current.GainsGet 0 24
      Current.CalibrSet 16 0
      Current.CalibrGet 0 16
      Scan.PropsSet 26 0
      Motor.PosGet 0 24
      Motor.StartClosedLoop 32 0
      Motor.FreqAmpGet 0 8
      """;

  /** Only what release 14718 has otherwise. */
  private static final String SIZES_FROM_14718 =
      """
      BiasSpectr.ChsGet 0 34
      ZSpectr.ChsGet 0 34
      Scan.PropsSet 52 0
      Scan.PropsGet 0 114
      """;

  private static Map<String, String> expected(int release) {
    Map<String, String> sizes = new TreeMap<>();
    add(sizes, SIZES);
    if (release < 13742) {
      add(sizes, SIZES_BEFORE_13742);
      Arrays.asList(NOT_BEFORE_13742).forEach(sizes::remove);
    }
    if (release < 11798) {
      add(sizes, SIZES_BEFORE_11798);
    }
    if (release >= 14718) {
      add(sizes, SIZES_FROM_14718);
    }
    return sizes;
  }

  private static void add(Map<String, String> sizes, String lines) {
    lines.lines().forEach(line -> sizes.put(line.substring(0, line.indexOf(' ')), line));
  }

  @ParameterizedTest
  @ValueSource(ints = {10862, 11797, 11798, 12202, 13520, 13742, 14000, 14718, 15000})
  void everyCommandHasTheSizesOfItsDescription(int release) {
    Map<String, String> sizes = new TreeMap<>();
    for (CommandLayout layout : Catalogue.of(release).commands()) {
      Command command = new Command(layout, SampleValues.of(layout.arguments()));
      Reply reply = new Reply.Values(SampleValues.of(layout.returns()));
      int arguments = command.frame(true).length - 40;
      int returns = reply.frame(new byte[32], layout.returns()).length - 40 - 8;
      sizes.put(layout.name(), layout.name() + " " + arguments + " " + returns);
    }
    assertThat(sizes).isEqualTo(expected(release));
  }

  @ParameterizedTest
  @ValueSource(ints = {10862, 11798, 13742, 14718})
  void everyCommandAndReplyComesOutAsItWentIn(int release) throws Exception {
    for (CommandLayout layout : Catalogue.of(release).commands()) {
      Command command = new Command(layout, SampleValues.of(layout.arguments()));
      assertThat(Command.read(layout, body(command.frame(true)))).isEqualTo(command);
      Reply reply = new Reply.Values(SampleValues.of(layout.returns()));
      assertThat(Reply.read(layout, body(reply.frame(new byte[32], layout.returns()))))
          .isEqualTo(reply);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10862, 11798, 13742, 14718})
  void everyOtherSizeOfArgumentsIsRefused(int release) {
    for (CommandLayout layout : Catalogue.of(release).commands()) {
      byte[] whole = body(new Command(layout, SampleValues.of(layout.arguments())).frame(true));
      for (int size = 0; size <= whole.length + 4; size++) {
        if (size != whole.length && !isAKnownForm(layout, size)) {
          byte[] body = Arrays.copyOf(whole, size);
          assertThatThrownBy(() -> Command.read(layout, body))
              .as("%s of %d bytes", layout.name(), size)
              .isInstanceOf(MalformedException.class)
              .hasMessageContaining(layout.name());
        }
      }
    }
  }

  private static boolean isAKnownForm(CommandLayout layout, int size) {
    return layout.alsoUnderstood().stream()
        .anyMatch(
            form ->
                form.fields().stream().anyMatch(field -> field.shape() == Shape.REST)
                    ? size % 4 == 0
                    : form.size(SampleValues.of(form)) == size);
  }

  @ParameterizedTest
  @ValueSource(ints = {10862, 11798, 13742, 14718})
  void everyOtherSizeOfAReplyIsRefused(int release) {
    for (CommandLayout layout : Catalogue.of(release).commands()) {
      Reply reply = new Reply.Values(SampleValues.of(layout.returns()));
      byte[] whole = body(reply.frame(new byte[32], layout.returns()));
      for (int size = 0; size <= whole.length + 4; size++) {
        if (size != whole.length) {
          byte[] body = Arrays.copyOf(whole, size);
          assertThatThrownBy(() -> Reply.read(layout, body))
              .as("%s of %d bytes", layout.name(), size)
              .isInstanceOf(MalformedException.class)
              .hasMessageContaining(layout.name());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10862, 13742, 14718})
  void aRefusalIsUnderstoodWithValuesInFrontAndWithout(int release) throws Exception {
    for (CommandLayout layout : Catalogue.of(release).commands()) {
      Reply refusal = Reply.failure("the module is not open");
      byte[] padded = body(refusal.frame(new byte[32], layout.returns()));
      assertThat(Reply.read(layout, padded)).as(layout.name()).isEqualTo(refusal);
      byte[] alone = body(refusal.frame(new byte[32], new Layout(List.of())));
      assertThat(Reply.read(layout, alone)).as(layout.name()).isEqualTo(refusal);
    }
  }

  /** 1, then 14, then 14 bytes: taken for an error text if one looked for that first. */
  @Test
  void valuesThatLookLikeAnErrorAreValues() throws Exception {
    CommandLayout layout = Catalogue.of(Catalogue.R13742).find("Scan.WaitEndOfLine").orElseThrow();
    Reply reply = Reply.of(1, 14, 0, 0);
    assertThat(Reply.read(layout, body(reply.frame(new byte[32], layout.returns()))))
        .isEqualTo(reply);
  }

  @Test
  void whatAFieldCannotCarryIsRefusedAndNeverBent() {
    Catalogue catalogue = Catalogue.of(Catalogue.R13742);
    assertRefused(() -> catalogue.command("Bias.RangeSet", 65536), "u16 index cannot carry 65536");
    assertRefused(() -> catalogue.command("Bias.RangeSet", -1), "cannot carry -1");
    assertRefused(() -> catalogue.command("ZCtrl.OnOffSet", 1L << 32), "cannot carry 4294967296");
    assertRefused(() -> catalogue.command("Bias.Set", 1e39), "cannot carry 1.0E39");
    assertRefused(() -> catalogue.command("Bias.Set", 1), "f32 bias:V cannot be 1");
    assertRefused(() -> catalogue.command("Bias.Set"), "0 values for 1 fields");
    assertRefused(() -> catalogue.command("Util.SessionPathSet", "\u4e2d", 0), "one byte");
    assertRefused(() -> catalogue.command("Signals.ValsSend"), "release 13742 has no");
    assertRefused(
        () ->
            catalogue.command(
                "BiasSpectr.MLSValsSet",
                2,
                new float[2],
                new float[3],
                new float[2],
                new float[2],
                new float[2],
                new int[2],
                new int[2]),
        "f32[segments] end:V must have 2 elements");
  }

  private static void assertRefused(Runnable attempt, String why) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aCommandIsPrintedWithNamesAndUnits() {
    Catalogue catalogue = Catalogue.of(Catalogue.R13742);
    assertThat(catalogue.command("FolMe.XYPosSet", 1e-8, 1.5e-8, 1))
        .hasToString("FolMe.XYPosSet x=1.0E-8 m y=1.5E-8 m wait=1");
    assertThat(catalogue.command("Util.SessionPathSet", "C:\\data", 0))
        .hasToString("Util.SessionPathSet path=\"C:\\data\" save-settings=0");
  }

  @Test
  void valuesAreFoundByName() {
    Catalogue catalogue = Catalogue.of(Catalogue.R13742);
    Command command = catalogue.command("Scan.BufferSet", new int[] {0, 14}, 256, 0);
    assertThat(command.wholes("channels")).containsExactly(0, 14);
    assertThat(command.whole("pixels")).isEqualTo(256);
    assertThat(command.on("lines")).isFalse();
    assertThatThrownBy(() -> command.real("pixels")).hasMessageContaining("is no real number");
    assertThatThrownBy(() -> command.real("rows")).hasMessageContaining("has no field 'rows'");
  }

  private static byte[] body(byte[] frame) {
    return Arrays.copyOfRange(frame, 40, frame.length);
  }
}
