package io.github.edgewatt.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String CLUSTER = "io.github.edgewatt.cluster";
  private static final String LIVE = CLUSTER + ".live..";
  private static final String REDIS = CLUSTER + ".redis..";
  private static final String KUBERNETES = CLUSTER + ".kubernetes..";
  private static final String PROMETHEUS = CLUSTER + ".prometheus..";

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

  @Test
  void decisionsKnowNothingOfWhereASnapshotComesFrom() {
    noClasses()
        .that()
        .resideInAnyPackage(
            CLUSTER + ".snapshot..", CLUSTER + ".formula..", CLUSTER + ".settings..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LIVE, REDIS, KUBERNETES, PROMETHEUS)
        .check(CLASSES);
  }

  @Test
  void theLiveSideKnowsNothingOfItsSources() {
    noClasses()
        .that()
        .resideInAPackage(LIVE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(REDIS, KUBERNETES, PROMETHEUS)
        .check(CLASSES);
  }

  @Test
  void whatIsPureNeedsNoLibraryThatReachesOut() {
    noClasses()
        .that()
        .resideInAnyPackage(
            LIVE, CLUSTER + ".snapshot..", CLUSTER + ".formula..", CLUSTER + ".settings..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fabric8..", "io.lettuce..", "okhttp3..", "java.net..")
        .check(CLASSES);
  }

  @Test
  void formulasAreFunctionsOfNumbers() {
    classes()
        .that()
        .resideInAPackage(CLUSTER + ".formula..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(CLUSTER + ".formula..", "java.lang..", "java.util")
        .check(CLASSES);
  }
}
