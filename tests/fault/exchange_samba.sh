#!/bin/sh
# A round of two counters through a real server: Samba on a loopback of its
# own, its share mounted with smbnetfs. Wants root and /dev/fuse; no sanitizer
# looks at it, since the other tests of the exchange do the same calls.

name="two counters meet on a share of Samba"
if [ -z "${EXCHANGE_OWN-}" ] && unshare -m -n true >/dev/null 2>&1; then
	# Whatever is mounted and listens from here on goes with this process.
	EXCHANGE_OWN=1 exec unshare -m -n sh "$0"
fi
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

why_not() {
	[ "${SANITIZE-}" != yes ] || echo "not once more under sanitizers"
	[ -n "${EXCHANGE_OWN-}" ] || echo "no network of one's own"
	( : <>/dev/fuse ) 2>"$work/which" || echo "no FUSE"
	for program in ip smbd smbnetfs; do
		command -v "$program" >"$work/which" || echo "no $program"
	done
}
why_not >"$work/why"
if [ -s "$work/why" ]; then
	skip "$name" "$(head -n 1 "$work/why")"
	finish
fi

write=$LOKET_BUILDDIR/tests/lib/counters
LOKET_CLOCK=2026-11-02T08:00
export LOKET_CLOCK
net=$work/net
state=$work/state
folder=$work/share
share=$net/127.0.0.1/loket
mkdir "$net" "$state" "$folder" "$HOME/.smb"
cat >"$state/smb.conf" <<END
[global]
	server role = standalone server
	workgroup = LOKET
	disable netbios = yes
	smb ports = 445
	interfaces = lo
	bind interfaces only = yes
	map to guest = Bad User
	load printers = no
	printcap name = /dev/null
	disable spoolss = yes
	log file = $state/log
	private dir = $state
	lock directory = $state
	state directory = $state
	cache directory = $state
	pid directory = $state
	ncalrpc dir = $state/ncalrpc
[loket]
	path = $folder
	guest ok = yes
	read only = no
	force user = root
END
cat >"$HOME/.smb/smb.conf" <<END
[global]
	workgroup = LOKET
	name resolve order = host
	client min protocol = SMB2
END
: >"$HOME/.smb/smbnetfs.conf"
chmod 600 "$HOME/.smb/smbnetfs.conf"

ip link set lo up
smbd -F -s "$state/smb.conf" >"$state/said" 2>&1 </dev/null &
server=$!
trap 'exec 2>/dev/null; umount "$net" || umount -l "$net"; kill "$server";
    wait; rm -rf "$work"' EXIT
# Port 445, listening.
until grep -q ':01BD .* 0A ' /proc/net/tcp; do
	kill -0 "$server" || break
done
holds "a share of Samba is there" sh -c 'smbnetfs "$1" && cd "$2"' sh "$net" \
    "$share"

sync() { run_ok --data "$work/c$1" sync --share "$share"; }
digest() { "$loket" --data "$work/c$1" --assets "$LOKET_SRCDIR" digest; }
phrase='empat kata yang panjang'
admin='kunci admin di dalam brankas'
printf '%s\n' "$phrase" >"$work/ani"
printf '%s\n' "$admin" >"$work/admin"
printf '%s\n%s\n' "$phrase" "$admin" >"$work/both"

run_ok --data "$work/c1" init --station L01 --officer ani \
    --name 'Ani Lestari' --passphrase-fd 3 3<"$work/ani"
run_ok --data "$work/c1" fleet create --as ani --share "$share" \
    --passphrase-fd 3 3<"$work/both"
is "a fleet is founded on it" "$answer" 0
run_ok --data "$work/c1" fleet invite L02 --to "$work/stick" \
    --passphrase-fd 3 3<"$work/admin"
sync 1
run_ok --data "$work/c2" fleet join "$work/stick/undangan-L02.loket" \
    --share "$share"
is "a second counter joins over it" "$answer" 0
"$write" many "$work/c1" 100 400
"$write" write "$work/c2" 2
for i in 2 1 2; do
	sync "$i"
	[ "$answer" = 0 ] || echo "c$i: $answer $errors"
done >"$work/said"
is_empty "each round is a good one" "$(cat "$work/said")"
is "all records are at both" "$("$write" look "$work/c1" | grep -c Pemohon)\
 $("$write" look "$work/c2" | grep -c Pemohon)" "302 302"
is "$name" "$(digest 1)" "$(digest 2)"
find "$folder" | sort >"$work/before"
run --data "$work/c1" check --share "$share" --json
is "loket check finds it fit to be a share" "$answer" 0
codes=$(printf '%s' "$output" | grep -o '"level":"remark","code":"[a-z.-]*' |
    cut -d '"' -f 8 | tr '\n' ' ')
for code in probe.reader-bad probe.link-bad probe.case-same; do
	holds "as was measured, it remarks $code" \
	    sh -c 'case "$1" in *"$2 "*) ;; *) false ;; esac' sh "$codes" $code
done
is_empty "and leaves nothing there" "$(find "$folder" | sort |
    comm -3 - "$work/before")"
run --data "$share/register" digest
holds "a register on it is warned of by the name of its file system" \
    grep -q 'FUSE (fuse.smbnetfs)' "$work/errors"
is_empty "no file of it is left half" "$(find "$folder" -name '*.part')"
holds "and bundles are on the server's disk" \
    sh -c '[ "$(find "$1" -name "*.bnd" | wc -l)" -ge 2 ]' sh "$folder"
finish
