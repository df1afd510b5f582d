package io.github.edgewatt.nodeforecast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.github.edgewatt.nodeforecast.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.nodeforecast");

  @Test
  void protocolsNeedNoServer() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "http..", ROOT + "command..", ROOT + "funqy..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.quarkus..", "jakarta..", "io.micrometer..")
        .check(CLASSES);
  }

  @Test
  void protocolsDoNotKnowEachOther() {
    slices()
        .matching(ROOT + "(dfaas|tensorflow|inference|funqy)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void nothingTrains() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "weka..", "io.github.edgewatt.forecaster.model.train..", "..forecaster.weka..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
