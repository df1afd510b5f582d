/**
 * What goes over the wires: results as the published testbed writes them and ours after, answers to
 * callers, dead letters. Bytes and numbers only: no input or output, no clock.
 */
package io.github.edgewatt.yolo.message;
