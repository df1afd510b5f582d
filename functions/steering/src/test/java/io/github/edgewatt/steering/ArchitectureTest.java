package io.github.edgewatt.steering;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String STEERING = "io.github.edgewatt.steering";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(STEERING);

  @Test
  void energyIsAFunctionOfASnapshot() {
    noClasses()
        .that()
        .resideInAPackage(STEERING + ".energy..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio..",
            "java.net..",
            "com.fasterxml..",
            "io.lettuce..",
            "io.fabric8..",
            "okhttp3..",
            "org.slf4j..",
            "io.github.edgewatt.cluster.live..",
            STEERING + ".loop..",
            STEERING + ".events..")
        .check(CLASSES);
  }

  @Test
  void roundsKnowNothingOfWhatTheyDo() {
    noClasses()
        .that()
        .resideInAPackage(STEERING + ".loop..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.fasterxml..",
            "io.lettuce..",
            "io.fabric8..",
            "io.github.edgewatt.cluster..",
            "io.github.edgewatt.forecaster..",
            STEERING + ".energy..",
            STEERING + ".events..")
        .check(CLASSES);
  }

  @Test
  void eventsKnowNothingOfClustersAndPolicies() {
    noClasses()
        .that()
        .resideInAPackage(STEERING + ".events..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.edgewatt.cluster.snapshot..",
            "io.github.edgewatt.cluster.live..",
            "io.github.edgewatt.forecaster..",
            STEERING + ".energy..",
            STEERING + ".loop..")
        .check(CLASSES);
  }
}
