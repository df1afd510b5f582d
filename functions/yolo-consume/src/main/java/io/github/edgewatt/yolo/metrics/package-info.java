/**
 * What a process counts and how long things take, under the testbed's names in milliseconds and
 * once more under names with base units in seconds.
 */
package io.github.edgewatt.yolo.metrics;
