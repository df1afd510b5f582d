# shellcheck shell=bash
# The cluster's side, here or on the host that CLOUD names. Sourced only, after ../single-node/steps.sh.

cloud=${CLOUD:-}
[ -z "$cloud" ] || [[ $cloud =~ ^([A-Za-z_][A-Za-z0-9_.-]*@)?[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$ ]] || die "CLOUD is '$cloud': give [USER@]HOST"

# Nobody is asked anything, and a host whose key is not known is not spoken to.
ssh_options=(-o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10 -o ServerAliveInterval=10 -o ServerAliveCountMax=3)
[ -z "${KNOWN_HOSTS:-}" ] || ssh_options+=(-o "UserKnownHostsFile=$KNOWN_HOSTS")

# there SECONDS COMMAND...: where the cluster is, with that deadline.
there() {
  local seconds=$1 line
  shift
  if [ -z "$cloud" ]; then
    timeout "$seconds" "$@"
  else
    printf -v line '%q ' "$@"
    timeout "$seconds" ssh "${ssh_options[@]}" -- "$cloud" "$line"
  fi
}

# do_there SECONDS COMMAND...: does it, or prints it in a dry run.
do_there() {
  if [ -n "$dry_run" ]; then
    # What would be on standard input is read to its end.
    [ -t 0 ] || cat >/dev/null
    printf '    %s' "${cloud:+on $cloud: }"
    shift
    printf '%q ' "$@" | sed 's/ $//'
    echo
  else
    there "$@"
  fi
}
