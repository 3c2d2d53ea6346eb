#!/bin/sh
# A backup in place of the register: verified, named what is lost, a new life.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

act=$LOKET_BUILDDIR/tests/lib/act
LOKET_CLOCK=2026-11-02T12:00
export LOKET_CLOCK
data=$work/data
mkdir "$data"

"$act" "$data" init receive 1 receive 2 >/dev/null
run_ok --data "$data" backup "$work/backup.db"
"$act" "$data" receive 3 receive 4 receive 5 >/dev/null
run_ok --data "$data" digest
late=$output

run_ok --data "$data" restore "$work/backup.db"
is "without --yes nothing is changed" "$answer" 0
holds "but the numbers that would be lost are named" \
    sh -c 'echo "$1" | grep -q -- "-2026-0003 .*-2026-0005"' sh "$errors"
run_ok --data "$data" digest
is "the register is as it was" "$output" "$late"

size=$(stat -c %s "$work/backup.db")
head -c $((size / 2)) "$work/backup.db" >"$work/cut.db"
run --data "$data" restore "$work/cut.db" --yes
is "a backup that was cut is refused" "$answer" 1
head -c 4096 /dev/zero | tr '\0' x >"$work/junk.db"
run --data "$data" restore "$work/junk.db" --yes
is "a file that is none is refused" "$answer" 1
run --data "$data" restore "$work/nothing.db" --yes
is "a backup that is not there is refused" "$answer" 1
# A page smashed in the middle, without a change of size.
cp "$work/backup.db" "$work/smashed.db"
dd if="$work/junk.db" of="$work/smashed.db" bs=4096 count=1 \
    seek=$((size / 8192)) conv=notrunc 2>/dev/null
run --data "$data" restore "$work/smashed.db" --yes
is "a damaged backup is refused" "$answer" 1
mkdir "$work/other"
echo 'empat kata yang panjang' >"$work/phrase"
run_ok --data "$work/other" init --station L77 --officer ani --name Ani \
    --passphrase-fd 3 3<"$work/phrase"
run_ok --data "$work/other" backup "$work/other.db"
run --data "$data" restore "$work/other.db" --yes
is "another station's backup is refused" "$answer" 1
run --data "$data" restore
is "a file is wanted" "$answer" 2
run_ok --data "$data" digest
is "after all that the register is as it was" "$output" "$late"

run_ok --data "$data" restore "$work/backup.db" --yes
is "with --yes it is done" "$answer" 0
holds "and the letter of the new life is said" \
    sh -c 'echo "$1" | grep -q "[0-9]B"' sh "$errors"
run_ok --data "$data" digest
holds "what came after the backup is gone" test "$output" != "$late"
kept=$(find "$data" -name 'sebelum-dipulihkan-*' -type d)
run_ok --data "$kept" digest
is "what was there before is kept whole" "$output" "$late"
run_ok --data "$data" check
is "the register is sound" "$answer" 0
"$act" "$data" receive 6 >"$work/out"
holds "the next number is of another series" \
    grep -q 'B-2026-0001' "$work/out"

rm "$data/loket.db"*
run_ok --data "$data" restore "$work/backup.db" --yes
is "a register that was lost is restored" "$answer" 0
finish
