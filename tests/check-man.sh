#!/bin/sh
# The manual and the program agree: every command and option that the help
# names stands in data/loket.1, and the page is well made.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
LC_ALL=C
export LC_ALL
page=$LOKET_SRCDIR/data/loket.1
loket=$LOKET_BUILDDIR/loket

help() { "$loket" --assets "$LOKET_SRCDIR" "$@" --help 2>&1; }

help | sed -n 's/^  \([a-z][a-z]*\)  *.*/\1/p' >"$work/commands"
# loket fleet create ..., loket officer add | ...
while read -r command; do
	help "$command" | sed -n "s/^loket \($command [a-z][a-z]*\).*/\1/p"
done <"$work/commands" >"$work/more"
holds "the help lists commands, and some of them more" \
    sh -c '[ "$(wc -l <"$1")" -ge 11 ] && [ "$(wc -l <"$2")" -ge 12 ]' sh \
    "$work/commands" "$work/more"
# What stands in the page as a command: "fleet create", "fleet".
sed -n 's/^\.It Cm //p' "$page" | sed 's/ Cm / /; s/ \(Ar\|Fl\|Op\|Oo\) .*//' |
    awk '{ print; print $1 }' | sort -u >"$work/items"
is_empty "every command has its entry" \
    "$(sort -u "$work/commands" "$work/more" | comm -23 - "$work/items")"
is_empty "and no entry is of a command that is not" \
    "$(sort -u "$work/commands" "$work/more" | comm -13 - "$work/items")"

{
	help
	while read -r command; do
		help "$command"
	done <"$work/commands"
} | grep -o -e '--[a-z][a-z-]*' | sort -u >"$work/options"
grep -o 'Fl -[a-z][a-z-]*' "$page" | sed 's/Fl -/--/' | sort -u >"$work/fl"
is_empty "every option is told of" "$(comm -23 "$work/options" "$work/fl")"
for exit in 0 1 2 3 4 75; do
	holds "so is exit $exit" grep -qx "\.It $exit" "$page"
done
if command -v groff >/dev/null && [ -n "$(find /usr/share/groff \
    /usr/lib/groff -name 'mdoc.tmac' 2>/dev/null)" ]; then
	groff -mdoc -Tascii -ww -z "$page" >"$work/said" 2>&1
	is_empty "groff finds nothing wrong" "$(cat "$work/said")"
else
	skip "groff finds nothing wrong" "no groff with mdoc"
fi
finish
