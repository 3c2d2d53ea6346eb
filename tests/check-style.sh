#!/bin/sh
# The style guide (src/HACKING), as far as a script can see it.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
if [ "${SANITIZE-}" = yes ] || [ "${LOKET_TESTED-}" = yes ]; then
	skip "the style guide" "once is enough"
	finish
fi
cd "$LOKET_SRCDIR" || exit 99
LC_ALL=C
export LC_ALL

# Every file that is written by hand; nothing that a build leaves behind.
find bootstrap configure.ac Makefile.am README COPYING .ci .clang-format \
    .clang-tidy .editorconfig src include forms data tests \
    -name .deps -prune -o -type f ! -name '*.o' ! -name '*.a' \
    ! -name '*.log' ! -name '*.trs' ! -name .dirstamp -print 2>/dev/null |
    sort >"$work/all"
grep -v '^tests/fuzz/corpus/' "$work/all" | while read -r file; do
	if ! grep -q . "$file" || grep -Iq . "$file"; then
		printf '%s\n' "$file"
	fi
done >"$work/text"
grep '\.[ch]$' "$work/text" >"$work/c"
grep '^src/.*\.c$\|^include/.*\.h$\|^src/.*\.h$' "$work/c" >"$work/product"

# shellcheck disable=SC2046
layout() { awk -f tests/lib/style.awk $(cat "$work/c"); }

is_empty "files of 400 lines, functions of 50, 80 columns, tabs" "$(layout)"

# shellcheck disable=SC2046
awk -f tests/lib/code.awk $(cat "$work/product") >"$work/code"

banned='strcpy|stpcpy|strcat|strncat|strncpy|sprintf|vsprintf|strtok|gets'
banned="$banned|scanf|fscanf|sscanf|atoi|atol|atoll|atof|localtime|gmtime"
banned="$banned|ctime|asctime|rand|srand|system|popen|mktemp|tmpnam|tempnam"
banned="$banned|usleep|sleep|nanosleep|alloca|setjmp|longjmp|strerror_r"
is_empty "no function that src/HACKING bans" \
    "$(grep -E "(^|[^a-zA-Z0-9_])($banned)\(" "$work/code")"
is_empty "no goto, no //, no commented-out code" \
    "$(grep -E '(^|[^a-zA-Z0-9_])goto[ ;]' "$work/code"
	xargs grep -nE '^[[:blank:]]*//|^[[:blank:]]*/\*.*;[[:blank:]]*\*/$' \
	    /dev/null <"$work/c")"

# Written apart, so that this file does not complain of itself.
marks="(TO""DO|FIX""ME|XX""X|HA""CK)([^A-Z]|$)"
is_empty "no note to do something later" \
    "$(xargs grep -nE "(^|[^A-Za-z0-9_])$marks" /dev/null <"$work/text" |
	grep -v '^COPYING:')"
places="/wor""k/|/hom""e/|/roo""t/|/far""m/"
is_empty "no path of somebody's machine" \
    "$(xargs grep -nE "(^|[^A-Za-z0-9_.~}])($places)" /dev/null \
	<"$work/text")"
# Golden screens and papers keep their blanks.
is_empty "no blank at the end of a line" \
    "$(grep -Ev '\.(scene|txt|golden)$|^COPYING$|^tests/data/' "$work/text" |
	xargs grep -nE '[[:blank:]]$' /dev/null)"
is_empty "every file ends with a newline" \
    "$(grep -v '^tests/data/' "$work/text" | while read -r file; do
	[ ! -s "$file" ] || [ -z "$(tail -c 1 "$file")" ] || echo "$file"
	done)"

guards() {
	while read -r header; do
		guard=$(echo "${header#*/}" | tr 'a-z/.-' 'A-Z___')
		[ "$(grep -c "^#ifndef $guard\$\|^#define $guard\$" \
		    "$header")" = 2 ] || echo "$header: guard $guard is missing"
	done
}
grep '^\(src\|include\)/.*\.h$' "$work/c" >"$work/headers"
is_empty "every header is guarded by its room and name" \
    "$(guards <"$work/headers")"

# All at once is fast; one by one only to name the guilty.
alone() {
	while read -r header; do
		echo "#include \"${header#*/}\"" >"$work/alone.c"
		$CC -std=c17 $CPPFLAGS_ALL -Iinclude -Isrc -fsyntax-only \
		    "$work/alone.c" || echo "$header does not stand alone"
	done
}
# shellcheck disable=SC2086
is_empty "every header stands alone" "$(alone <"$work/headers" 2>&1)"

# src/README: one line for each source, below the heading of its room. A
# header may be listed too.
awk '/^## / { room = $2 }
	/^  [a-z0-9_]+\.[ch]  / { print room "/" $1 }' src/README |
    sort >"$work/listed"
sed -n 's|^src/\([^/]*/[^/]*\.c\)$|\1|p' "$work/product" |
    sort >"$work/sources"
sed -n 's|^[a-z]*/\([^/]*/[^/]*\.[ch]\)$|\1|p' "$work/product" |
    sort -u >"$work/files"
is_empty "src/README lists every source, each once" \
    "$(comm -13 "$work/listed" "$work/sources"; uniq -d "$work/listed")"
is_empty "src/README lists no file that is not there" \
    "$(comm -23 "$work/listed" "$work/files")"
finish
