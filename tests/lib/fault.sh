# Acts of the desk under faults: . "$LOKET_SRCDIR/tests/lib/fault.sh" after
# tap.sh. Whatever happens, the register is the old or the new one, and the
# act done again makes it the new one; so no number is lost or given twice.
#
#	prepare              registers just before each act, and what is seen
#	                     in them before and after it, in $work
#	suffer WORD CMD...   CMD has a fault and does the act in $work/now
#	complaints           what was wrong; empty when nothing was
#	step_of N            1, 4, 7 ... N; FAULT_STEP says how far apart
#
# FAULT_BOOK=complaints: the acts of the complaint book, else those of an
# application.

act=$LOKET_BUILDDIR/tests/lib/act
ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS-}
export ASAN_OPTIONS
if [ "${SANITIZE-}" = yes ]; then
	FAULT_STEP=${FAULT_STEP:-15}
fi
FAULT_STEP=${FAULT_STEP:-3}
case ${FAULT_BOOK-} in
complaints)
	acts='complain review approve merge'
	course() {
		cat <<-'END'
		- init complain 1
		complain complain 2
		review review 2
		- draft-answer 2
		approve approve 2
		merge merge 2
		END
	}
	places() {
		cat <<-'END'
		complain commit-complaint
		review commit-complaint-act
		approve commit-complaint-act
		merge commit-complaint-merge
		END
	}
	;;
*)
	acts='draft receive check complete handover'
	course() {
		cat <<-'END'
		- init receive 1
		draft draft 2
		receive receive 2
		check checks 2
		complete complete 2
		- process 2 verify 2 issue 2
		handover handover 2
		END
	}
	places() {
		cat <<-'END'
		receive commit-receive
		check commit-check
		complete commit-move
		handover commit-move
		END
	}
	;;
esac
fault_runs=0
fault_old=0

# A receipt for 1 is there always, so that numbers have a neighbour. A line of
# course is the act whose register is kept before it, and what is done then.
prepare() {
	mkdir "$work/start" || exit 99
	course >"$work/course"
	while read -r kept step; do
		[ "$kept" = - ] || keep "$kept"
		# shellcheck disable=SC2086
		"$act" "$work/start" $step >"$work/said" || exit 99
	done <"$work/course"
	for word in $acts; do
		look "$work/at-$word" >"$work/$word.before" || exit 99
		renew "$word"
		"$act" "$work/now" "$word" 2 >"$work/said" || exit 99
		look "$work/now" >"$work/$word.after" || exit 99
	done
}

keep() { cp -R "$work/start" "$work/at-$1"; }

renew() {
	rm -rf "$work/now"
	cp -R "$work/at-$1" "$work/now"
}

look() { "$act" "$1" look; }

step_of() {
	awk -v n="$1" -v step="$FAULT_STEP" \
	    'BEGIN { for (i = 1; i <= n; i += step) print i }'
}

complain() {
	{
		printf '%s\n' "$*"
		sed 's/^/    /' "$work/errors"
	} >>"$work/complaints"
}

complaints() {
	[ ! -s "$work/complaints" ] || head -n 40 "$work/complaints"
	rm -f "$work/complaints"
}

# What was kept before the fault is there, and at most one field more.
is_draft_whole() {
	kept=$(sed -n 's/^kept //p' "$work/said" | tr '\n' ' ')
	seen=$(sed -n 's/^draft at [a-z_0-9]*: *//p' "$work/seen")
	case "$seen " in
	"$kept") ;;
	"$kept"*)
		more=${seen#"$kept"}
		[ "$more" = "${more#* }" ] || return 1
		;;
	' ') [ -z "$kept" ] ;;
	*) return 1 ;;
	esac
}

# The state after the fault, the act done again, and the state after that.
judge() {
	word=$1
	shift
	# Both in one process, which costs the most.
	"$act" "$work/now" look "$word" 2 look >"$work/both" 2>"$work/errors"
	if [ ! -s "$work/both" ]; then
		complain "$*: it cannot be opened again"
		return
	fi
	sed '/^done/,$d' "$work/both" >"$work/seen"
	if [ "$word" = draft ]; then
		is_draft_whole || complain "$*: kept $kept, there $seen"
	elif cmp -s "$work/seen" "$work/$word.after"; then
		:
	elif ! cmp -s "$work/seen" "$work/$word.before"; then
		complain "$*: between old and new"
	elif grep -q '^done' "$work/said"; then
		complain "$*: said done, and is not there"
	else
		fault_old=$((fault_old + 1))
	fi
	sed '1,/^done/d' "$work/both" >"$work/seen"
	cmp -s "$work/seen" "$work/$word.after" ||
	    complain "$*: done again it is not the same"
}

suffer() {
	word=$1
	shift
	renew "$word"
	# The shell says "Killed" of its own.
	("$@" >"$work/said" 2>"$work/told" || exit) 2>"$work/errors"
	answer=$?
	fault_runs=$((fault_runs + 1))
	if [ "$answer" = 0 ] && ! grep -q '^done' "$work/said"; then
		complain "$*: all was well, but nothing is done"
	fi
	judge "$word" "$*"
}

# A fault that the act lives through: it is told, in words of the store.
suffer_told() {
	suffer "$@"
	[ "$answer" = 0 ] || [ "$answer" = 1 ] ||
	    complain "$*: ended with $answer"
	[ "$answer" = 0 ] || grep -q ' store\.' "$work/told" ||
	    complain "$*: not told"
}
