#!/bin/sh
# Days of a fleet: its counters join by invitation, do a day of work with real
# files, go off at night and come back in any order, meet faults; then they
# have one register, and nothing of anybody can be read on the share. Thirty
# counters in make check-long.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

n=${EXCHANGE_COUNTERS:-3}
files=${EXCHANGE_FILES:-2}
seed=${EXCHANGE_SEED:-1}
act=$LOKET_BUILDDIR/tests/lib/act
counters=$LOKET_BUILDDIR/tests/lib/counters
leaks=$LOKET_BUILDDIR/tests/lib/leaks
share=$work/share
phrase='delapan gajah menari pelan'
admin='kunci admin di dalam brankas'
ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS-}
LOKET_CLOCK=2026-11-02T07:30
export ASAN_OPTIONS LOKET_CLOCK
echo "$phrase" >"$work/ani"
echo "$admin" >"$work/admin"
printf '%s\n%s\n' "$phrase" "$admin" >"$work/both"
mkdir "$share"

code() { printf 'L%02d' "$1"; }

# sync N CLOCK CAUSE
sync() {
	LOKET_CLOCK=$2 run --data "$work/c$1" sync --cause "$3"
	[ "$answer" = 0 ] || echo "$(code "$1"): $answer $errors"
}

# The numbers from 1 to n, shuffled alike for each seed.
shuffled() {
	seed=$((seed + 1))
	seq "$n" | awk -v seed="$seed" 'BEGIN { srand(seed) }
	    { print rand(), $1 }' | sort -n | cut -d ' ' -f 2
}

round() {
	for i in $(shuffled); do
		sync "$i" "$1" "$2"
	done
}

# The files of one counter are numbered apart from those of all others: below
# 960, for to act a number is a minute of the second of November.
file() { echo $(($1 * 30 - 30 + $2)); }

# A day at one counter, from that file on.
day() {
	for f in $(seq "$(file "$1" "$2")" "$(file "$1" $(($2 + files - 1)))"); do
		set -- "$1" "$2" "${3-} receive $f"
		last=$f
	done
	# shellcheck disable=SC2086
	"$act" "$work/c$1" $3 checks "$last" complete "$last" \
	    >"$work/did" 2>&1 || sed "s/^/$(code "$1"): /" "$work/did"
}

work_everywhere() {
	for i in $(seq "$n"); do
		day "$i" "$1"
	done
}

digests() {
	for i in $(seq "$n"); do
		"$counters" digest "$work/c$i"
	done | sort -u | wc -l | tr -d ' '
}

# At how many counters all of so many applications are.
have() {
	for i in $(seq "$n"); do
		[ "$("$act" "$work/c$i" look | grep -c '^case ')" != "$1" ] ||
		    echo "$i"
	done | wc -l | tr -d ' '
}

begun=$(date +%s)
run_ok --data "$work/c1" init --station L01 --officer ani \
    --name 'Ani Yudhoyono' --passphrase-fd 3 3<"$work/ani"
run_ok --data "$work/c1" fleet create --as ani --share "$share" \
    --passphrase-fd 3 3<"$work/both"
run_ok --data "$work/c1" fleet invite "L02-$(code "$n")" --to "$work/stick" \
    --passphrase-fd 3 3<"$work/admin"
sync 1 "$LOKET_CLOCK" hand >"$work/wrong"
for i in $(seq 2 "$n"); do
	run --data "$work/c$i" fleet join \
	    "$work/stick/undangan-$(code "$i").loket" --share "$share"
	[ "$answer" = 0 ] || echo "$(code "$i"): $errors"
	sync "$i" "$LOKET_CLOCK" hand
done >>"$work/wrong"
is_empty "all counters join by invitation" "$(cat "$work/wrong")"
say "$n counters joined in $(($(date +%s) - begun)) s"
round 2026-11-02T07:45 timer >"$work/wrong"
is_empty "and hear of each other" "$(cat "$work/wrong")"

# The first day: all publish when it is closed, all read the next morning.
work_everywhere 1 >"$work/wrong"
is_empty "each does a day of work" "$(cat "$work/wrong")"
is "which no other has" "$(digests)" "$n"
begun=$(date +%s)
{
	round 2026-11-02T16:00 closing
	round 2026-11-02T16:30 timer
} >"$work/wrong"
is_empty "one round of all goes well" "$(cat "$work/wrong")"
say "one round of $n counters took $(($(date +%s) - begun)) s"
is "after one round all digests are equal" "$(digests)" 1
is "and every file is everywhere" "$(have $((n * files)))" "$n"

# The second day: a third of them is switched off without being closed. All
# are off at night, and come on in another order.
work_everywhere 11 >"$work/wrong"
for i in $(shuffled); do
	[ $((i % 3)) = 0 ] || sync "$i" 2026-11-03T16:00 closing
