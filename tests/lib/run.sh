# Run the tests' program: . "$LOKET_SRCDIR/tests/lib/run.sh" after tap.sh.
#
#	run WORD...	sets answer (its exit), output and errors
#	run_ok WORD...	the same; shows the errors when it is not done
#
# LOKET_PROGRAM is run in its place, if it is set (tests/fault/mutants.sh). It
# has no terminal, the assets of the source tree, and a home in $work.

loket=${LOKET_PROGRAM:-$LOKET_BUILDDIR/loket-test}
HOME=$work
LOKET_SYSCONFDIR=$work
export HOME LOKET_SYSCONFDIR
unset XDG_DATA_HOME XDG_STATE_HOME

run() {
	"$loket" --assets "$LOKET_SRCDIR" "$@" >"$work/out" 2>"$work/errors" \
	    </dev/null
	answer=$?
	output=$(cat "$work/out")
	errors=$(cat "$work/errors")
}

run_ok() {
	run "$@"
	[ "$answer" = 0 ] || say "loket $* ended with $answer:
$errors"
}
