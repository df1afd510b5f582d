/**
 * The command line: serves a scheduler, or tells once where a pod would cost least. Options are
 * names for settings that the environment can give as well.
 */
package io.github.edgewatt.scoring.command;
