#!/bin/sh
# The switches of the tests' own program: one that cannot be read must not let
# a test pass for the wrong reason.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

while read -r switch; do
	(
		export "${switch?}"
		run --version
		printf '%s %s' "$answer" "$errors" >"$work/said"
	)
	is "$switch ends the program" "$(cat "$work/said")" \
	    "99 loket-test: $switch cannot be read"
done <<'END'
LOKET_CLOCK=yesterday
LOKET_CLOCK=2026-02-29T08:00
LOKET_FAIL=store.commit
LOKET_FAIL=store.commit:0:kill
LOKET_FAIL=store.commit:1:explode
LOKET_FAIL=:1:kill
LOKET_SEED=123456789-123456789-123456789-123
END

LOKET_CLOCK=2026-11-02T08:00 LOKET_CLOCK_STEP=1s run --version
is "so does a step that is no number" "$answer" 99
finish
