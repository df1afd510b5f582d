#!/usr/bin/env bash
# Power from the hypervisor into a virtual machine, which cannot read the processor's counters.
#
#   vm-power.sh host up|down|status DOMAIN [--dry-run]     on the machine that runs libvirt and QEMU
#   vm-power.sh guest up|down|status [--dry-run]           inside the virtual machine
#
# host: a service keeps an energy counter per machine below /var/lib/libvirt/scaphandre (vm-power.py;
# with METER=scaphandre it is "scaphandre qemu", whose counters hold a fifth of the energy in 1.0.0),
# and DOMAIN gets its own one as a shared folder, read-only, which it sees from its next start on.
# guest: mounts that folder at /var/scaphandre, where "scaphandre --vm" looks for it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$here/steps.sh"
shared=/var/lib/libvirt/scaphandre
tag=scaphandre
seen=/var/scaphandre
meter=${METER:-edgewatt}

# ---- on the host ----

counters_there() { compgen -G "$root/sys/class/powercap/intel-rapl:*/energy_uj"; }
load_counters() { as_root modprobe intel_rapl_msr || die "this processor has no energy counters, or this is not the host itself"; }

folder_there() { [ -d "$root$shared/$domain" ] && mountpoint -q "$root$shared/$domain"; }
# A file system of its own: a guest cannot fill the host's disk, and sees nothing of its neighbours.
add_folder() {
  as_root mkdir -p "$root$shared/$domain"
  as_root mount -t tmpfs -o size=5m,mode=755 "edgewatt-$domain" "$root$shared/$domain"
}
remove_folder() { as_root umount "$root$shared/$domain"; }

writer_there() { active edgewatt-vm-power; }
add_writer() {
  case $meter in
    scaphandre) service edgewatt-vm-power "Energy of virtual machines" "$(command -v scaphandre) qemu" ;;
    edgewatt)
      as_root install -m 755 "$here/vm-power.py" "$root/usr/local/bin/edgewatt-vm-power"
      service edgewatt-vm-power "Energy of virtual machines" /usr/local/bin/edgewatt-vm-power
      ;;
    *) die "METER is edgewatt or scaphandre" ;;
  esac
}
remove_writer() { remove_service edgewatt-vm-power; }

# No grep -q at the end of a pipe: it would end before what feeds it, which then counts as failed.
domain_has() { virsh dumpxml --inactive "$domain" | grep -F -- "$1"; }
memory_shared() { domain_has "<access mode='shared'/>"; }
# The shared folder's daemon works in the guest's memory.
share_memory() { as_root virt-xml "$domain" --edit --memorybacking source.type=memfd,access.mode=shared; }

attached() { domain_has "<target dir='$tag'/>"; }
attach() {
  as_root virt-xml "$domain" --add-device \
    --filesystem "type=mount,accessmode=passthrough,driver.type=virtiofs,source.dir=$shared/$domain,target.dir=$tag,readonly=yes"
}
detach() { as_root virt-xml "$domain" --remove-device --filesystem "target.dir=$tag"; }

host_up() {
  step "energy counters" counters_there load_counters
  step "folder of $domain" folder_there add_folder
  step "service" writer_there add_writer
  step "shared memory of $domain" memory_shared share_memory
  step "folder in $domain" attached attach
  [ -n "$dry_run" ] || echo "next: restart $domain, and inside it: vm-power.sh guest up"
}
host_status() {
  tell "energy counters" counters_there
  tell "folder of $domain" folder_there
  tell "service" writer_there
  tell "shared memory of $domain" memory_shared
  tell "folder in $domain" attached
}
# The service is everybody's: it ends with the last machine's folder.
last_machine() { writer_there && ! compgen -G "$root$shared/*/intel-rapl:0"; }
host_down() {
  undo "folder in $domain" attached detach
  undo "folder of $domain" folder_there remove_folder
  undo "service, no machine being left" last_machine remove_writer
}

# ---- in the guest ----

mounted() { mountpoint -q "$root$seen"; }
mount_it() {
  as_root mkdir -p "$root$seen"
  as_root mount -t virtiofs -o ro "$tag" "$root$seen" ||
    die "no shared folder \"$tag\" here: vm-power.sh host up DOMAIN, then restart this machine (not only reboot it)"
}
# After a restart too.
kept() { grep -qs "^$tag $seen " "$root/etc/fstab"; }
keep() {
  { cat "$root/etc/fstab" 2>/dev/null || true; echo "$tag $seen virtiofs ro,nofail 0 0"; } | put /etc/fstab
}
forget() { grep -v "^$tag $seen " "$root/etc/fstab" | put /etc/fstab; }
unmount() { as_root umount "$root$seen"; }
counts() {
  local before
  before=$(cat "$root$seen/intel-rapl:0/energy_uj") && sleep "${EDGEWATT_COUNT_SECONDS:-6}" &&
    [ "$(cat "$root$seen/intel-rapl:0/energy_uj")" != "$before" ]
}

guest_up() {
  step "mount" mounted mount_it
  step "mount after a restart" kept keep
  [ -n "$dry_run" ] || counts || die "$seen is mounted, but nothing counts there: is the service running on the host?"
}
guest_status() {
  tell "mount" mounted
  tell "mount after a restart" kept
  tell "energy counts" counts
}
guest_down() {
  undo "mount after a restart" kept forget
  undo "mount" mounted unmount
}

side=${1:-}
[ $# -eq 0 ] || shift
case $side in
  host)
    [ $# -ge 2 ] || die "usage: vm-power.sh host up|down|status DOMAIN [--dry-run]"
    domain=$2
    case $domain in */* | .* | -* | '') die "no name of a machine: $domain" ;; esac
    set -- "$1" "${@:3}"
    node_script host_up host_down host_status "$@"
    ;;
  guest) node_script guest_up guest_down guest_status "$@" ;;
  *) die "usage: vm-power.sh host|guest up|down|status" ;;
esac
