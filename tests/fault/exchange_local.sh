#!/bin/sh
# Rows A of the exchange that are about this machine: two rounds at once, a
# full disk, a damaged register, a value changed behind the log, a child that
# never ends. A1: exchange_kill.sh; A2 to A4: exchange_power.sh.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"

fleet 2
at 1 write 1
at 2 write 2
{ settle; settle; } >"$work/said"
is_empty "two counters have agreed" "$(cat "$work/said")"
at 1 write 11
at 2 write 12
sync 2
keep start
cat >"$work/wanted" <<'END'
Pemohon 1
Pemohon 11
Pemohon 12
Pemohon 2
conflicts 0 forks 0
END

# The first one hangs on the share until it is stopped.
LOKET_FAIL=S09:1:hang LOKET_SHARE_MS=20000 "$loket" \
    --assets "$LOKET_SRCDIR" --data "$now/c1" sync --share "$now/share" \
    --quiet >"$work/first" 2>&1 &
first=$!
until [ -n "$(find "$now/share" -name '*.part')" ]; do
	kill -0 "$first" || break
done
sync 1
is "row A7: a second round at once is locked out" "$answer" 4
holds "and the desk goes on meanwhile" at 1 write 13
kill "$first"
wait "$first"
echo 'Pemohon 13' >>"$work/wanted"
sort "$work/wanted" | grep -v forks >"$work/x"
{ cat "$work/x"; echo 'conflicts 0 forks 0'; } >"$work/wanted"
is_empty "stopped by its owner, all is well" "$(recover)"
sed -i.bak /13/d "$work/wanted"

# Bundles of a busy day are applied while somebody types: he waits for one of
# them, not for all. Another program may be in the way once, not three times.
renew start
limit=1000
[ "${SANITIZE-}" != yes ] || limit=5000
for i in 1 2 3 4 5 6 7 8; do
	at 1 many $((i * 10000)) $((i * 10000 + 999))
done
sync 1
keep busy
for try in 1 2 3; do
	renew busy
	rm -f "$work/stop"
	at 2 desk "$work/stop" >"$work/desk" 2>&1 &
	begun=$(date +%s%N)
	sync 2
	took=$((($(date +%s%N) - begun) / 1000000))
	: >"$work/stop"
	wait
	said="$answer $(cat "$work/desk")"
	read -r longest written <"$work/desk"
	say "applied in $took ms, waited $longest ms, $written writes"
	case $said in *[!0-9\ ]*) break ;; esac
	[ "$longest" -ge "$limit" ] || [ "$longest" -ge $((took / 2)) ] || break
done
is_empty "row A6: who types while bundles are applied is not told of it" \
    "$(echo "$said" | grep -v '^0 [0-9]* [0-9]*$')"
holds "row A6: and waits for less than a second" [ "$longest" -lt "$limit" ]
holds "row A6: of one bundle, not of all" [ "$longest" -lt $((took / 2)) ]

# No file may grow beyond n blocks: the register is full, the share is not.
size=$(($(wc -c <"$work/at-start/c1/loket.db") / 512))
for blocks in 1 8 32 64 "$size"; do
	renew start
	(ulimit -f "$blocks" && sync 1 >"$work/said" 2>&1)
	recover | sed "s/^/$blocks: /"
done >"$work/complaints"
is_empty "row A8: a full disk of this machine loses nothing" \
    "$(cat "$work/complaints")"

renew start
size=$(($(wc -c <"$now/c1/loket.db") / 4096))
before=$(find "$now/share" | wc -l)
for page in $(seq 3 $((size - 1))); do
	dd if=/dev/zero of="$now/c1/loket.db" bs=4096 seek="$page" count=1 \
	    conv=notrunc 2>"$work/dd"
done
sync 1
is "row A9: of a damaged register nothing is published" \
    "$answer $(find "$now/share" | wc -l)" "1 $before"

if ! command -v sqlite3 >"$work/which"; then
	skip "row A10: a value changed behind the log is named" "no sqlite3"
else
	renew start
	is_empty "before it, all is well" "$(recover)"
	sqlite3 "$now/c1/loket.db" "PRAGMA writable_schema = ON;
	    SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND
	    tbl_name = 'application'" >"$work/triggers" 2>&1
	sqlite3 "$now/c1/loket.db" "SELECT 'DROP TRIGGER ' || name || ';'
	    FROM sqlite_schema WHERE type = 'trigger' AND
	    tbl_name = 'application'" >"$work/drop"
	sqlite3 "$now/c1/loket.db" "SELECT sql || ';' FROM sqlite_schema
	    WHERE type = 'trigger' AND tbl_name = 'application'" \
	    >"$work/make"
	{ cat "$work/drop"
	  echo "UPDATE application SET name = 'Lain' WHERE name = 'Pemohon 2';"
	  cat "$work/make"; } | sqlite3 "$now/c1/loket.db"
	sync 1
	sync 2
	sync 1
	is "row A10: a value changed behind the log is named at both" \
	    "$(at 1 peers | sed 's/.* //') $(at 2 peers | sed 's/.* //')" \
	    "differs differs"
fi

renew start
LOKET_SHARE_MS=300 LOKET_FAIL=S06:1:hang sync 1
is "row A12: a child that never ends is ended at the deadline" "$answer" 75
holds "and is gone" flock -n "$now/c1/share.lock" true
is_empty "and then all is well" "$(recover)"
finish
