#!/bin/sh
# Codes and sentences agree. A code is a literal like "nik.short" in src/ or
# include/, a sentence is a row of src/screens/words*.c. "fail.%s" stands for
# all codes of its group.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
cd "$LOKET_SRCDIR" || exit 99
LC_ALL=C
export LC_ALL

find src include -name '*.[ch]' | sort >"$work/all"
grep '^src/screens/words_' "$work/all" >"$work/tables"
grep -v '^src/screens/words_' "$work/all" >"$work/others"

# shellcheck disable=SC2046
sed -n 's/^[[:blank:]]*{ *"\([a-z0-9.-]*\)",.*/\1/p' \
    $(cat "$work/tables") | sort >"$work/sentences"
cut -d . -f 1 "$work/sentences" | sort -u >"$work/groups"

xargs awk -v codes=1 -f tests/lib/code.awk <"$work/others" >"$work/code"

# CODE FILE:LINE, for each literal that looks like one and is no file's name.
awk '{
	match($0, /^[^:]*:[0-9]*:/)
	place = substr($0, 1, RLENGTH - 1)
	n = split(substr($0, RLENGTH + 1), part, "\"")
	for (i = 2; i <= n; i += 2)
		if (part[i] != "" &&
		    part[i] !~ /\.(conf|tsv|form|paper|db|sql|txt|tmp|log|com)$/)
			print part[i] " " place
}' "$work/code" | sort -u >"$work/literals"

# Literals of a group that has sentences, and all that a call hands up.
awk 'NR == FNR { group[$1] = 1; next }
	{ split($1, part, ".") }
	part[1] in group && part[2] != "%s"' \
    "$work/groups" "$work/literals" >"$work/used"
calls='fact_set|fail_say|problems_add|words|words_find|words_print'
calls="$calls|cli_say|cli_usage|notice_say"
sed 's/^[^:]*:[0-9]*://' "$work/code" | tr '\n' ' ' | tr ';{}' '\n\n\n' |
    grep -oE "(^|[^a-z_])($calls)\(.*" |
    grep -oE '"[a-z][a-z0-9-]*\.[a-z0-9-]+"' | tr -d '"' |
    sed 's/$/ (in a call)/' >>"$work/used"

is_empty "every code has its sentence" "$(
    awk 'NR == FNR { has[$1] = 1; next } !($1 in has)' \
	"$work/sentences" "$work/used" | sort -u)"

cut -d ' ' -f 1 "$work/literals" | sort -u >"$work/names"
is_empty "every sentence is said somewhere" "$(
    awk 'NR == FNR { used[$1] = 1; next }
	{ split($1, part, ".") }
	!($1 in used) && !((part[1] ".%s") in used) && part[2] != "none"' \
	"$work/names" "$work/sentences")"
is_empty "no code has two sentences" "$(uniq -d "$work/sentences")"
is_empty "every table of sentences is in the order of its codes" "$(
    while read -r table; do
	sed -n 's/^[[:blank:]]*{ *"\([a-z0-9.-]*\)",.*/\1/p' "$table" |
	    sort -c 2>&1 | sed "s|^|$table: |"
    done <"$work/tables")"
finish
