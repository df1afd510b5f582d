package io.github.edgewatt.forecaster.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ClusterArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.forecaster.cluster");

  @Test
  void kMeansAloneKnowsWeka() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(KMeans.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("weka..", "io.github.edgewatt.forecaster.weka..")
        .check(CLASSES);
  }

  @Test
  void whatAsksAModelTrainsNothing() {
    noClasses()
        .that()
        .belongToAnyOf(
            GroupModel.class,
            GroupModelFile.class,
            GroupListFile.class,
            Placement.class,
            GridEmbedding.class,
            MarginalEmbedding.class)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(KMeans.class, Grouping.class, Stability.class)
        .check(CLASSES);
  }
}
