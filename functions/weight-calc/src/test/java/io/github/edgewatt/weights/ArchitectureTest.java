package io.github.edgewatt.weights;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "io.github.edgewatt.weights.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.weights");

  @Test
  void decisionsNeedNoServerAndNoStore() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "policy..", ROOT + "decision..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..", "io.quarkus..", "jakarta..", "io.micrometer..", "io.etcd..", "okhttp3..")
        .check(CLASSES);
  }

  @Test
  void onlyOnePackageSpeaksToEtcd() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "etcd..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.etcd..", "io.grpc..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
