/**
 * Measures Edgewatt itself: JMH for what runs often, and side-by-side runs against other tools.
 * Outside the default build; nothing depends on it.
 */
package io.github.edgewatt.benchmarks;
