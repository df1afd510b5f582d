package io.github.edgewatt.scoring.score;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Scores are pure rules: they see records and the JDK, and no world. */
class ArchitectureTest {
  private static final String ROOT = "io.github.edgewatt.";
  private static final String SCORE = ROOT + "scoring.score..";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT + "scoring", ROOT + "cluster");

  @Test
  void seesRecordsAndTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage(SCORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            SCORE,
            ROOT + "cluster",
            ROOT + "scoring.power",
            ROOT + "scoring.climate",
            "com.fasterxml.jackson.core..",
            "java.io..",
            "java.lang..",
            "java.time..",
            "java.util..")
        .check(CLASSES);
  }

  @Test
  void sharesOnlyRecordsAndInterfacesWithTheWorld() {
    noClasses()
        .that()
        .resideInAPackage(SCORE)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                    ROOT + "cluster", ROOT + "scoring.power", ROOT + "scoring.climate")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are neither records, enums nor interfaces",
                        one -> !one.isRecord() && !one.isEnum() && !one.isInterface())))
        .check(CLASSES);
  }

  @Test
  void onlyTheReaderOfStatesSeesJson() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "scoring.score.fpga")
        .and()
        .resideInAPackage(SCORE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void policiesDoNotSeeEachOther() {
    slices()
        .matching(ROOT + "scoring.score.(power|fpga|spread)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }
}
