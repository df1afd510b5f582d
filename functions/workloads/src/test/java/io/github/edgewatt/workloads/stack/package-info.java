/**
 * That stack.yml deploys what this module serves, in the words faas-cli and a gateway understand.
 */
package io.github.edgewatt.workloads.stack;
