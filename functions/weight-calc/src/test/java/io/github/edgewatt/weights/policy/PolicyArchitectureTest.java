package io.github.edgewatt.weights.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PolicyArchitectureTest {
  @Test
  void policiesAreFunctionsOfNumbers() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.github.edgewatt.weights.policy..",
            "io.github.edgewatt.cluster.snapshot..",
            "io.github.edgewatt.cluster.formula..",
            "io.github.edgewatt.cluster.settings..",
            "io.github.edgewatt.steering.energy..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.edgewatt.weights.policy"));
  }
}
