/**
 * Models that nobody trained: graphs in ONNX form, generated as they are needed. One costs as much
 * as it is asked to and detects next to nothing, one is tiny and finds coloured squares.
 */
package io.github.edgewatt.yolo.graph;
