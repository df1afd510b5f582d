/**
 * The Open Inference Protocol, version 2, over HTTP, with the extension that carries tensors as
 * bytes behind the JSON: what KServe, Triton and their clients speak.
 */
package io.github.edgewatt.nodeforecast.inference;
