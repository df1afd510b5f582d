package io.github.edgewatt.forecaster.plot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PlotArchitectureTest {
  @Test
  void chartsKnowNoModels() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.github.edgewatt.charts..",
            "io.github.edgewatt.dataset.run",
            "io.github.edgewatt.forecaster.plot",
            "java.awt..",
            "java.io..",
            "java.lang..",
            "java.math..",
            "java.nio..",
            "java.util..",
            "org.jfree..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.edgewatt.forecaster.plot"));
  }
}
