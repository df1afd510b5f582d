/** What the product's own rules cost: windows, verdicts, attribution, the next step of a design. */
package io.github.edgewatt.benchmarks.rules;
