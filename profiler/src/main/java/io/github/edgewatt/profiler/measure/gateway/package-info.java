/** What an OpenFaaS gateway itself tells of its functions over a window: how many replicas. */
package io.github.edgewatt.profiler.measure.gateway;
