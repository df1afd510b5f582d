/**
 * Counters of the machine the profiler itself runs on. A thread samples the node, its own process
 * and each function's processes five times a second; windows are answered from those samples
 * afterwards, so nothing is read at the moment a load starts or ends.
 */
package io.github.edgewatt.profiler.measure.host;
