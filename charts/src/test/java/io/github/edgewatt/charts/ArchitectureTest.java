package io.github.edgewatt.charts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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
  void looksAtNothingOfOursAndAtNoFiles() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.github.edgewatt.charts..",
            "java.awt..",
            "java.io..",
            "java.lang..",
            "java.nio.charset..",
            "java.text..",
            "java.util..",
            "org.jfree..")
        .check(CLASSES);
  }

  @Test
  void chartsKnowNoPages() {
    noClasses()
        .that()
        .resideInAPackage("io.github.edgewatt.charts")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.edgewatt.charts.page")
        .check(CLASSES);
  }
}
