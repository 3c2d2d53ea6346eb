#!/bin/sh
# Thirty counters in a day: all join by invitation, one of them is put back
# from a backup, one is copied, one is lost; the registers are one.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

LOKET_CLOCK=2026-11-02T08:00
export LOKET_CLOCK
phrase='empat kata yang panjang'
admin='kunci admin di dalam brankas'
share=$work/share
write=$LOKET_BUILDDIR/tests/lib/counters
stations=$(seq -w 2 30)
mkdir "$share"
echo "$phrase" >"$work/ani"
echo "$admin" >"$work/admin"
printf '%s\n%s\n' "$phrase" "$admin" >"$work/both"

at() { run --data "$work/c$1" sync --share "$share"; }

# The digests of these counters, each once.
digests() {
	for n in "$@"; do
		"$loket" --data "$work/c$n" --assets "$LOKET_SRCDIR" digest
	done | sort -u
}

members() {
	run_ok --data "$work/c$1" fleet list
	echo "$output" | grep -c "$2"
}

begin=$(date +%s)
run_ok --data "$work/c01" init --station L01 --officer ani \
    --name 'Ani Lestari' --passphrase-fd 3 3<"$work/ani"
run_ok --data "$work/c01" fleet create --as ani --share "$share" \
    --passphrase-fd 3 3<"$work/both"
run_ok --data "$work/c01" fleet invite L02-L30 --to "$work/stick" \
    --passphrase-fd 3 3<"$work/admin"
at 01
is "the first counter publishes" "$answer" 0
for n in $stations; do
	run --data "$work/c$n" fleet join "$work/stick/undangan-L$n.loket" \
	    --share "$share"
	[ "$answer" = 0 ] || echo "L$n: $errors"
	run --data "$work/c$n" sync
	[ "$answer" = 0 ] || echo "L$n: $errors"
done >"$work/wrong"
is_empty "twenty-nine machines join, two commands each" "$(cat "$work/wrong")"
say "thirty counters in $(($(date +%s) - begin)) s"
at 01
is "all belong" "$(members 01 aktif)" 30
# shellcheck disable=SC2086
is "and have one register" "$(digests 01 $stations | wc -l)" 1
run --data "$work/c17" officer list --as ani --passphrase-fd 3 3<"$work/ani"
is "an officer signs in where he never was" "$answer" 0

"$write" write "$work/c07" 1 && at 07
"$write" write "$work/c21" 2 && at 21
run_ok --data "$work/c07" backup "$work/backup.db"
"$write" write "$work/c07" 3 && at 07
"$write" write "$work/c07" 4
run --data "$work/c07" restore "$work/backup.db" --yes
is "row D3: a counter is put back from a backup" "$answer" 0
"$write" write "$work/c07" 5
at 07
is "it goes on, and is believed" "$answer" 0
at 01 && at 07 && at 21 && at 01
is "what it had published came back to it, what it did since arrived" \
    "$(digests 01 07 21 | wc -l)" 1
seen() { "$write" look "$work/c$1" | grep -c "Pemohon $2"; }
is "also at the others" "$(seen 01 3)$(seen 01 5)$(seen 07 3)$(seen 21 5)" 1111
is "only what was never published is gone" "$(seen 07 4)" 0
is "the old life is followed by the new one" "$(members 21 berganti)" 1

# A copy that forgot its machine: the share itself tells the two apart.
cp -r "$work/c21" "$work/c21b"
"$write" write "$work/c21" 6 && at 21
XDG_STATE_HOME=$work/elsewhere
export XDG_STATE_HOME
"$write" write "$work/c21b" 7
at 21b
is "row D4: a twin without an anchor is told by the share" "$answer" 0
holds "and says so" sh -c 'echo "$1" | grep -q L21B' sh "$errors"
unset XDG_STATE_HOME
at 01 && at 21 && at 21b
is "nothing of either is lost" "$(seen 01 6)$(seen 01 7)$(seen 21 7)" 111
is "all three are one register" "$(digests 01 21 21b | wc -l)" 1

run_ok --data "$work/c01" fleet retire L30 --passphrase-fd 3 3<"$work/admin"
at 01 && at 02
"$write" write "$work/c30" 8 && at 30
at 02 && at 01
is "what a lost counter publishes later counts nowhere" \
    "$(seen 01 8)$(seen 02 8)" 00
is "the others go on with another key" "$(digests 01 02 | wc -l)" 1
# Its disk is dead: it comes back with nothing but its name.
run_ok --data "$work/c01" fleet invite L30 --to "$work/stick2" \
    --passphrase-fd 3 3<"$work/admin"
at 01
rm -r "$work/c30"
run_ok --data "$work/c30" fleet join "$work/stick2/undangan-L30B.loket" \
    --share "$share"
at 30 && at 01 && at 30
is "row D5: a counter that lost its disk has the register again" \
    "$answer $(digests 01 30 | wc -l) $(seen 30 3)" "0 1 1"
is "row D5: and a letter that no number had" "$(members 01 L30B)" 1
holds "no applicant can be read on the share" \
    sh -c '! grep -rqa "Pemohon\|Lestari\|Contoh" "$1"' sh "$share"
finish
