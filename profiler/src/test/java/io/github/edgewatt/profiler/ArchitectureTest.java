package io.github.edgewatt.profiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md. */
class ArchitectureTest {
  private static final String ROOT = "io.github.edgewatt.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt");

  @Test
  void chartsLookAtNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "charts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "dataset..", ROOT + "forecaster..", ROOT + "profiler..")
        .check(CLASSES);
  }

  @Test
  void datasetLooksAtNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "dataset..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "charts..", ROOT + "forecaster..", ROOT + "profiler..")
        .check(CLASSES);
  }

  @Test
  void forecasterLooksAtChartsAndDatasetOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "forecaster..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "profiler..")
        .check(CLASSES);
  }

  @Test
  void soloProfilesAreRulesWithoutFilesOrFrameworks() {
    classes()
        .that()
        .resideInAPackage(ROOT + "forecaster.profile..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + "forecaster..", ROOT + "dataset", "java.lang..", "java.util..")
        .check(CLASSES);
  }

  @Test
  void chartsAreDrawnInTheirPackagesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + "charts..",
            ROOT + "forecaster.plot..",
            ROOT + "profiler.correlate.chart..",
            ROOT + "profiler.report.chart..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jfree..")
        .check(CLASSES);
  }

  @Test
  void designAndOverloadAreRulesWithoutWorld() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + "profiler.design..", ROOT + "profiler.overload..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "profiler.design..",
            ROOT + "profiler.overload..",
            ROOT + "forecaster.profile..",
            ROOT + "forecaster.feature..",
            ROOT + "forecaster.suggest..",
            ROOT + "dataset",
            "java.lang..",
            "java.math..",
            "java.util..")
        .check(CLASSES);
  }

  @Test
  void theReportShowsWhatItIsGiven() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "profiler.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "profiler.load..",
            ROOT + "profiler.platform..",
            ROOT + "profiler.measure..",
            ROOT + "profiler.campaign..",
            ROOT + "profiler.command..",
            ROOT + "dataset.read..",
            "java.nio.file..",
            "java.net.http..")
        .check(CLASSES);
  }

  @Test
  void aCampaignKnowsOnlyInterfacesOfTheWorld() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "profiler.campaign..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "profiler.platform.local..",
            ROOT + "profiler.measure.host..",
            ROOT + "profiler.report..",
            ROOT + "profiler.doctor..",
            "org.apache.hc..",
            "java.net.http..")
        .check(CLASSES);
  }

  @Test
  void nothingLooksAtTheCommandLine() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "profiler..")
        .and()
        .resideOutsideOfPackage(ROOT + "profiler.command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "profiler.command..",
            ROOT + "forecaster.command..",
            ROOT + "forecaster.shell..",
            "picocli..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + "profiler.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
