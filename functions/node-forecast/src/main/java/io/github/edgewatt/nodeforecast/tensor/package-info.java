/**
 * Models as tensors in and out, whatever protocol carries them: which tensors a model takes and
 * gives, the checks on what callers send, and the answers.
 */
package io.github.edgewatt.nodeforecast.tensor;
