package io.github.edgewatt.cluster.sources;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each source brings its own client, and a view of one needs none of the others'. */
class SourcesArchitectureTest {
  private static final String CLUSTER = "io.github.edgewatt.cluster.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.edgewatt.cluster");

  @ParameterizedTest
  @CsvSource({
    "redis, io.fabric8.., okhttp3..",
    "prometheus, io.fabric8.., io.lettuce..",
    "kubernetes, okhttp3.., io.lettuce..",
  })
  void aSourceKnowsItsOwnClientOnly(String source, String one, String other) {
    noClasses()
        .that()
        .resideInAPackage(CLUSTER + source + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(one, other, CLUSTER + "sources..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({"objects", "live", "snapshot", "formula", "settings"})
  void whatIsToldKnowsNothingOfWhoTells(String told) {
    noClasses()
        .that()
        .resideInAPackage(CLUSTER + told + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.fabric8..",
            "okhttp3..",
            "io.lettuce..",
            CLUSTER + "redis..",
            CLUSTER + "kubernetes..",
            CLUSTER + "prometheus..",
            CLUSTER + "sources..")
        .check(CLASSES);
  }
}
