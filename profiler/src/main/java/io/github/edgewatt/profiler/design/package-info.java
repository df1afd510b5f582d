/**
 * Which configuration to measure next: upstream's full grid, or an adaptive design that spends a
 * budget near the overload frontier. A design is a pure function of the plan and of what was
 * measured so far, so a run that was killed goes on exactly where it stopped.
 */
package io.github.edgewatt.profiler.design;
