/** What finding objects in an image costs: step by step, and beside the same work in Python. */
package io.github.edgewatt.benchmarks.yolo;
