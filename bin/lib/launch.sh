# Shared by the launchers: finds a JDK, builds what is missing or older than its sources, starts a jar.
# Sourced, not run. Expects $home, the root of the checkout.

fail() {
  echo "edgewatt: $*" >&2
  exit 2
}

# Sets $java to a Java 17 or newer, or ends with one line.
require_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java="$JAVA_HOME/bin/java"
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it: point it at a JDK 17 or newer"
  else
    java=$(command -v java) || fail "no Java found: install a JDK 17 or newer, or set JAVA_HOME"
  fi
  local release version
  release="$(dirname "$(dirname "$(readlink -f "$java")")")/release"
  if [ -r "$release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
  else
    version=$("$java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
  fi
  [ "${version:-0}" -ge 17 ] || fail "Java ${version:-of unknown version} at $java is too old: a JDK 17 or newer is needed"
}

# The compiler comes only with a full JDK.
require_jdk() {
  require_java
  [ -x "$(dirname "$(readlink -f "$java")")/javac" ] ||
    fail "$java has no compiler beside it: install the full JDK (not only the runtime) to build"
}

# The modules whose main sources the jars are made of; a launcher that needs fewer sets its own.
sources=(charts dataset forecaster profiler functions/workloads)

# up_to_date JAR...: whether each of the jars exists and nothing it is made of is newer.
up_to_date() {
  local jar oldest=
  for jar in "$@"; do
    [ -f "$jar" ] || return 1
    if [ -z "$oldest" ] || [ "$jar" -ot "$oldest" ]; then oldest=$jar; fi
  done
  local module made_of=("$home/pom.xml")
  for module in "${sources[@]}"; do made_of+=("$home/$module/pom.xml" "$home/$module/src/main"); done
  [ -z "$(find "${made_of[@]}" -type f -newer "$oldest" -print -quit)" ]
}

# build_if_needed MODULES JAR...: builds MODULES unless the jars are up to date.
build_if_needed() {
  local modules=$1
  shift
  up_to_date "$@" && return 0
  require_jdk
  mkdir -p "$home/target"
  local log="$home/target/build.log"
  exec 9>"$home/target/build.lock"
  flock 9
  if ! up_to_date "$@"; then
    echo "edgewatt: building (about a minute the first time) …" >&2
    (cd "$home" && ./mvnw -B -q -ntp -pl "$modules" -am package -DskipTests -Dspotless.check.skip -Djacoco.skip >"$log" 2>&1 9>&-) ||
      { grep -m 3 ERROR "$log" >&2 || tail -n 3 "$log" >&2; fail "the build failed: see $log"; }
    # Maven leaves a jar alone whose content did not change.
    touch "$@"
  fi
  exec 9>&-
}
