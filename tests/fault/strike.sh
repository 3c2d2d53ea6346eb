#!/bin/sh
# The twin of kill.sh that needs no privilege: the program's own calls to
# write die or fail, and it dies at each place before a commit.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/fault.sh"
prepare

for word in $acts; do
	renew "$word"
	calls=$(ACT_CALLS=1 "$act" "$work/now" "$word" 2 |
	    sed -n 's/^calls //p')
	for n in $(step_of "$calls"); do
		suffer "$word" env ACT_STRIKE="kill:$n" "$act" "$work/now" \
		    "$word" 2
		[ "$answer" = 137 ] || complain "not killed at $n"
	done
	is_empty "killed at each of $calls writes, $word is done or not" \
	    "$(complaints)"
	for n in $(step_of "$calls"); do
		for fault in full io; do
			suffer_told "$word" env ACT_STRIKE="$fault:$n" "$act" \
			    "$work/now" "$word" 2
		done
	done
	is_empty "with a failing disk $word is done, or says why not" \
	    "$(complaints)"
done

places >"$work/places"
while read -r word place; do
	before=$fault_old
	suffer "$word" env ACT_FAIL="$place:kill" "$act" "$work/now" \
	    "$word" 2
	[ "$answer" = 137 ] || complain "not killed at $place"
	suffer "$word" env ACT_FAIL="$place:error" "$act" "$work/now" \
	    "$word" 2
	[ "$answer" = 1 ] || complain "no failure at $place"
	[ "$fault_old" = $((before + 2)) ] || complain "$place is too late"
	is_empty "nothing of $word is there at $place" "$(complaints)"
done <"$work/places"

# Else the faults did not come where they should.
holds "many of $fault_runs faults came before the commit" \
    [ $((fault_old * FAULT_STEP)) -gt 60 ]
finish
