/**
 * Asks power models behind other processes: TF Serving over gRPC and REST, and the Open Inference
 * Protocol. Whatever they send, the outcome is as many figures as rows asked, or one line why not.
 */
package io.github.edgewatt.scoring.power.remote;
