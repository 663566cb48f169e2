package org.tipwright.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;

/** Same seed, same bytes: what a computation may not read. See docs/decisions/0005. */
final class DeterminismRules {

  /**
   * Methods of {@link Math} whose results the Java language fixes to the last bit. All others may
   * differ by an ulp or two between machines, and between interpreted and compiled code.
   */
  private static final Set<String> EXACT_IN_MATH =
      Set.of(
          "abs",
          "absExact",
          "addExact",
          "ceil",
          "ceilDiv",
          "clamp",
          "copySign",
          "decrementExact",
          "floor",
          "floorDiv",
          "floorMod",
          "fma",
          "getExponent",
          "incrementExact",
          "max",
          "min",
          "multiplyExact",
          "multiplyHigh",
          "negateExact",
          "nextAfter",
          "nextDown",
          "nextUp",
          "rint",
          "round",
          "scalb",
          "signum",
          "sqrt",
          "subtractExact",
          "toIntExact",
          "ulp");

  /** Collections whose order of iteration depends on hashes, or on the process. */
  private static final Set<String> HASH_ORDERED =
      Set.of("java.util.HashMap", "java.util.HashSet", "java.util.IdentityHashMap");

  private DeterminismRules() {}

  /** Every random number comes from a named, seeded stream. */
  static ArchRule onlySeededRandomness(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .accessTargetWhere(
            access(
                "an unseeded or unsaveable source of randomness is used",
                DeterminismRules::drawsUnseeded))
        .because("randomness comes from env's named streams, which are seeded and can be saved");
  }

  /** An instrument's tokens must not be guessable; elsewhere nothing may be unpredictable. */
  static ArchRule secureRandomnessOnlyInTheBridge(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".bridge..")
        .should()
        .accessTargetWhere(
            access(
                "a source of unpredictable numbers is used",
                access ->
                    isConstructorOf(access, "java.security.SecureRandom")
                        || isMember(access, "java.util.UUID", "randomUUID")));
  }

  /** Physics and tasks give the same bits on every machine. */
  static ArchRule onlyStrictMath(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".physics..", root + ".env..")
        .should()
        .accessTargetWhere(
            access(
                "a method of Math is used whose last bits are not fixed",
                access ->
                    owner(access).equals("java.lang.Math")
                        && !EXACT_IN_MATH.contains(access.getName())))
        .because("Math's transcendental functions differ between machines, StrictMath's do not");
  }

  /** No result depends on the time of day or on how fast the machine is. */
  static ArchRule noClock(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".physics..", root + ".env..", root + ".agents..")
        .and()
        .resideOutsideOfPackage(root + ".env.episode..")
        .should()
        .accessTargetWhere(access("a clock is read", DeterminismRules::readsClock));
  }

  /** No result depends on the order of a hash table. */
  static ArchRule noHashOrder(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".physics..", root + ".env..", root + ".agents..")
        .and()
        .resideOutsideOfPackage(root + ".env.episode.v1")
        .should()
        .accessTargetWhere(
            access("a collection in hash order is made", DeterminismRules::makesHashOrder))
        .because("TreeMap, LinkedHashMap, EnumMap, List and arrays have an order of their own");
  }

  /** JBox2D's settings are mutable and shared by every world in the process. */
  static ArchRule jbox2dSettingsStay(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .setFieldWhere(
            DescribedPredicate.describe(
                "a setting of JBox2D is changed",
                access -> owner(access).equals("org.jbox2d.common.Settings")));
  }

  private static boolean drawsUnseeded(JavaAccess<?> access) {
    return isMember(access, "java.lang.Math", "random")
        || isMember(access, "java.lang.StrictMath", "random")
        || isConstructorOf(access, "java.util.Random")
        || isConstructorOf(access, "java.util.SplittableRandom")
        || owner(access).equals("java.util.concurrent.ThreadLocalRandom")
        || owner(access).equals("java.util.random.RandomGeneratorFactory")
        || isMember(access, "java.util.random.RandomGenerator", "getDefault")
        || isMember(access, "java.util.random.RandomGenerator", "of")
        || (isMember(access, "java.util.Collections", "shuffle") && takesAtMost(access, 1));
  }

  private static boolean readsClock(JavaAccess<?> access) {
    return isMember(access, "java.lang.System", "currentTimeMillis")
        || isMember(access, "java.lang.System", "nanoTime")
        || (owner(access).startsWith("java.time.")
            && (access.getName().equals("now") || access.getName().startsWith("system")))
        || (isConstructorOf(access, "java.util.Date") && takesAtMost(access, 0));
  }

  private static boolean makesHashOrder(JavaAccess<?> access) {
    return HASH_ORDERED.stream().anyMatch(type -> isConstructorOf(access, type))
        || isMember(access, "java.util.Set", "copyOf")
        || isMember(access, "java.util.Map", "copyOf")
        || isMember(access, "java.util.Map", "ofEntries")
        || (isMember(access, "java.util.Set", "of") && !takesAtMost(access, 1))
        || (isMember(access, "java.util.Map", "of") && !takesAtMost(access, 2))
        || isMember(access, "java.util.stream.Collectors", "toSet")
        || isMember(access, "java.util.stream.Collectors", "toUnmodifiableSet")
        || isMember(access, "java.util.stream.Collectors", "toUnmodifiableMap")
        || (isMember(access, "java.util.stream.Collectors", "toMap") && takesAtMost(access, 3))
        || (isMember(access, "java.util.stream.Collectors", "groupingBy")
            && takesAtMost(access, 2));
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, Predicate<JavaAccess<?>> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }

  private static String owner(JavaAccess<?> access) {
    return access.getTargetOwner().getName();
  }

  private static boolean isMember(JavaAccess<?> access, String type, String name) {
    return owner(access).equals(type) && access.getName().equals(name);
  }

  private static boolean isConstructorOf(JavaAccess<?> access, String type) {
    return isMember(access, type, JavaConstructor.CONSTRUCTOR_NAME);
  }

  /** Whether a call takes no array and at most so many arguments. */
  private static boolean takesAtMost(JavaAccess<?> access, int arguments) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().size() <= arguments
        && target.getRawParameterTypes().stream().noneMatch(JavaClass::isArray);
  }
}
