/**
 * Decisions become pods: each is made, or a Deployment scaled, with a deadline, and what fails is
 * told of and keeps no other back.
 */
package io.github.edgewatt.scaling.apply;