done >>"$work/wrong"
first=$(shuffled | head -n 1)
other=$((first % n + 1))
new=$(file "$first" 30)
sync "$first" 2026-11-04T07:31 start >>"$work/wrong"
"$act" "$work/c$first" receive "$new" >"$work/did" 2>&1 ||
    cat "$work/did" >>"$work/wrong"
for i in $(shuffled); do
	[ "$i" = "$first" ] || sync "$i" 2026-11-04T08:00 start
done >>"$work/wrong"
# Thirty minutes are two rounds of the timer.
round 2026-11-04T08:15 timer >>"$work/wrong"
round 2026-11-04T08:30 timer >>"$work/wrong"
is_empty "all come on in random order, and run what is run at the start" \
    "$(cat "$work/wrong")"
say "seed ${EXCHANGE_SEED:-1}: $(code "$first") is first"
is "30 minutes after the last all of yesterday is everywhere" \
    "$(digests) $(have $((2 * n * files + 1)))" "1 $n"

"$act" "$work/c$other" checks "$new" complete "$new" >"$work/did" 2>&1
is "what one received another checks the same morning" \
    "$(grep -c '^done' "$work/did")" 2
{
	sync "$other" 2026-11-04T08:45 timer
	sync "$first" 2026-11-04T09:00 timer
} >"$work/wrong"
number=$("$act" "$work/c$other" look | grep "^case $(code "$first")-" |
    sort | tail -n 1)
is "and the first one sees it" "$("$act" "$work/c$first" look |
    grep "^case $(code "$first")-" | sort | tail -n 1)" "$number"
holds "complete" sh -c 'echo "$1" | grep -q " lengkap "' sh "$number"

# The third day goes wrong: killed at many points, files lost, cut and bitten.
work_everywhere 21 >"$work/wrong"
set -- S04 S07 S13 S14 S17 S22 S25 S27 S28
for i in $(shuffled); do
	(LOKET_FAIL=$1:1:both LOKET_CLOCK=2026-11-05T16:00 "$loket" \
	    --assets "$LOKET_SRCDIR" --data "$work/c$i" sync --quiet ||
	    exit) >"$work/out" 2>&1 </dev/null
	set -- "$@" "$1"
	shift
done
find "$share/w" -name '*.bnd' | sort >"$work/bundles"
awk 'NR % 7 == 1' "$work/bundles" | xargs rm
awk 'NR % 7 == 2' "$work/bundles" | while read -r file; do
	: >"$file"
done
awk 'NR % 7 == 3' "$work/bundles" | while read -r file; do
	printf X | dd of="$file" bs=1 seek=200 conv=notrunc 2>"$work/dd"
done
round 2026-11-05T16:30 timer >"$work/said"
round 2026-11-06T07:30 start >"$work/wrong"
is_empty "the second round after that goes well" "$(cat "$work/wrong")"
is "and all digests are equal again" \
    "$(digests) $(have $((3 * n * files + 1)))" "1 $n"
for i in $(seq "$n"); do
	"$counters" check "$work/c$i"
done >"$work/wrong"
is_empty "no register has findings" "$(cat "$work/wrong")"
round 2026-11-06T16:00 closing >"$work/wrong"

# Nobody who has the share learns who came: files and their names.
set -- 'Désirée' 'Ayu Lestari' 'Ani Yudhoyono' 3214015503900001 \
    081234567890 'PT Contoh Plastik' 'Jl. Veteran' 1234567800001 \
    "$(code 1)-2026-0001" contohplastik
"$leaks" "$share" "$@" >"$work/found"
is "row B18: no name on the share has another letter than a-z 0-9 . -" \
    "$(find "$share" -mindepth 1 | sed 's|.*/||' | grep -c '[^a-z0-9.-]')" 0
is "nothing of any person is found on the share, in any spelling" \
    "$(sed '$d' "$work/found")" ""
say "searched: $(tail -n 1 "$work/found")"
is "the search found every file" "$(tail -n 1 "$work/found")" \
    "$(find "$share" -type f | wc -l | tr -d ' ') files"
cat "$work/c1/loket.db" "$work/c1/loket.db-wal" >"$work/register" 2>"$work/dd"
is "it does find all of it in a register" "$("$leaks" "$work/register" "$@" |
    sed -n 's/ as UTF-8 in .*//p' | sort -u | wc -l | tr -d ' ')" $#
mkdir "$work/planted"
printf '%s\n' "xx$4" | base64 >"$work/planted/base64"
{
	printf '\0'
	printf '%s' "$4" | sed 's/./&\n/g' | tr '\n' '\0'
} >"$work/planted/utf-16"
printf '%s' "$4" | od -An -v -tx1 | tr -d ' \n' >"$work/planted/hex"
is "and each spelling" "$("$leaks" "$work/planted" "$4" |
    sed -n 's/.* as \(.*\) in .*/\1/p' | sort -u | tr '\n' ' ')" \
    "UTF-16BE UTF-16LE base64 hex "
finish
