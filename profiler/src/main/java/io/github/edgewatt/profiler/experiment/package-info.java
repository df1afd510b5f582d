/**
 * An experiment of the image pipeline as one file and one command that can be taken up again: what
 * is asked stands in {@code spec}, each step is a child process ({@code stage}) that the journal
 * remembers, consumers come and go in {@code deploy}, and {@code figures} and {@code page} tell
 * what was measured.
 */
package io.github.edgewatt.profiler.experiment;
