#!/bin/sh
# A2 and A4 of the exchange: the power of a counter's disk, or of the server's,
# is cut; a real disk that forgets what was not flushed. The others pull in
# between, so that what a counter told and then forgot would be a fork.
# FAULT_STEP=1 takes every point. Wants root, ext4 and a loop device.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
if [ -z "${EXCHANGE_OWN-}" ] && unshare -m true >/dev/null 2>&1; then
	# Whatever is mounted from here on goes with this process.
	EXCHANGE_OWN=1 exec unshare -m sh "$0"
fi
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"
. "$LOKET_SRCDIR/tests/lib/disk.sh"
[ "${SANITIZE-}" != yes ] || FAULT_STEP=${FAULT_STEP:-14}
FAULT_STEP=${FAULT_STEP:-4}

cut="row A2: with the power of a counter cut at each point nothing is lost, \
doubled or forked"
missing="row A4: a file that a server forgot is found and sent again"
empty="row A4: and one of which it kept only the name"
if ! disk_works; then
	for name in "$cut" "$missing" "$empty"; do
		skip "$name" "no disk of one's own: $(head -n 1 "$work/why")"
	done
	finish
fi

fleet 3
at 1 write 1
at 2 write 2
at 3 write 3
{ settle; settle; } >"$work/said"
is_empty "three counters have agreed" "$(cat "$work/said")"
at 1 write 11
at 1 write 2 'Diubah di L01'
at 2 write 12
sync 2
keep start
cat >"$work/wanted" <<'END'
Diubah di L01
Pemohon 1
Pemohon 11
Pemohon 12
Pemohon 13
Pemohon 3
conflicts 0 forks 0
END

# The counter and its anchor are on the disk, the share is elsewhere.
points=${EXCHANGE_POINTS:-$(seq -f 'S%02g' 28 |
    awk -v step="$FAULT_STEP" 'NR % step == 1 % step')}
for point in $points; do
	renew start
	disk_under "$now/c1"
	hurt "$point:1:both" 1
	[ "$answer" = 137 ] || echo "$point: ended with $answer $errors"
	flock "$now/c1/share.lock" true
	disk_cut "$now/c1"
	for i in 2 3; do
		sync "$i"
		[ "$answer" = 0 ] || echo "$point: c$i: $answer $errors"
	done
	disk_back "$now/c1"
	at 1 write 13
	recover | sed "s/^/$point: /"
	[ "$(find "$now/share/w" -mindepth 1 -maxdepth 1 | wc -l)" = 3 ] ||
	    echo "$point: another life"
	disk_away "$now/c1"
done >"$work/complaints" 2>&1
is_empty "$cut" "$(head -n 40 "$work/complaints")"

# The server says that it has what it has not: no fsync reaches its disk, nor
# what a reader does to have its pages written.
lies=fsync,fadvise64
if ! strace -o "$work/trace" -e inject=$lies:retval=0 true 2>"$work/why"; then
	skip "$missing" "no strace, or it may not trace"
	skip "$empty" "no strace, or it may not trace"
	finish
fi

# Into $work/said: what of the round's bundle is there when it is back, in
# bytes.
forget() {
	renew start
	at 1 write 13
	disk_under "$now/share"
	strace -f -o "$work/trace" -e trace=$lies -e inject=$lies:retval=0 \
	    "$loket" --assets "$LOKET_SRCDIR" --data "$now/c1" sync \
	    --share "$now/share" --quiet || echo "the round: $?"
	at 1 bundles | grep -v '^sealed 0 sent 2$'
	# The journal, and with it every name; but of files no bytes.
	[ "$1" != bytes ] || command sync "$now/share/fleet"
	disk_cut "$now/share"
	disk_back "$now/share"
	find "$now/share/w/$(at 1 writer)/b" -name '*2-*.bnd' -exec wc -c {} + |
	    sed 's/ .*//'
}

forget names >"$work/said" 2>&1
is_empty "a server forgot what was sent" "$(cat "$work/said")"
is_empty "$missing" "$(recover)"
disk_away "$now/share"
forget bytes >"$work/said" 2>&1
is "a server kept only the name of what was sent" "$(cat "$work/said")" 0
is_empty "$empty" "$(recover)"
finish
