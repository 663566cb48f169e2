package org.tipwright.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule of the house finds what it forbids, and nothing that it allows. */
class WrongHouseTest {

  private static final String ROOT = "org.tipwright.tests.architecture.wronghouse";

  private static final JavaClasses WRONG_HOUSE = new ClassFileImporter().importPackages(ROOT);

  @Test
  void anImportAgainstTheArrowsIsFound() {
    List<String> found = findings(ModuleRules.importsPointOneWay(ROOT));
    assertThat(found).hasSize(2);
    assertThat(found).anyMatch(line -> line.contains("RewardedSurface.reward()"));
    assertThat(found).anyMatch(line -> line.contains("LearningBridge.agent()"));
  }

  @Test
  void aClassInAnotherModulesFolderIsFound() {
    List<String> found = findings(ModuleRules.everyClassLivesInTheFolderOfItsPackage(ROOT));
    assertThat(found).anyMatch(line -> line.contains("RewardedSurface comes from"));
  }

  @Test
  void aCycleOfPackagesIsFound() {
    List<String> found = findings(ModuleRules.packagesAreFreeOfCycles(ROOT));
    assertThat(found).hasSize(1);
    assertThat(found.get(0)).contains("Hose.steps()").contains("Lift.steps()");
  }

  @Test
  void aPackageNamedAfterALayerIsFound() {
    List<String> found = findings(ModuleRules.packagesAreNamedAfterThings(ROOT));
    assertThat(found).allMatch(line -> line.contains("physics.helper"));
    assertThat(found).anyMatch(line -> line.contains("Helper>"));
  }

  @Test
  void aPackageWithoutPackageInfoIsFound() {
    assertThat(findings(ModuleRules.packagesAreNullMarked(ROOT)))
        .containsExactly(ROOT + ".physics.unmarked has no @NullMarked package-info");
  }

  @Test
  void unseededRandomnessIsFound() {
    List<String> found = findings(DeterminismRules.onlySeededRandomness(ROOT));
    assertThat(found).allMatch(line -> line.contains("UnseededTask"));
    assertThat(found).hasSize(6);
  }

  @Test
  void unpredictableNumbersAreFound() {
    List<String> found = findings(DeterminismRules.secureRandomnessOnlyInTheBridge(ROOT));
    assertThat(found).allMatch(line -> line.contains("UnpredictableTask"));
    assertThat(found).hasSize(2);
  }

  @Test
  void looseTrigonometryIsFoundAndExactMethodsAreNot() {
    List<String> found = findings(DeterminismRules.onlyStrictMath(ROOT));
    assertThat(found).hasSize(3);
    assertThat(found).anyMatch(line -> line.contains("java.lang.Math.sin(double)"));
    assertThat(found).anyMatch(line -> line.contains("java.lang.Math.exp(double)"));
    assertThat(found).anyMatch(line -> line.contains("java.lang.Math.random()"));
  }

  @Test
  void aClockIsFoundOutsideTheEpisodeRecord() {
    List<String> found = findings(DeterminismRules.noClock(ROOT));
    assertThat(found).allMatch(line -> line.contains("ClockedTask"));
    assertThat(found).hasSize(3);
  }

  @Test
  void hashOrderIsFound() {
    List<String> found = findings(DeterminismRules.noHashOrder(ROOT));
    assertThat(found).allMatch(line -> line.contains("HashOrderedTask"));
    assertThat(found).hasSize(2);
  }

  @Test
  void aChangedSettingOfJbox2dIsFound() {
    assertThat(findings(DeterminismRules.jbox2dSettingsStay(ROOT)))
        .hasSize(1)
        .allMatch(line -> line.contains("TunedWorld"));
  }

  @Test
  void rl4jOutsideItsAdapterIsFound() {
    assertThat(findings(BoundaryRules.rl4jOnlyInItsAdapter(ROOT)))
        .isNotEmpty()
        .allMatch(line -> line.contains("PlayingAgent"));
  }

  @Test
  void aLearnerInTheBridgeIsFound() {
    assertThat(findings(BoundaryRules.noLearnerInTheBridge(ROOT)))
        .isNotEmpty()
        .allMatch(line -> line.contains("LearningBridge"));
  }

  @Test
  void actorsInAnAlgorithmAreFound() {
    assertThat(findings(BoundaryRules.actorsOnlyInTheApplication(ROOT)))
        .isNotEmpty()
        .allMatch(line -> line.contains("PlayingAgent"));
  }

  @Test
  void printingOutsideACommandIsFound() {
    List<String> found = findings(BoundaryRules.standardStreamsOnlyInCommands(ROOT));
    assertThat(found).allMatch(line -> line.contains("TalkativeTrainer"));
    assertThat(found).hasSize(3);
  }

  private static List<String> findings(ArchRule rule) {
    return rule.evaluate(WRONG_HOUSE).getFailureReport().getDetails();
  }
}
