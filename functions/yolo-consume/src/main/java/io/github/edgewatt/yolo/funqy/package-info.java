/** The function as Funqy's bindings know it. */
package io.github.edgewatt.yolo.funqy;
