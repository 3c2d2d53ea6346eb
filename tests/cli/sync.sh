#!/bin/sh
# loket sync as a person calls it: alone, without a share, with one; two
# counters that were founded and joined by its own commands.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

LOKET_CLOCK=2026-11-02T08:00
export LOKET_CLOCK
one=$work/one
two=$work/two
share=$work/share
phrase='empat kata yang panjang'
echo "$phrase" >"$work/ani"
printf '%s\n%s\n' "$phrase" 'kunci admin di dalam brankas' >"$work/both"
echo 'kunci admin di dalam brankas' >"$work/admin"
mkdir "$share"

run sync --cause lunch
is "a cause that is none is a wrong command line" "$answer" 2
run sync here
is "and so is a word too many" "$answer" 2
run --data "$one" sync
is "without a register it fails" "$answer" 1
run_ok --data "$one" init --station L01 --officer ani --name 'Ani Lestari' \
    --passphrase-fd 3 3<"$work/ani"
run --data "$one" sync
is "a counter alone has nothing to do" "$answer" 0
holds "and says so" test -n "$errors"
run --data "$one" sync --quiet
is "but not when it is to be quiet" "$answer $errors" "0 "

run_ok --data "$one" fleet create --as ani --passphrase-fd 3 3<"$work/both"
run --data "$one" sync
is "in a fleet a share must be named" "$answer" 1
run --data "$one" sync --share "$share"
is "a folder without the marker is none" "$answer" 75
is_empty "and stays as it is" "$(ls -A "$share")"
run_ok --data "$one" fleet share "$share" --as ani --passphrase-fd 3 \
    3<"$work/both"
is "the share is marked" "$answer" 0
run_ok --data "$one" sync --json
is "and the setting names it" "$answer $(printf '%s\n' "$output" |
    grep -c '"exit":0')" "0 1"

run_ok --data "$one" fleet invite L02 --to "$work/stick" --passphrase-fd 3 \
    3<"$work/admin"
cp "$work/stick/undangan-L02.loket" "$work/copy"
run_ok --data "$two" fleet join "$work/stick/undangan-L02.loket" \
    --share "$share"
run_ok --data "$two" sync
is "a counter that joined sends and receives" "$answer" 0
run_ok --data "$one" sync
is "the first learns of it" "$answer" 0
run_ok --data "$two" sync
run_ok --data "$one" digest
digest=$output
run_ok --data "$two" digest
is "and both have the same register" "$output" "$digest"
is_empty "nothing on the share can be read: no name" \
    "$(grep -rla 'Ani Lestari' "$share")"
run --data "$one" check
is "the registers are whole" "$answer" 0
run --data "$two" check
is "both of them" "$answer" 0

run --data "$work/late" fleet join "$work/copy" --share "$share"
is "an invitation that is used on the share is refused" "$answer" 1
holds "before there is a register" test ! -e "$work/late/loket.db"
mkdir "$work/elsewhere"
LOKET_CLOCK=2026-11-02T09:00 run_ok --data "$work/apart" \
    fleet join "$work/copy"
run --data "$work/apart" sync --share "$work/elsewhere"
is "who joined apart from the others goes on" "$answer" 75
LOKET_CLOCK=2026-11-02T09:00 run --data "$work/apart" sync --share "$share"
is "until it meets the one that was before" "$answer" 1
holds "and is told so" sh -c 'echo "$1" | grep -q "sudah dipakai"' sh "$errors"

cd "$work" || exit 99
run_ok --data "$one" sync --share share --cause closing --thorough
is "a folder may be named from here" "$answer" 0
finish
