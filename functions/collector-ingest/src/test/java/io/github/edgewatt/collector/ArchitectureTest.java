package io.github.edgewatt.collector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Rules in the middle, servers at the edge. */
class ArchitectureTest {
  private static final String ROOT = "io.github.edgewatt.collector.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.collector");

  @Test
  void eventsAndWindowsAreRulesWithoutWorld() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + "event", ROOT + "window")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "event", ROOT + "window", "java.lang..", "java.util..", "java.nio.charset")
        .check(CLASSES);
  }

  @Test
  void statesKnowJsonBesides() {
    classes()
        .that()
        .resideInAPackage(ROOT + "state")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "event",
            ROOT + "window",
            ROOT + "state",
            "com.fasterxml.jackson..",
            "java.io..",
            "java.lang..",
            "java.time..",
            "java.util..")
        .check(CLASSES);
  }

  @Test
  void theClockIsReadAtTheEdges() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "event", ROOT + "window", ROOT + "state")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(CLASSES);
  }

  @Test
  void onlyItsAdaptersKnowTheServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "http")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.quarkus.funqy..", "jakarta..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
