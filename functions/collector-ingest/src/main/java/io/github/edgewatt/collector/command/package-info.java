/** The command line of the collector, checked before anything starts. */
package io.github.edgewatt.collector.command;
