package org.tipwright.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of the house, on everything that ships. */
class ArchitectureTest {

  private static final String ROOT = "org.tipwright";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void everyModuleIsExamined() {
    for (String module : new String[] {"physics", "env", "agents", "bridge", "runs"}) {
      assertThat(HOUSE).anyMatch(c -> c.getPackageName().startsWith(ROOT + "." + module));
    }
  }

  @Test
  void importsPointOneWay() {
    ModuleRules.importsPointOneWay(ROOT).check(HOUSE);
  }

  @Test
  void everyClassLivesInTheFolderOfItsPackage() {
    ModuleRules.everyClassLivesInTheFolderOfItsPackage(ROOT).check(HOUSE);
  }

  @Test
  void packagesAreFreeOfCycles() {
    ModuleRules.packagesAreFreeOfCycles(ROOT).check(HOUSE);
  }

  @Test
  void packagesAreNamedAfterThings() {
    ModuleRules.packagesAreNamedAfterThings(ROOT).check(HOUSE);
  }

  @Test
  void packagesAreNullMarked() {
    ModuleRules.packagesAreNullMarked(ROOT).check(HOUSE);
  }

  @Test
  void onlySeededRandomnessIsUsed() {
    DeterminismRules.onlySeededRandomness(ROOT).check(HOUSE);
  }

  @Test
  void secureRandomnessStaysInTheBridge() {
    DeterminismRules.secureRandomnessOnlyInTheBridge(ROOT).check(HOUSE);
  }

  @Test
  void physicsAndEnvUseStrictMath() {
    DeterminismRules.onlyStrictMath(ROOT).check(HOUSE);
  }

  @Test
  void noResultDependsOnAClock() {
    DeterminismRules.noClock(ROOT).check(HOUSE);
  }

  @Test
  void noResultDependsOnHashOrder() {
    DeterminismRules.noHashOrder(ROOT).check(HOUSE);
  }

  @Test
  void theSettingsOfJbox2dAreLeftAlone() {
    DeterminismRules.jbox2dSettingsStay(ROOT).check(HOUSE);
  }

  @Test
  void rl4jIsSeenOnlyByItsAdapter() {
    BoundaryRules.rl4jOnlyInItsAdapter(ROOT).check(HOUSE);
  }

  @Test
  void theBridgeKnowsNoLearner() {
    BoundaryRules.noLearnerInTheBridge(ROOT).check(HOUSE);
  }

  @Test
  void actorsStayInTheApplication() {
    BoundaryRules.actorsOnlyInTheApplication(ROOT).check(HOUSE);
  }

  @Test
  void onlyCommandsPrint() {
    BoundaryRules.standardStreamsOnlyInCommands(ROOT).check(HOUSE);
  }
}
