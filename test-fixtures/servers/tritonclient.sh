#!/usr/bin/env bash
# Triton's own Python client (PyPI's tritonclient[http]) in a virtual environment of its own.
#
#   tritonclient.sh install
#
# Prints python=PATH, of an interpreter that can import tritonclient.http. Exit 77: not to be had
# here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"

version=2.70.0
venv=$servers/tritonclient/$version

install_client() {
  need python3
  if ! works; then
    may_build tritonclient
    one_builder tritonclient
    if ! works; then
      rm -rf "$venv"
      mkdir -p "${venv%/*}"
      if ! { python3 -m venv "$venv" && "$venv/bin/pip" install -q "tritonclient[http]==$version"; } >&2; then
        rm -rf "$venv"
        skip "pip could not install tritonclient[http]==$version"
      fi
    fi
  fi
  echo "python=$venv/bin/python"
}

works() { "$venv/bin/python" -c 'import tritonclient.http' 2>/dev/null; }

case ${1:-} in
  install) install_client ;;
  *) die "say install" ;;
esac
