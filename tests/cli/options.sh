#!/bin/sh
# What the command line promises before any subcommand does its work.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

run --help
is "--help is done" "$answer" 0
is_empty "--help says nothing on standard error" "$errors"
holds "--help begins with how it is called" \
    grep -q '^Pemakaian: loket ' "$work/out"

run --version
is "--version is done" "$answer" 0
holds "--version begins with name and number" \
    sh -c 'head -n 1 "$1" | grep -Eq "^loket [0-9]+\.[0-9]+\.[0-9]+$"' \
    sh "$work/out"

run --practise
is "a mistyped option is a usage error" "$answer" 2
is_empty "and writes nothing on standard output" "$output"
is "and is answered with the likely one" "$errors" \
    "loket: opsi --practise tidak ada. Mungkin --practice?"

run nothing-like-this
is "a command that is not there is a usage error" "$answer" 2
is "and is named" "$errors" \
    "loket: perintah \"nothing-like-this\" tidak ada. Daftar perintah: loket --help"

run "$(printf '\033[31mred\302\205\342\200\256')"
is_empty "no control character of an argument reaches the terminal" \
    "$(LC_ALL=C grep '[[:cntrl:]]' "$work/errors")"

run
is "the screens without a terminal are a usage error" "$answer" 2
is "and say so in one line" "$(printf '%s\n' "$errors" | wc -l | tr -d ' ')" 1

for locale in C POSIX no_SUCH.locale C.UTF-8; do
	LC_ALL=$locale run --help
	is "--help is done with the locale $locale" "$answer" 0
done

if [ -w /dev/full ]; then
	"$loket" --help >/dev/full 2>"$work/errors"
	is "output that cannot be written is a failure" "$?" 1
	holds "and is said" grep -q '^loket: hasil tidak tertulis' \
	    "$work/errors"
else
	skip "output that cannot be written is a failure" "no /dev/full"
	skip "and is said" "no /dev/full"
fi

(
	# A limit is an error to be told, not a signal to die of.
	ulimit -f 0
	"$loket" --help >"$work/limited" 2>/dev/null
)
is "a limit on the size of files is a failure, not the end" "$?" 1

# Every command has its help, and the list has its first line.
run --help
printf '%s\n' "$output" | sed -n '/^Perintah:/,$s/^  \([a-z]*\) .*/\1/p' \
    >"$work/commands"
: >"$work/wrong"
while read -r command; do
	run "$command" --help
	[ "$answer" = 0 ] && [ -z "$errors" ] &&
	    printf '%s\n' "$output" | grep -q "^loket $command" ||
	    echo "$command"
done <"$work/commands" >"$work/wrong"
is_empty "every command says how it is called" "$(cat "$work/wrong")"
is_empty "the commands are listed in the order of the alphabet" \
    "$(LC_ALL=C sort -c "$work/commands" 2>&1)"
finish
