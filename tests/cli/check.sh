#!/bin/sh
# loket check on the disk of this machine and on the share: what it says, what
# it leaves behind, and how long it waits.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

LOKET_CLOCK=2026-11-02T08:00
export LOKET_CLOCK
one=$work/one
share=$work/share
phrase='empat kata yang panjang'
echo "$phrase" >"$work/ani"
printf '%s\n%s\n' "$phrase" 'kunci admin di dalam brankas' >"$work/both"
mkdir "$share"

# Is there an answer of this level and code?
answers() {
	printf '%s' "$output" | tr -d '\n ' |
	    grep -q "{\"level\":\"$1\",\"code\":\"$2\""
}
tree() { find "$share" | LC_ALL=C sort; }

run_ok --data "$one" init --station L01 --officer ani --name 'Ani Lestari' \
    --passphrase-fd 3 3<"$work/ani"
run --data "$one" check
is "a sound counter has nothing bad" \
    "$answer $(printf '%s\n' "$output" | grep -c '^buruk')" "0 0"
holds "every answer has a level first" \
    sh -c '! grep -Ev "^(baik|perhatian) " "$1"' sh "$work/out"
is_empty "of several counters nothing is said to one alone" \
    "$(printf '%s\n' "$errors" | grep 'check --share')"
run_ok --data "$one" check --json
for code in disk.waits disk.write disk.modes; do
	holds "$code is good" answers good $code
done
is "and nothing is left in the folder" \
    "$(find "$one" -name 'check.tmp*' | wc -l)" 0

# Modes: what others may read is named with what to do.
chmod 0644 "$one/loket.key"
run --data "$one" check
is "a key that others may read is a problem" "$answer" 3
holds "named with its mode" grep -q '^buruk .*loket\.key.*0644.*0600' \
    "$work/out"
chmod 0600 "$one/loket.key"
chmod 0755 "$one"
run --data "$one" check
is "an open folder alone is not" "$answer" 0
holds "but is to be known" grep -q '^perhatian .*0755.*0700' "$work/out"
chmod 0644 "$one/loket.db"
run --data "$one" check
is "an open register in it is" "$answer" 3
chmod 0600 "$one/loket.db"
chmod 0700 "$one"

run --data "$one" check "$share"
is "a folder without --share is a word too many" "$answer" 2
run --data "$one" check --share
is "in no fleet and without a setting no share is known" "$answer" 1
run --data "$one" check --share "$share"
is "a folder without the marker is to be tried again later" "$answer" 75
is_empty "and stays as it is" "$(ls -A "$share")"

run_ok --data "$one" fleet create --as ani --share "$share" \
    --passphrase-fd 3 3<"$work/both"
run_ok --data "$one" check
holds "in a fleet it says how the share is tried" \
    grep -q 'loket check --share' "$work/errors"
before=$(tree)
run_ok --data "$one" check --share --json
for code in probe.fleet probe.create probe.rename probe.replace probe.listing \
    probe.mib; do
	holds "$code is good" answers good $code
done
holds "a clock that differs is remarked" answers remark probe.clock-differs
is "the share is as it was, before the first exchange" "$(tree)" "$before"
run_ok --data "$one" sync
before=$(tree)
run_ok --data "$one" check --share="$share"
is "and after it" "$(tree)" "$before"
holds "the share's answers stand there, too" \
    grep -q '^baik .*1 MiB' "$work/out"
cd "$work" || exit 99
run_ok --data "$one" check --share share
is "the folder may be named from here" "$answer" 0

# A share that hangs: in the middle of it, and at its first step.
for point in probe-create probe-mib; do
	began=$(date +%s)
	LOKET_FAIL=$point:1:hang LOKET_SHARE_MS=900 run --data "$one" \
	    check --share
	is "a share that hangs at $point is given up" "$answer" 75
	holds "within its deadline and two seconds" \
	    [ $(($(date +%s) - began)) -le 4 ]
	holds "which is said" grep -q '^buruk .*tidak menjawab' "$work/out"
	holds "after what was found before" grep -q '^baik ' "$work/out"
done
run_ok --data "$one" check --share
is "what that left is taken away by the next" "$(tree)" "$before"
LOKET_FAIL=probe-rename:1:kill run --data "$one" check --share
is "a child that dies is as one that does not answer" "$answer" 75
LOKET_FAIL=probe-create:1:error run --data "$one" check --share
is "a share on which nothing can be made is a problem" "$answer" 3
holds "and why is said" grep -q '^buruk .*(No space left' "$work/out"

mkdir "$work/two" "$work/other"
run_ok --data "$work/two" init --station L01 --officer ani \
    --name 'Ani Lestari' --passphrase-fd 3 3<"$work/ani"
run --data "$work/two" check --share "$share"
is "a counter alone may look at a share" "$answer" 0
is "without touching it" "$(tree)" "$before"
run_ok --data "$work/two" fleet create --as ani --share "$work/other" \
    --passphrase-fd 3 3<"$work/both"
run --data "$work/two" check --share "$share"
is "another fleet's share is not tried" "$answer $(tree)" "75 $before"
finish
