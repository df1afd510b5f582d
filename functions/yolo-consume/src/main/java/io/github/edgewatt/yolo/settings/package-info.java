/**
 * What a process is told: environment variables and options, read in one place and checked before
 * anything starts. Every mistake is one line that names the variable.
 */
package io.github.edgewatt.yolo.settings;
