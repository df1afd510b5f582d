package io.github.edgewatt.scaling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.github.edgewatt.scaling.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.scaling");

  @Test
  void decisionsNeedNoWorld() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "policy..",
            ROOT + "pressure..",
            ROOT + "placement..",
            ROOT + "baseline..",
            ROOT + "tuning..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.fabric8..",
            "io.lettuce..",
            "io.quarkus..",
            "io.vertx..",
            "jakarta..",
            ROOT + "apply..",
            ROOT + "daemon..",
            ROOT + "http..",
            ROOT + "wiring..")
        .check(CLASSES);
  }

  @Test
  void onlyTheEdgesKnowTheServer() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + "http..", ROOT + "command..", ROOT + "funqy..", ROOT + "wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.quarkus..", "jakarta..", "io.micrometer..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
