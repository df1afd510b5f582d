/**
 * TensorFlow Serving's REST interface: status, metadata and {@code :predict} in row and in column
 * format. The signature, which our models have no other use for, picks the kind of node.
 */
package io.github.edgewatt.nodeforecast.tensorflow;
