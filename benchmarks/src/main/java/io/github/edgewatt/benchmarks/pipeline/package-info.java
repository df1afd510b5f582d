/** What the image pipeline's own steps cost. */
package io.github.edgewatt.benchmarks.pipeline;
