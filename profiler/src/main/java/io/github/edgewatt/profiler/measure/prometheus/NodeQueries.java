package io.github.edgewatt.profiler.measure.prometheus;

/** Selectors of a node's own metrics. */
record NodeQueries(
    QueryTemplate cpu,
    QueryTemplate memoryTotal,
    QueryTemplate memoryAvailable,
    QueryTemplate memoryFree,
    QueryTemplate memoryCached,
    QueryTemplate memoryBuffers) {}
