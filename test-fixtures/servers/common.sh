# shellcheck shell=bash
# What the scripts beside this one share: processes in a state folder, as infrastructure/ starts them,
# and what only tests ask: whether to build a program, whether to install packages. Sourced only.
# shellcheck source-path=SCRIPTDIR source=../../infrastructure/single-node/processes.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../infrastructure/single-node/processes.sh"

# may_build NAME: building takes minutes; bin/check asks for that on a machine of its own only.
may_build() {
  [ "${EDGEWATT_BUILD:-yes}" = yes ] || skip "$1 is not built here; build it with: ${BASH_SOURCE[-1]} install"
}

# packages PACKAGE...: Debian packages, installed only where the whole machine is ours (CI=true).
packages() {
  dpkg -s "$@" >/dev/null 2>&1 && return 0
  [ "${CI:-false}" = true ] || skip "missing Debian packages; try: apt-get install $*"
  # RUNLEVEL: servers must not start by themselves when their package arrives.
  if ! { apt-get -qq update && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends -y "$@"; } >&2; then
    skip "apt-get could not install: $*"
  fi
}
