/**
 * Is this machine fit to measure on? Each check reads one thing, says ok, warn or fail and what to
 * do; a run asks first and keeps the answers in its manifest.
 */
package io.github.edgewatt.profiler.doctor;
