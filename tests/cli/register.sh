#!/bin/sh
# The subcommands that work on a register: set up, officers, check, digest,
# backup, practice and history.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

LOKET_CLOCK=2026-11-02T08:00
export LOKET_CLOCK
data=$work/data
first='empat kata yang panjang'
second='kata lain yang juga panjang'

run --data "$data" digest
is "without a register digest fails" "$answer" 1
holds "and says so" test -n "$errors"
holds "and makes nothing" test ! -e "$data"

run --data "$data" init
is "init without a terminal wants its options" "$answer" 2

echo "pendek" >"$work/short"
run --data "$data" init --station L03 --officer ani --name 'Ani Lestari' \
    --passphrase-fd 3 3<"$work/short"
is "a short passphrase is refused" "$answer" 1

echo "$first" >"$work/ani"
run_ok --data "$data" init --station L03 --officer ani --name 'Ani Lestari' \
    --passphrase-fd 3 3<"$work/ani"
is "init is done, also where it was begun before" "$answer" 0
is_empty "it writes no data" "$output"
is "the register is its owner's only" "$(stat -c %a "$data/loket.db")" 600
holds "the passphrase stands nowhere" \
    sh -c '! grep -rqa "$1" "$2"' sh "$first" "$data"

run --data "$data" init --station L03 --officer budi --name Budi \
    --passphrase-fd 3 3<"$work/ani"
is "there is one first officer" "$answer" 1
run --data "$data" init --station L04 --officer budi --name Budi \
    --passphrase-fd 3 3<"$work/ani"
is "and one station" "$answer" 1

printf '%s\n%s\n' "$first" "$second" >"$work/both"
run_ok --data "$data" officer add budi 'Budi Santoso' --as ani \
    --roles pemeriksa,petugas --passphrase-fd 3 3<"$work/both"
is "an admin adds an officer" "$answer" 0

# The clock stands still: a wrong attempt is followed by a right one at once.
echo "$second" >"$work/budi"
run --data "$data" officer list --as ani --passphrase-fd 3 3<"$work/budi"
is "a wrong passphrase is refused" "$answer" 1
run --data "$data" officer list --as budi --passphrase-fd 3 3<"$work/budi"
is "officers are listed by name" "$(printf '%s\n' "$output" | cut -f 1,3)" \
    "$(printf 'ani\tpetugas pemeriksa admin\nbudi\tpetugas pemeriksa')"
run --data "$data" officer retire ani --as budi --passphrase-fd 3 \
    3<"$work/budi"
is "who is no admin retires nobody" "$answer" 1
run --data "$data" officer retire budi --as ani --passphrase-fd 3 \
    3<"$work/ani"
is "an admin retires an officer" "$answer" 0
run --data "$data" officer list --as budi --passphrase-fd 3 3<"$work/budi"
is "who cannot sign in any more" "$answer" 1
run --data "$data" officer list
is "nobody is nobody" "$answer" 1
run --data "$data" officer add eka
is "a word that is missing is a usage error" "$answer" 2
run --data "$data" officer add eka Eka --roles direktur --as ani
is "a role that is not known is a usage error" "$answer" 2
run --data "$data" officer list --as ani --passphrase-fd 9 9<&-
is "a descriptor that is not open is a usage error" "$answer" 2

run --data "$data" check
is "a sound register has no problem" "$answer" 0
is_empty "and no finding" \
    "$(printf '%s\n' "$output" | grep -Ev '^(baik|perhatian) ')"
run --data "$data" check --json
holds "--json counts them" \
    sh -c 'printf %s "$1" | tr -d "\n " | grep -q "\"problems\":0"' \
    sh "$output"

run_ok --data "$data" digest
holds "a digest is 64 hexadecimal digits" \
    sh -c 'printf %s "$1" | grep -Eq "^[0-9a-f]{64}$"' sh "$output"
digest=$output

mkdir "$work/copies"
run_ok --data "$data" backup "$work/copies"
is "a copy in a folder has a name of its own" "$output" \
    "$work/copies/loket-L03-2026-11-02-0800.db"
run --data "$data" backup "$work/copies/loket-L03-2026-11-02-0800.db"
is "a copy never takes the place of another" "$answer" 1
mkdir "$work/other"
cp "$work/copies/loket-L03-2026-11-02-0800.db" "$work/other/loket.db"
run_ok --data "$work/other" digest
is "a copy has the digest of the register" "$output" "$digest"

run_ok --data "$data" demo --days 20
is "practice is filled" "$answer" 0
holds "in a folder of its own" test -e "$data/practice/loket.db"
run_ok --data "$data" digest
is "and never in the register" "$output" "$digest"
run --data "$data" demo
is "it is filled once" "$answer" 1
run --data "$data" demo --days 0
is "a number that is none is a usage error" "$answer" 2
run_ok --data "$data" --practice check
is "what it has is what its log says" "$answer" 0
run_ok --data "$data" --practice history L99-2026-0001 --as ani
holds "a history begins with the record" \
    sh -c 'head -n 1 "$1" | cut -f 4,5 | grep -q "^made"' sh "$work/out"
run --data "$data" --practice history L99-2026-9999 --as ani
is "a number that nobody has fails" "$answer" 1
holds "no whole NIK is ever shown" \
    sh -c '! grep -Eq "[0-9]{16}" "$1"' sh "$work/out"

finish
