#!/bin/sh
# Files that somebody or something damaged: a text of data/, a page of the
# register, a row changed behind the log's back.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

act=$LOKET_BUILDDIR/tests/lib/act
mkdir "$work/now" "$work/assets"
cp -R "$LOKET_SRCDIR/data" "$LOKET_SRCDIR/forms" "$work/assets"
chmod -R u+w "$work/assets"
ACT_ASSETS=$work/assets
export ACT_ASSETS
"$act" "$work/now" init receive 1 receive 2 checks 2 look >"$work/said" ||
    exit 99
digest=$(sed -n 's/^digest //p' "$work/said")

at() {
	at=$1
	shift
	run --assets "$work/assets" --data "$work/$at" "$@"
}
renew() {
	rm -rf "$work/copy"
	cp -R "$work/now" "$work/copy"
}

# The last good text of the standard stays in use, and somebody is told.
standard=$work/assets/data/standards/032.conf
cp "$standard" "$work/good.conf"
for damage in 's/requirement A2/requirement A1/' 's/^standard .*/standard {/' \
    '/^}/d' 's/./\xff/'; do
	renew
	sed "$damage" "$work/good.conf" >"$standard"
	is "with $damage the standard is still served" \
	    "$("$act" "$work/copy" checks 1 complete 1 receive 3 2>&1 |
		tail -n 1)" "done receive 3 L03-2026-0003"
	at copy officer list
	is "and loket says so ($damage)" "$(printf '%s\n' "$errors" |
	    grep -c '032.conf ditolak; dipakai isi lama')" 1
done
rm "$standard"
renew
is "also when the file is gone" \
    "$("$act" "$work/copy" receive 3 2>&1)" "done receive 3 L03-2026-0003"
cp "$work/good.conf" "$standard"

# Each page in turn: a check finds it, says where, and never falls.
pages=$(($(wc -c <"$work/now/loket.db") / 4096))
page=0
while [ "$page" -lt "$pages" ]; do
	for filler in /dev/zero "$LOKET_SRCDIR/COPYING"; do
		renew
		dd if="$filler" of="$work/copy/loket.db" bs=4096 count=1 \
		    seek="$page" conv=notrunc 2>"$work/dd"
		at copy check
		case $page:$answer in
		0:1) ;; # it is no register any more
		*:3) printf '%s\n' "$output" | grep -q . ||
			echo "page $page: nothing named" ;;
		*) echo "page $page of $filler: $answer $errors" ;;
		esac
	done
	page=$((page + ${FAULT_STEP:-3}))
done >"$work/pages"
is_empty "a check finds a damaged page, each of $pages" "$(cat "$work/pages")"
renew
dd if=/dev/zero of="$work/copy/loket.db" bs=4096 count=1 seek=20 \
    conv=notrunc 2>"$work/dd"
at copy check
holds "and names it" grep -q 'Page 21' "$work/out"
is "and sends to the backup" "$(printf '%s\n' "$errors" |
    grep -c 'pulihkan dari cadangan')" 1

if ! command -v sqlite3 >"$work/which"; then
	skip "a row changed by another tool" "no sqlite3"
	finish
fi

# Another tool has no capture function, so that it cannot write at all.
renew
for text in "UPDATE application SET name = 'Lain'" \
    "DELETE FROM event" "INSERT INTO _op DEFAULT VALUES" \
    "INSERT INTO person(id) VALUES(zeroblob(16))"; do
	sqlite3 "$work/copy/loket.db" "$text" >"$work/said" 2>&1
	is "sqlite3 may not: $text" "$? $(grep -c 'no such function' \
	    "$work/said")" "1 1"
done
at copy digest
is "and nothing has changed" "$output" "$digest"

# It takes the trigger away first: that is seen, and nothing more is written.
sqlite3 "$work/copy/loket.db" "DROP TRIGGER application_update;
    UPDATE application SET name = 'Lain' WHERE number LIKE '%0002'"
"$act" "$work/copy" receive 3 >"$work/said" 2>&1
is "without its trigger nothing is received" "$? $(cut -d: -f1 "$work/said")" \
    "1 corrupt store.schema-changed application_update"
at copy check
is "a check finds it" "$answer" 3
is "and names the trigger" "$(printf '%s\n' "$output" |
    grep -c 'Susunan tabel berbeda: application_update')" 1
is "and the cell that was changed" "$(printf '%s\n' "$output" |
    grep -c '^application .*: isian name diubah')" 1
exec 3<<'END'
delapan gajah menari pelan
END
run_ok --assets "$work/assets" --data "$work/copy" check --repair --as ani \
    --passphrase-fd 3
exec 3<&-
at copy check
is "repaired, it is whole" "$answer" 0
is "and receives the next number" \
    "$("$act" "$work/copy" receive 3)" "done receive 3 L03-2026-0003"

# The schema itself is overwritten: the trigger is there, and does nothing.
renew
sqlite3 "$work/copy/loket.db" "PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = 'CREATE TRIGGER application_update AFTER
    UPDATE ON application BEGIN SELECT 1; END'
    WHERE name = 'application_update'" >"$work/said" 2>&1
if [ -s "$work/said" ]; then
	skip "a trigger overwritten" "this sqlite3 is defensive"
else
	at copy check
	is "a trigger overwritten is found" "$answer $(printf '%s\n' \
	    "$output" | grep -c application_update)" "3 1"
	"$act" "$work/copy" receive 3 >"$work/said" 2>&1
	is "and nothing is received" "$? $(cut -d: -f1 "$work/said")" \
	    "1 corrupt store.schema-changed application_update"
fi
finish
