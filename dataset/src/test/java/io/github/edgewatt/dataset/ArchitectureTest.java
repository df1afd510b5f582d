package io.github.edgewatt.dataset;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt");

  @Test
  void looksAtNothingOfOursAndAtNoFramework() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.github.edgewatt.dataset..",
            "java.lang..",
            "java.io..",
            "java.math..",
            "java.nio..",
            "java.security..",
            "java.time..",
            "java.util..",
            "com.fasterxml.jackson..",
            "org.apache.commons.csv..",
            "org.apache.commons.statistics..")
        .check(CLASSES);
  }

  @Test
  void theRowsKnowNoFiles() {
    noClasses()
        .that()
        .resideInAPackage("io.github.edgewatt.dataset")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.edgewatt.dataset.(*)..", "com.fasterxml..", "org.apache.commons.csv..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.github.edgewatt.dataset.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
