/** Hands what the command has read and opened to the beans that work with it. */
package io.github.edgewatt.yolo.wiring;
