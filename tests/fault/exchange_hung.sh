#!/bin/sh
# B4 of the exchange: a share that hangs in the kernel, so that kill -9 does
# not end who asked it. The twin that needs no privilege is B3 and B4 in
# exchange_share.sh: a child stopped at a point, and a lock held.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
if [ -z "${EXCHANGE_OWN-}" ] && unshare -m true >/dev/null 2>&1; then
	# Whatever is mounted from here on goes with this process.
	EXCHANGE_OWN=1 exec unshare -m sh "$0"
fi
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"

name="row B4: a child that no kill ends does not hold the program"
mkdir "$work/hung"
mkfifo "$work/ready"
"$LOKET_BUILDDIR/tests/lib/hang_fs" "$work/hung" >"$work/ready" 2>"$work/why" &
hang=$!
read -r ready <"$work/ready"
if [ "$ready" != mounted ]; then
	skip "$name" "no FUSE here: $(cat "$work/why")"
	finish
fi
trap 'kill -9 $hang 2>/dev/null; umount -l "$work/hung" 2>/dev/null; rm -rf "$work"' EXIT

ms() { echo $(($(date +%s%N) / 1000000)); }
reason() { printf '%s\n' "$output" | sed 's/.*"reason":\(.*\)}/\1/'; }
try() { run --data "$now/c1" sync --share "$work/hung" --json; }

fleet 1
at 1 write 1
begun=$(ms)
LOKET_SHARE_MS=500 try
took=$(($(ms) - begun))
is "$name" "$answer $(reason)" '75 "share.hung"'
holds "within the deadline and 2 s" [ "$took" -lt 2500 ]
holds "the child is still there" sh -c '! flock -n "$1" true' sh \
    "$now/c1/share.lock"

begun=$(ms)
for i in 1 2 3; do
	LOKET_SHARE_MS=500 try
	[ "$answer $(reason)" = '75 "share.stuck"' ] || echo "$answer $errors"
done >"$work/said"
is_empty "and no other is started" "$(cat "$work/said")"
holds "at once" [ $(($(ms) - begun)) -lt 6000 ]
LOKET_SHARE_MS=500 run --data "$now/c1" check --share "$work/hung"
is "not by loket check either" "$answer" 75
holds "the desk goes on meanwhile" at 1 write 2

kill -9 "$hang"
wait "$hang" 2>"$work/shell"
sync 1
is "when the server is gone the next round is a good one" "$answer" 0
is "and all is sent" "$(find "$now/share" -name '*.bnd' | wc -l |
    tr -d ' ')" 1
finish
