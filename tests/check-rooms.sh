#!/bin/sh
# The rooms and what each may use. This table is the table of record: to widen
# it is a decision, argued in a commit of its own.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
cd "$LOKET_SRCDIR" || exit 99

rooms="base domain forms store desk paper sync ui screens cli"

may_use() {
	case $1 in
	base) echo "" ;;
	domain) echo "base" ;;
	forms) echo "domain base" ;;
	store) echo "domain base" ;;
	desk) echo "forms store domain base" ;;
	paper) echo "forms domain base" ;;
	sync) echo "store domain base" ;;
	ui) echo "base" ;;
	screens) echo "desk paper ui forms domain base" ;;
	cli) echo "screens sync desk paper ui forms store domain base" ;;
	esac
}

# What of the system only some rooms may name, as header or as call.
owners() {
	cat <<-'END'
	store sqlite3\.h
	base sodium\.h
	base utf8proc\.h
	base zstd[a-z_]*\.h
	base iconv\.h
	base spawn\.h
	END
}

private_calls() {
	cat <<-'END'
	base v?fork
	base exec[lv]p?e?
	base (execveat|fexecve|posix_spawnp?|clone3?)
	base (malloc|calloc|realloc|reallocarray|strdup|strndup)
	base (v?asprintf|getline|getdelim|open_memstream)
	cli (time|gettimeofday|localtime_r|gmtime_r|ftime)
	cli (getrandom|getentropy|random|random_r|drand48|arc4random[a-z_]*)
	cli (getenv|secure_getenv|setenv|putenv|unsetenv|clearenv)
	(base|cli) (sigaction|signal|umask|setrlimit)
	(base|cli|ui) sigprocmask
	END
}

sources() {
	find "src/$1" "include/$1" -name '*.[ch]' 2>/dev/null | sort
}

includes() {
	sources "$1" | xargs awk '
		/^#[ \t]*include/ { print FILENAME ":" FNR ":" $2 }' /dev/null
}

wrong_includes() {
	includes "$1" | awk -F : -v room="$1" -v may=" $(may_use "$1") " '
		$3 ~ /^"/ {
			from = $3
			gsub(/"/, "", from)
			if (from !~ /\//) {
				print $0 " (a header is named room/file.h)"
				next
			}
			sub(/\/.*/, "", from)
			if (from != room && index(may, " " from " ") == 0)
				print
		}'
}

for room in $rooms; do
	is_empty "$room includes only: $(may_use "$room")" \
	    "$(wrong_includes "$room")"
done

for room in $rooms; do
	includes "$room"
done >"$work/includes"
owners | while read -r owner header; do
	grep "<$header>" "$work/includes" |
	    grep -Ev "^(src|include)/$owner/"
done >"$work/foreign"
is_empty "SQLite only in store; sodium, utf8proc, zstd, iconv, spawn in base" \
    "$(cat "$work/foreign")"

is_empty "curses only in src/ui/term_curses.c" \
    "$(grep -E '<(n?curses[a-z_w/]*|term|panel|form|menu)\.h>' \
	"$work/includes" | grep -v '^src/ui/term_curses\.c:')"

find src include -name '*.[ch]' | sort |
    xargs awk -f tests/lib/code.awk >"$work/code"
private_calls | while read -r owner call; do
	grep -E "(^|[^a-z_A-Z0-9.>])$call\(" "$work/code" |
	    grep -Ev "^(src|include)/$owner/"
done >"$work/calls"
is_empty "memory, fork and exec in base; clock, random, environment in cli" \
    "$(cat "$work/calls")"

# A deadline needs a clock that nobody sets; that one tells no time of day.
is_empty "outside cli only the monotonic clock is read" \
    "$(grep 'clock_gettime(' "$work/code" | grep -v '^src/cli/' |
	grep -Ev '^src/(base|ui)/.*CLOCK_MONOTONIC')"

# The linker's own word: each room whole, with nothing but what it may use, and
# what those rooms stand on in their turn.
stands_on() {
	for name in $(may_use "$1"); do
		echo "$name"
		stands_on "$name"
	done | sort -u
}

outside() {
	for name in "$1" $(stands_on "$1"); do
		case $name in
		base) echo "$BASE_LIBS" ;;
		store) echo "$SQLITE_LIBS" ;;
		ui) echo "$NCURSESW_LIBS" ;;
		esac
	done
}

link_room() {
	set -- "$1" -Wl,--whole-archive "$LOKET_BUILDDIR/lib$1.a" \
	    -Wl,--no-whole-archive
	room=$1
	set -- "$@" -Wl,--start-group
	for name in $(stands_on "$room"); do
		set -- "$@" "$LOKET_BUILDDIR/lib$name.a"
	done
	set -- "$@" -Wl,--end-group
	shift
	# shellcheck disable=SC2046,SC2086
	$CC $LINK_FLAGS -o "$work/whole" "$work/main.c" "$@" $(outside "$room")
}

echo 'int main(void) { return 0; }' >"$work/main.c"
for room in $rooms; do
	holds "$room links with no other room" link_room "$room"
done

finish
