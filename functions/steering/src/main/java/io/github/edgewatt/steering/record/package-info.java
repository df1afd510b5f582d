/** Rounds kept as files, so that each decision can be taken again. */
package io.github.edgewatt.steering.record;
