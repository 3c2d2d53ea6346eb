#!/bin/sh
# Killed before each write-class call of the system, and with each of them
# failing: receiving, checking, moving, handing over and typing leave the old
# or the new. FAULT_STEP=1 takes every call, else every third.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/fault.sh"

calls='pwrite64 fdatasync fsync ftruncate unlink openat'

if ! strace -o "$work/log" -e inject=getpid:error=EIO true 2>"$work/why"; then
	for word in $acts; do
		skip "$word under strace" "no strace, or it may not trace"
	done
	finish
fi
prepare

# The ordinals of a call that write; of openat those that may make a file.
ordinals() {
	awk -v name="$1" '
	index($0, name "(") == 1 {
		n++
		if (name != "openat" || /O_CREAT/)
			print n
	}' "$work/log" | awk -v step="$FAULT_STEP" 'NR % step == 1 % step'
}

traced() {
	strace -o "$work/trace" -e trace="$1" -e inject="$1:$2:when=$3" \
	    "$act" "$work/now" "$word" 2
}

for word in $acts; do
	renew "$word"
	strace -o "$work/log" -e trace="$(echo "$calls" | tr ' ' ,)" \
	    "$act" "$work/now" "$word" 2 >"$work/said" || exit 99
	for call in $calls; do
		list=$(ordinals "$call")
		[ -n "$list" ] || continue
		for n in $list; do
			suffer "$word" traced "$call" signal=KILL "$n"
			[ "$answer" = 137 ] || complain "not killed: $call $n"
		done
		is_empty "$word killed before each $call is done or not" \
		    "$(complaints)"
		for n in $(echo "$list" | awk -v RS='[ \n]' 'NR % 2'); do
			for error in EIO ENOSPC; do
				suffer_told "$word" traced "$call" \
				    "error=$error" "$n"
			done
		done
		is_empty "$word with $call failing is done, or says why not" \
		    "$(complaints)"
	done
	"$LOKET_BUILDDIR/loket-test" --assets "$LOKET_SRCDIR" \
	    --data "$work/now" check >"$work/holds" 2>&1 || complain check
	is_empty "and loket check finds nothing" "$(complaints)"
done
holds "many of $fault_runs faults came before the commit" \
    [ $((fault_old * FAULT_STEP)) -gt 60 ]
finish
