#!/bin/sh
# A full disk: it is said, what was there stays, and with room again the same
# file is received, under the number that follows. A small disk of its own
# wants the right to mount; its twin is a limit on the size of files.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
if [ -z "${DISK_FULL_OWN-}" ] && unshare -m true >/dev/null 2>&1; then
	# Whatever is mounted from here on goes with this process.
	DISK_FULL_OWN=1 exec unshare -m sh "$0"
fi
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/fault.sh"
prepare

# The twin: no file may grow beyond n blocks of 512 bytes.
limited() { (ulimit -f "$1" && "$act" "$work/now" "$word" 2); }
for word in $acts; do
	size=$(($(wc -c <"$work/at-$word/loket.db") / 512))
	for blocks in 8 32 64 96 128 192 256 512 "$size"; do
		suffer_told "$word" limited "$blocks"
	done
	is_empty "with files that may not grow $word is done, or says why not" \
	    "$(complaints)"
done

small="with a small disk that fills up"
disk=$work/disk
mkdir "$disk"
if [ -z "${DISK_FULL_OWN-}" ] ||
    ! mount -t tmpfs -o size=2m tmpfs "$disk" 2>"$work/why"; then
	skip "$small" "mounting is not permitted"
	finish
fi
trap 'umount "$disk"; rm -rf "$work"' EXIT

cp "$work/start/loket.db" "$disk"
n=3
while "$act" "$disk" receive "$n" >>"$work/done" 2>"$work/told"; do
	n=$((n + 1))
	# All but a few pages more are taken.
	rm -f "$disk/filler"
	free=$(df -kP "$disk" | awk 'NR == 2 { print $4 }')
	dd if=/dev/zero of="$disk/filler" bs=1k 2>"$work/dd" \
	    count=$((free - 400 + 40 * n))
done
holds "$small some are received first" [ "$n" -gt 3 ]
is "then one is not, and why is said" "$(cut -d' ' -f1-2 "$work/told")" \
    "io store.disk-full"

run --data "$disk" check
is "the register can still be read and is whole" \
    "$(printf '%s\n' "$errors" | grep -c 'Tidak ada masalah')" 1
is "but such a disk is a problem" \
    "$answer $(printf '%s\n' "$output" | grep -c '^buruk .*Ruang bebas')" "3 1"

# Not a page is left: the shared index of the log has no room either.
dd if=/dev/zero of="$disk/rest" bs=1k 2>"$work/dd"
run --data "$disk" check
is "on a disk without a page a check says that it is full" \
    "$answer $(printf '%s\n' "$errors" | grep -c 'Diska penuh')" "1 1"
exec 3<<'END'
delapan gajah menari pelan
END
run --data "$disk" check --repair --as ani --passphrase-fd 3
exec 3<&-
is "and so is told who signs in" "$answer $(printf '%s\n' "$errors" |
    grep -c 'Diska penuh')" "1 1"

rm "$disk/filler" "$disk/rest"
is "with room again the same file gets the number that follows" \
    "$("$act" "$disk" receive "$n")" \
    "done receive $n L03-2026-$(printf %04d "$n")"
"$act" "$disk" look >"$work/seen"
is "the numbers are without gap" \
    "$(awk '$1 == "case" { print substr($2, 10) + 0 }' "$work/seen" |
	tr '\n' ' ')" \
    "$(awk -v n="$n" 'BEGIN { for (i = 1; i <= n; i++) printf "%d ", i }')"
is_empty "and the register agrees with its log" \
    "$(grep -v '^digest\|^case' "$work/seen")"
finish
