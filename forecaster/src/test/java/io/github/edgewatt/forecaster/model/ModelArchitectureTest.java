package io.github.edgewatt.forecaster.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ModelArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.forecaster");

  @Test
  void modelsAreKeptWithoutJavaSerialisation() {
    noClasses()
        .that()
        .resideInAPackage("io.github.edgewatt.forecaster.model..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class)
        .check(CLASSES);
  }

  @Test
  void theModelKnowsNoFiles() {
    noClasses()
        .that()
        .resideInAPackage("io.github.edgewatt.forecaster.model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "com.fasterxml..", "..model.file..")
        .check(CLASSES);
  }
}
