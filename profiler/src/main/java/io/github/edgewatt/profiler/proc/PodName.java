package io.github.edgewatt.profiler.proc;

import java.util.regex.Pattern;

/** Which function a pod belongs to, told by the whole name: {@code env} is not {@code my-env}. */
public final class PodName {

  /** What a Deployment adds: its template's hash, and five characters of the pod. */
  private static final Pattern ENDING =
      Pattern.compile("-[bcdfghjklmnpqrstvwxz2456789]{1,10}-[bcdfghjklmnpqrstvwxz2456789]{5}");

  private PodName() {}

  /**
   * Whether {@code pod} is one of the Deployment {@code function}: the function's name, then {@code
   * -HASH-SUFFIX} of the characters Kubernetes makes names from (its {@code rand.SafeEncodeString}:
   * no vowels, no 0, 1 and 3).
   */
  public static boolean isOf(String pod, String function) {
    return pod.startsWith(function) && ENDING.matcher(pod.substring(function.length())).matches();
  }
}
