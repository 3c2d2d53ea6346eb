#!/bin/sh
# B19 of the exchange: the server says that it did what it did not. Nothing is
# taken for sent before it was read back.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"

name="row B19: what a server took and has not is not noted as sent"
# Here a file gets its name by one of these.
lie='/^renameat2?$'
if ! strace -o "$work/trace" -e inject="$lie:retval=0" true 2>"$work/why"; then
	skip "$name" "no strace, or it may not trace"
	finish
fi

fleet 2
at 1 write 1
at 2 write 2
{ settle; settle; } >"$work/said"
is_empty "two counters have agreed" "$(cat "$work/said")"
at 1 write 11
cat >"$work/wanted" <<'END'
Pemohon 1
Pemohon 11
Pemohon 2
conflicts 0 forks 0
END

XDG_STATE_HOME=$now/c1 strace -f -o "$work/trace" -e trace="$lie" \
    -e inject="$lie:retval=0" "$loket" --assets "$LOKET_SRCDIR" \
    --data "$now/c1" sync --share "$now/share" --quiet >"$work/said" 2>&1
is "$name" "$? $(at 1 bundles)" "75 sealed 1 sent 1"
say "$(cat "$work/said")"
is_empty "and comes with the next round" "$(recover)"
finish
