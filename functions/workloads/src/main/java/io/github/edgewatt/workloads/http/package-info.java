/**
 * The edge: Funqy functions around the work, one of which the process serves at {@code /}, with
 * health beside it. Everything else answers 404, what is too much 503.
 */
package io.github.edgewatt.workloads.http;
