package io.github.edgewatt.forecaster.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contenders by the words of the command line. */
public final class Contenders {
  private Contenders() {}

  /**
   * The words in {@code text}, each once.
   *
   * @param text names with commas, or {@code all}
   * @throws IllegalArgumentException for a word that names none; it lists those there are
   */
  public static List<String> parse(String text) {
    if (text.equals("all")) {
      return Contender.NAMES;
    }
    Set<String> names = new LinkedHashSet<>();
    for (String name : text.split(",", -1)) {
      if (!Contender.NAMES.contains(name.strip())) {
        throw new IllegalArgumentException(
            "unknown model '"
                + name.strip()
                + "': use "
                + String.join(", ", Contender.NAMES)
                + " or all");
      }
      names.add(name.strip());
    }
    return List.copyOf(names);
  }

  /**
   * The contenders called {@code names}, in order.
   *
   * @param functions those in the data, for {@code functions}
   * @param groups group to functions, for {@code groups}; left out where there are none
   */
  public static List<Contender> of(
      List<String> names, List<String> functions, Map<String, List<String>> groups) {
    List<Contender> contenders = new ArrayList<>();
    for (String name : names) {
      switch (name) {
        case "profiles" -> contenders.add(Contender.profiles());
        case "ridge" -> contenders.add(Contender.ridge());
        case "idle" -> contenders.add(Contender.idle());
        case "functions" -> contenders.add(Contender.functions(functions));
        case "groups" -> {
          if (!groups.isEmpty()) {
            contenders.add(Contender.groups(groups));
          }
        }
        default -> throw new IllegalArgumentException("unknown model '" + name + "'");
      }
    }
    return contenders;
  }
}
