package io.github.edgewatt.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.cluster");

  @Test
  void theViewKnowsNothingOfAnApiServer() {
    noClasses()
        .that()
        .resideInAPackage("io.github.edgewatt.cluster")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fabric8..", "io.github.edgewatt.cluster.kubernetes..")
        .check(CLASSES);
  }
}
