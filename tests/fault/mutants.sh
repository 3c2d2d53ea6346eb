#!/bin/sh
# The tests of the exchange can fail: four programs with one mistake each are
# built here, and the test that is there to see it must see it. They are built
# from the source, so that no program that stays has a switch for it.

. "$LOKET_SRCDIR/tests/lib/tap.sh"

# change FILE SED   a source with one mistake, and its object. A source that
#                   has not the lines it is about is a failure: follow it here
change() {
	name=$(basename "$1")
	sed -e "$2" "$LOKET_SRCDIR/src/$1" >"$work/$name"
	if cmp -s "$work/$name" "$LOKET_SRCDIR/src/$1"; then
		echo "$1 has other lines now"
		return 1
	fi
	# shellcheck disable=SC2086
	$CC $CPPFLAGS_ALL -I"$LOKET_SRCDIR/include" -I"$LOKET_SRCDIR/src" \
	    $LINK_FLAGS -c -o "$work/mutant/${name%.c}.o" "$work/$name"
}

# The changed objects come before the libraries that have the right ones.
link_it() {
	# shellcheck disable=SC2086
	$CC $LINK_FLAGS -o "$work/mutant/loket" \
	    "$LOKET_BUILDDIR/src/cli/main.o" \
	    "$LOKET_BUILDDIR/tests/lib/test_cli.o" "$work"/mutant/*.o \
	    -Wl,--start-group "$LOKET_BUILDDIR"/lib*.a -Wl,--end-group \
	    $BASE_LIBS $SQLITE_LIBS $NCURSESW_LIBS
}

durable() {
	change store/connection.c 's/synchronous = FULL/synchronous = NORMAL/
	    s/synchronous != 2/synchronous != 1/' &&
	    change store/health.c 's/\(SYNCHRONOUS_FULL\) = 2/\1 = 1/'
}

marks() {
	change store/apply.c '/fail = keep_file(/d
	    s/fail = add_entries(.*/fail = mark(store, incoming, foreign, err);\
	if (!fail)\
		&/
	    s/^apply(struct settling .*/mark(struct store *store,\
    const struct incoming *incoming, struct foreign *foreign, struct err *err)\
{\
	enum fail fail = keep_file(store, incoming, foreign->content, err);\
	if (!fail)\
		fail = sqlite_do(store->db, "COMMIT", err);\
	return fail ? fail : sqlite_do(store->db, "BEGIN IMMEDIATE", err);\
}\
\
static enum fail\
&/'
}

noted() {
	change sync/round_publish.c \
	    's/fail = store_bundle_sent(.*/fail = FAIL_NONE;/
	    s/fail = round_give(work, bundle, NAME_BUNDLE,.*/fail =\
	    store_bundle_sent(work->store, bundle->hash, err);\
	if (!fail)\
		&/'
}

unread() {
	change sync/share_put.c 's/fail = look(writing, err);/fail = FAIL_NONE;/'
}

# see NAME MUTANT TEST LINE [POINT]
# The line of TEST with these words must fail, with a fault at POINT.
see() {
	rm -rf "$work/mutant"
	mkdir "$work/mutant"
	if ! { "$2" && link_it; } >"$work/said" 2>&1; then
		fail "$1" "$(cat "$work/said")"
		return
	fi
	FAULT_STEP=1 EXCHANGE_ACTS=both EXCHANGE_POINTS=${5-} \
	    LOKET_PROGRAM=$work/mutant/loket \
	    sh "$LOKET_SRCDIR/tests/fault/$3.sh" >"$work/tap" 2>&1
	if grep "^ok .*$4.*# SKIP" "$work/tap" >"$work/skipped"; then
		skip "$1" "$(sed 's/.*# SKIP //' "$work/skipped")"
	else
		holds "$1" grep "^not ok .*$4" "$work/tap"
	fi
	say "$(sed -n '/^not ok/,/^ok/p' "$work/tap" | head -n 20)"
}

one="a commit that does not wait for the disk"
two="a bundle that is known before its records are there"
three="a bundle that is noted as sent before it is written"
four="a file that is not read back"
if [ "${SANITIZE-}" = yes ] || [ "${LOKET_TESTED-}" = yes ]; then
	for name in "$one" "$two" "$three" "$four"; do
		skip "$name" "once is enough"
	done
	finish
fi
see "row A3: $one is seen when the power is cut" durable exchange_power \
    "row A2" S14
see "$two is seen when it is killed" marks exchange_kill both S25
see "$three is seen when it is killed" noted exchange_kill both S09
see "$four is seen when the server lies" unread exchange_lies "row B19"
finish
