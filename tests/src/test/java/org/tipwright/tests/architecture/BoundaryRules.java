package org.tipwright.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Which outside things may be seen from where. */
final class BoundaryRules {

  private BoundaryRules() {}

  /** RL4J is no longer maintained: only the adapter and the baseline know it. */
  static ArchRule rl4jOnlyInItsAdapter(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".agents.rl4j..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.deeplearning4j.rl4j..");
  }

  /** The bridge runs beside the instrument: no learning, no actors, no native code. */
  static ArchRule noLearnerInTheBridge(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".bridge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.nd4j..", "org.deeplearning4j..", "org.bytedeco..", "org.apache.pekko..");
  }

  /** Algorithms are plain classes, testable with no actor system. */
  static ArchRule actorsOnlyInTheApplication(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".runs..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.pekko..");
  }

  /** Only a command line prints, and ends the process; a library logs or throws. */
  static ArchRule standardStreamsOnlyInCommands(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + ".runs.command..", root + ".bridge.command..")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "a standard stream is used or the process ended", BoundaryRules::printsOrExits));
  }

  private static boolean printsOrExits(JavaAccess<?> access) {
    boolean ofSystem = access.getTargetOwner().isEquivalentTo(System.class);
    return (ofSystem && Set.of("out", "err", "exit").contains(access.getName()))
        || (access.getTarget() instanceof CodeUnitAccessTarget target
            && target.getName().equals("printStackTrace")
            && target.getRawParameterTypes().isEmpty());
  }
}
