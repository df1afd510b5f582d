/**
 * Where images to send come from: a folder, an HDF5 file, or drawn. Each set knows the size of each
 * image beforehand, and keeps in memory what fits in a bound.
 */
package io.github.edgewatt.profiler.kafka.feed.images;
