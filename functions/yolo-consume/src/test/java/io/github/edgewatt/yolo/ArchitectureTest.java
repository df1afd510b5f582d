package io.github.edgewatt.yolo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.github.edgewatt.yolo.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.yolo");

  @Test
  void detectionNeedsNoServerAndNoRuntime() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "detect..", ROOT + "graph..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..", "io.quarkus..", "jakarta..", "org.apache.kafka..", "ai.onnxruntime..")
        .check(CLASSES);
  }

  @Test
  void modelsKnowNothingOfKafkaAndCalls() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.quarkus..", "jakarta..", "org.apache.kafka..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
