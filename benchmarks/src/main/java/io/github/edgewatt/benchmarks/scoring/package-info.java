/** What a scheduler's question costs: a whole cluster scored from memory. */
package io.github.edgewatt.benchmarks.scoring;
