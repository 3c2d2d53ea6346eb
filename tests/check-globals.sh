#!/bin/sh
# No room keeps state of its own: nothing writable outside functions, and no
# static locals. Constant tables are fine; they stand in .rodata and
# .data.rel.ro.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
cd "$LOKET_BUILDDIR" || exit 99

if [ "$SANITIZE" = yes ]; then
	skip "no mutable globals" "the sanitizers add their own"
	finish
	exit
fi

# Names that may stay. A signal handler is given nothing, so that what it
# notes must have a fixed place: src/cli/signals.c.
allowed='^signals$'

for library in lib*.a; do
	objdump -t "$library"
done 2>/dev/null | awk '
	/file format/ { object = $1 }
	$0 ~ / O (\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ &&
	    $0 !~ / \.data\.rel\.ro/ { print object " " $NF }' |
    awk -v allowed="$allowed" '$2 !~ allowed' >"$work/globals"

is_empty "no mutable globals and no static locals in any room" \
    "$(cat "$work/globals")"
finish
