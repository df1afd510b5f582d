package io.github.edgewatt.forecaster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md. */
class ArchitectureTest {
  private static final String ROOT = "io.github.edgewatt.forecaster.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.forecaster");

  @Test
  void profilesAreRulesWithoutFilesOrFrameworks() {
    classes()
        .that()
        .resideInAPackage(ROOT + "profile")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "profile", "io.github.edgewatt.dataset", "java.lang..", "java.util..")
        .check(CLASSES);
  }

  @Test
  void featuresAreRulesOverWhatWasRead() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "feature..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "weka..",
            "picocli..",
            "org.hipparchus..",
            "com.fasterxml..",
            "java.io..",
            "java.nio..",
            ROOT + "model..",
            ROOT + "read..",
            ROOT + "command..",
            ROOT + "shell..")
        .check(CLASSES);
  }

  @Test
  void answersNeedNoLearnersLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "cluster..", ROOT + "model.train..", ROOT + "weka..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("weka..")
        .check(CLASSES);
  }

  @Test
  void whatAnswersDoesNotTrain() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "profile..",
            ROOT + "feature..",
            ROOT + "read..",
            ROOT + "model",
            ROOT + "model.file..",
            ROOT + "score..",
            ROOT + "curve..",
            ROOT + "question..",
            ROOT + "suggest..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "model.train..", ROOT + "weka..", "weka..")
        .check(CLASSES);
  }

  @Test
  void modelsAreAskedWithoutNumericsLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "profile..", ROOT + "feature..", ROOT + "model", ROOT + "model.file..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hipparchus..")
        .check(CLASSES);
  }

  @Test
  void datasetsAreReadForLearningAndForGroupingOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "read..", ROOT + "cluster..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.github.edgewatt.dataset.read.DatasetReader")
        .check(CLASSES);
  }

  @Test
  void nothingLooksAtTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "command..", ROOT + "shell..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "command..", ROOT + "shell..", "picocli..")
        .check(CLASSES);
  }

  @Test
  void theShellKnowsNoCommand() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "shell..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "command..", ROOT + "read..", ROOT + "feature..", ROOT + "profile..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }
}
