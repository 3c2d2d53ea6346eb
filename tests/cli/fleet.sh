#!/bin/sh
# Several counters: founded, invited, joined, listed, retired; and that a
# counter alone notices nothing of it.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

LOKET_CLOCK=2026-11-02T08:00
export LOKET_CLOCK
one=$work/one
share=$work/share
phrase='empat kata yang panjang'
admin='kunci admin di dalam brankas'
echo "$phrase" >"$work/ani"
printf '%s\n%s\n' "$phrase" "$admin" >"$work/both"
echo "$admin" >"$work/admin"
mkdir "$share"

run_ok --data "$one" init --station L01 --officer ani --name 'Ani Lestari' \
    --passphrase-fd 3 3<"$work/ani"
run --data "$one" fleet list
is "a counter alone belongs to nobody" "$answer" 0
is_empty "and lists nobody" "$output"
holds "and has no folder for it" test ! -e "$one/fleet"
run --data "$one" fleet
is "a word is wanted" "$answer" 2
run --data "$one" fleet invite L02 --passphrase-fd 3 3<"$work/admin"
is "who has no fleet invites nobody" "$answer" 1

run --data "$one" fleet create --as ani --passphrase-fd 3 3<"$work/admin"
is "a wrong passphrase founds nothing" "$answer" 1
run_ok --data "$one" fleet create --as ani --share "$share" \
    --passphrase-fd 3 3<"$work/both"
is "an admin founds a fleet" "$answer" 0
paper=$output
is "the recovery key has 14 groups" \
    "$(echo "$paper" | tr -- - '\n' | grep -cE '^[a-z2-7]{4}$')" 14
is "keys are their owner's only" \
    "$(stat -c %a "$one/fleet/keyring" "$one/fleet/admin.key" | sort -u)" 600
holds "the share is marked" grep -q '^loket-fleet 1 ' "$share/fleet"
holds "neither passphrase nor recovery key stands anywhere" sh -c '
    ! grep -rqaF -e "$1" -e "$2" -e "$3" "$4" "$5"' sh \
    "$phrase" "$admin" "$paper" "$one" "$share"
run --data "$one" fleet create --as ani --passphrase-fd 3 3<"$work/both"
is "and only once" "$answer" 1
run_ok --data "$one" fleet list
is "it is alone in it" "$(echo "$output" | cut -f 1,2)" "$(printf 'L01\taktif')"

run --data "$one" fleet invite L02 --passphrase-fd 3 3<"$work/ani"
is "the admin key has a passphrase of its own" "$answer" 1
run --data "$one" fleet invite L30-L02 --passphrase-fd 3 3<"$work/admin"
is "a range that goes backwards is none" "$answer" 1
run_ok --data "$one" fleet invite L02-L30 --to "$work/stick" \
    --passphrase-fd 3 3<"$work/admin"
is "one command invites twenty-nine" "$(echo "$output" | wc -l)" 29
is "into as many files, for who holds them only" \
    "$(find "$work/stick" -name 'undangan-L*.loket' -perm 600 | wc -l)" 29

two=$work/two
cp "$work/stick/undangan-L02.loket" "$work/copy"
run_ok --data "$two" fleet join "$work/stick/undangan-L02.loket" \
    --share "$share"
is "a new machine joins with one command" "$answer" 0
holds "the invitation is gone" test ! -e "$work/stick/undangan-L02.loket"
run_ok --data "$two" fleet list
is "it knows who belongs" \
    "$(echo "$output" | grep aktif | cut -f 1 | tr '\n' ' ')" "L01 L02 "
run --data "$two" fleet join "$work/stick/undangan-L03.loket"
is "a counter of the fleet joins no second time" "$answer" 1

printf x | dd of="$work/copy" bs=1 seek=300 conv=notrunc 2>/dev/null
run --data "$work/broken" fleet join "$work/copy"
is "a damaged invitation is refused" "$answer" 1
holds "and leaves nothing behind" test ! -e "$work/broken"
LOKET_CLOCK=2026-12-02T08:00 run --data "$work/late" \
    fleet join "$work/stick/undangan-L04.loket"
is "an expired invitation is refused" "$answer" 1
holds "and leaves nothing behind" test ! -e "$work/late"
LOKET_CLOCK=2020-01-01T00:00 run --data "$work/early" \
    fleet join "$work/stick/undangan-L04.loket"
is "a clock before the invitation is refused" "$answer" 1
run --data "$work/play" --practice fleet join \
    "$work/stick/undangan-L05.loket"
is "practice does not enter the real register" "$answer" 1

# A counter that worked alone as L01 keeps its records and gets a letter.
old=$work/old
run_ok --data "$old" init --station L01 --officer citra --name Citra \
    --passphrase-fd 3 3<"$work/ani"
run_ok --data "$one" fleet invite L01 --to "$work/stick" --paper \
    --passphrase-fd 3 3<<END
$paper
END
is "the recovery key signs too, and a code that is taken gets a letter" \
    "$(basename "$output")" undangan-L01B.loket
run --data "$old" fleet join "$work/stick/undangan-L06.loket" --as citra \
    --passphrase-fd 3 3<"$work/ani"
is "a counter in use joins under its own code" "$answer" 1
run --data "$old" fleet join "$work/stick/undangan-L01B.loket"
is "and by its admin" "$answer" 1
run_ok --data "$old" fleet join "$work/stick/undangan-L01B.loket" \
    --as citra --passphrase-fd 3 3<"$work/ani"
is "who signs in" "$answer" 0
run_ok --data "$old" fleet list --json
holds "it is L01B" sh -c 'printf %s "$1" | tr -d "\n " | grep -q "$2"' sh \
    "$output" '"station":"L01","letter":"B","state":"active"'
run_ok --data "$old" check
is "and its register is sound" "$answer" 0

run --data "$one" fleet retire L01 --passphrase-fd 3 3<"$work/admin"
is "nobody retires himself" "$answer" 1
run --data "$one" fleet retire L77 --passphrase-fd 3 3<"$work/admin"
is "or somebody who is not there" "$answer" 1
run_ok --data "$one" fleet retire L30 --passphrase-fd 3 3<"$work/admin"
is "an invitation is withdrawn" "$answer" 0
run_ok --data "$one" fleet list
holds "and named so" sh -c 'printf "%s\n" "$1" | grep "^L30" |
    grep -q ditarik' sh "$output"
run --data "$one" fleet share "$work/nowhere" --as ani --passphrase-fd 3 \
    3<"$work/ani"
holds "a share that is not there is not made" test ! -e "$work/nowhere"
is "but refused" "$answer" 1
finish
