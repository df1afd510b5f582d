/** What an answer of a trained model costs, on a model as large as real ones are. */
package io.github.edgewatt.benchmarks.forecast;
