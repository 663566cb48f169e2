package org.tipwright.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;

/** Who may know whom: the arrows of import between modules and between packages. */
final class ModuleRules {

  /** First package below the root, to the folder of its module. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "physics", "physics",
          "env", "env",
          "agents", "agents",
          "bridge", "bridge",
          "runs", "training-runs");

  private ModuleRules() {}

  /** physics ← env ← agents ← training-runs, and env ← bridge ← training-runs. */
  static ArchRule importsPointOneWay(String root) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("physics")
        .definedBy(root + ".physics..")
        .layer("env")
        .definedBy(root + ".env..")
        .layer("agents")
        .definedBy(root + ".agents..")
        .layer("bridge")
        .definedBy(root + ".bridge..")
        .layer("training-runs")
        .definedBy(root + ".runs..")
        .whereLayer("physics")
        .mayNotAccessAnyLayer()
        .whereLayer("env")
        .mayOnlyAccessLayers("physics")
        .whereLayer("agents")
        .mayOnlyAccessLayers("env", "physics")
        .whereLayer("bridge")
        .mayOnlyAccessLayers("env", "physics")
        .whereLayer("training-runs")
        .mayNotBeAccessedByAnyLayer();
  }

  /** A class of package {@code root.env} comes from the folder {@code env}, and so on. */
  static ArchRule everyClassLivesInTheFolderOfItsPackage(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("come from the folder that its package names") {
              @Override
              public void check(JavaClass javaClass, ConditionEvents events) {
                String module = javaClass.getPackageName().substring(root.length()) + ".";
                String folder = FOLDERS.get(module.substring(1, module.indexOf('.', 1)));
                String from = javaClass.getSource().orElseThrow().getUri().toString();
                events.add(
                    new SimpleConditionEvent(
                        javaClass,
                        folder != null && from.contains("/" + folder + "/target/"),
                        javaClass.getName() + " comes from " + from));
              }
            });
  }

  /** No two packages need each other, but for the list of tasks beside the API they implement. */
  static ArchRule packagesAreFreeOfCycles(String root) {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(name(root + ".env.Tasks"), alwaysTrue());
  }

  /** Packages are named after things in the lab or in the field, not after layers. */
  static ArchRule packagesAreNamedAfterThings(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..helper..");
  }

  /** Beside code, a package says what it is for, and that its references are never null. */
  static ArchRule packagesAreNullMarked(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and(areWrittenByHand())
        .should(
            new ArchCondition<JavaClass>("have a @NullMarked package-info") {
              @Override
              public void check(JavaClass javaClass, ConditionEvents events) {
                events.add(
                    new SimpleConditionEvent(
                        javaClass,
                        javaClass
                            .getPackage()
                            .isAnnotatedWith("org.jspecify.annotations.NullMarked"),
                        javaClass.getPackageName() + " has no @NullMarked package-info"));
              }
            });
  }

  /** Generated code has packages of its own: ours end in a version, TensorBoard's has none. */
  private static DescribedPredicate<JavaClass> areWrittenByHand() {
    return DescribedPredicate.describe(
        "are written by hand",
        javaClass -> !javaClass.getPackageName().matches(".*\\.(v\\d+|runs\\.tensorboard)"));
  }
}
