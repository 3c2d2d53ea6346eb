# TAP for the shell tests: . "$LOKET_SRCDIR/tests/lib/tap.sh"
#
#	is_empty NAME TEXT   passes when TEXT is empty, else shows it
#	is NAME GOT WANTED   passes when they are equal
#	holds NAME CMD...    passes when the command succeeds
#	skip NAME WHY        counted as skipped
#	finish               prints the plan and ends; failures are in the lines
#
# $work is an empty folder that is removed at the end.

tap_n=0
tap_bad=0
work=$(mktemp -d "${TMPDIR:-/tmp}/loket-test.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM

say() {
	printf '%s\n' "$1" | sed 's/^/# /'
}

pass() {
	tap_n=$((tap_n + 1))
	printf 'ok %d - %s\n' "$tap_n" "$1"
}

fail() {
	tap_n=$((tap_n + 1))
	tap_bad=$((tap_bad + 1))
	printf 'not ok %d - %s\n' "$tap_n" "$1"
	[ -z "${2-}" ] || say "$2"
}

skip() {
	tap_n=$((tap_n + 1))
	printf 'ok %d - %s # SKIP %s\n' "$tap_n" "$1" "$2"
}

is_empty() {
	if [ -z "$2" ]; then pass "$1"; else fail "$1" "$2"; fi
}

is() {
	if [ "$2" = "$3" ]; then
		pass "$1"
	else
		fail "$1" "got:    $2
wanted: $3"
	fi
}

holds() {
	holds_name=$1
	shift
	if "$@" >"$work/holds" 2>&1; then
		pass "$holds_name"
	else
		fail "$holds_name" "$(tail -n 20 "$work/holds")"
	fi
}

finish() {
	printf '1..%d\n' "$tap_n"
	exit 0
}
