package io.github.edgewatt.scaling.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Policies are functions: of a snapshot, of energy, of settings, and of nothing else. */
class PureRulesTest {
  private static final String ROOT = "io.github.edgewatt.scaling.";
  private static final String[] PURE = {
    ROOT + "policy..",
    ROOT + "pressure..",
    ROOT + "placement..",
    ROOT + "baseline..",
    ROOT + "tuning.."
  };
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              ROOT + "policy",
              ROOT + "pressure",
              ROOT + "placement",
              ROOT + "baseline",
              ROOT + "tuning");

  @Test
  void theyDependOnNothingElse() {
    classes()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "policy..",
            ROOT + "pressure..",
            ROOT + "placement..",
            ROOT + "baseline..",
            ROOT + "tuning..",
            "io.github.edgewatt.cluster.snapshot..",
            "io.github.edgewatt.cluster.formula..",
            "io.github.edgewatt.cluster.settings..",
            "io.github.edgewatt.steering.energy..",
            "java..")
        .check(CLASSES);
  }

  @Test
  void andFormNoCycle() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
