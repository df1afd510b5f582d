package io.github.edgewatt.weights.etcd;

import java.util.Locale;

/**
 * An etcd cluster's id: decimal as {@code etcdctl member list -w fields} has it, or hexadecimal.
 */
final class ClusterId {
  private ClusterId() {}

  /**
   * Reads {@code text}: digits are decimal where they fit 64 bits; what begins with {@code 0x} or
   * has letters is hexadecimal, as etcd's log and {@code member list} as a table have it.
   *
   * @throws IllegalArgumentException one line that names {@code variable}
   */
  static long parse(String variable, String text) {
    String digits = text.toLowerCase(Locale.ROOT);
    boolean prefixed = digits.startsWith("0x");
    try {
      return prefixed || digits.matches(".*[a-f].*")
          ? Long.parseUnsignedLong(prefixed ? digits.substring(2) : digits, 16)
          : Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          variable
              + " is '"
              + text
              + "': it must be a cluster id, as 'etcdctl member list -w fields' prints it");
    }
  }

  /** As {@link #parse} reads it: decimal, and hexadecimal after it. */
  static String text(long id) {
    return Long.toUnsignedString(id) + " (" + Long.toHexString(id) + ")";
  }
}
