/**
 * One measurement while it goes on: images in, results out, and what the consumers' processes and
 * the node cost meanwhile, written down every second.
 */
package io.github.edgewatt.profiler.experiment.measure;
