/**
 * Asks the servers: so many requests at once, again where that helps, and for less where it was too
 * much. What came is on disk before it is read.
 */
package io.github.edgewatt.profiler.extract.fetch;
