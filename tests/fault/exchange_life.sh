#!/bin/sh
# Rows D of the exchange: a register is copied to another machine, is put back
# from an older day with and without its anchor, and clocks jump while a round
# goes on. Nothing is lost; nobody goes on as somebody else. Rows D2, D6 to D9
# are in tests/unit/store_life_test.c and sync_round_test.c, D5 in
# tests/cli/fleet_day.sh.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"

# machine FOLDER BOARD DISK CARD
machine() {
	mkdir -p "$1/etc" "$1/sys/class/dmi/id" "$1/sys/block/sda/device" \
	    "$1/sys/class/net/eth0/device"
	echo "$2" >"$1/sys/class/dmi/id/product_uuid"
	echo "$3" >"$1/sys/block/sda/device/serial"
	echo 0 >"$1/sys/block/sda/removable"
	echo "$4" >"$1/sys/class/net/eth0/address"
	echo "$2 $3" >"$1/etc/machine-id"
}

machine "$work/pc" board-1 disk-1 aa:bb:cc:00:00:01
machine "$work/pc2" board-2 disk-2 aa:bb:cc:00:00:02
LOKET_ROOT=$work/pc
export LOKET_ROOT
fleet 2
at 1 write 1
at 2 write 2
{ settle; settle; } >"$work/said"
is_empty "two counters have agreed" "$(cat "$work/said")"
keep start

# The image of a disk, put into a second machine; both work and both publish.
cp -R "$now/c1" "$now/c3"
at 1 write 11
at 3 write 13
at 3 write 2 'Diubah di salinan'
sync 1
is "row D1: the one that was copied goes on as it was" "$answer $errors" "0 "
LOKET_ROOT=$work/pc2
sync 3
LOKET_ROOT=$work/pc
is "row D1: the copy takes a new life" \
    "$answer $(echo "$errors" | grep -c L01B)" "0 1"
fleet_n=3
{ settle; settle; } >"$work/said"
is_empty "row D1: and both go on" "$(cat "$work/said")"
cat >"$work/wanted" <<'END'
Diubah di salinan
Pemohon 1
Pemohon 11
Pemohon 13
conflicts 0 forks 0
END
is_empty "row D1: nothing of either is lost" "$(differences)"
fleet_n=2

# Yesterday's register comes back by hand. Its anchor knows better.
renew start
cp -R "$now/c1" "$work/yesterday"
at 1 write 11
sync 1
cp -R "$now" "$work/today"
rm -r "$now/c1"
cp -R "$work/yesterday" "$now/c1"
cp "$work/today/c1/loket/"*.anchor "$now/c1/loket"
at 1 write 14
# Told before the share was ever looked at.
mv "$now/share" "$work/away"
sync 1
mv "$work/away" "$now/share"
is "row D3: a register of yesterday is told by its anchor" \
    "$answer $(echo "$errors" | grep -c L01B)" "75 1"
cat >"$work/wanted" <<'END'
Pemohon 1
Pemohon 11
Pemohon 14
Pemohon 2
conflicts 0 forks 0
END
is_empty "row D3: today's work returns from the share" "$(recover)"

# The anchor, too: then it is the share that knows better.
rm -r "$now"
cp -R "$work/today" "$now"
rm -r "$now/c1"
cp -R "$work/yesterday" "$now/c1"
at 1 write 14
old=$now/share/w/$(at 1 writer)
before=$(find "$old" -name '*.bnd' | wc -l)
sync 1
is "row D4: without its anchor it is told by the share" \
    "$answer $(echo "$errors" | grep -c L01B)" "0 1"
is "row D4: nothing more is published under the old name" \
    "$(find "$old" -name '*.bnd' | wc -l)" "$before"
is_empty "row D4: today's work returns from the share" "$(recover)"

# At each look at the clock it is another day, later or earlier.
for step in 86400000 -86400000; do
	renew start
	at 1 write 11
	at 2 write 12
	{
		LOKET_CLOCK_STEP=$step sync 1
		echo "$answer"
		LOKET_CLOCK_STEP=$step sync 2
		echo "$answer"
	} >"$work/said"
	is "row D10: rounds go well while the clock jumps by $step ms" \
	    "$(tr '\n' ' ' <"$work/said")" "0 0 "
	cat >"$work/wanted" <<-'END'
	Pemohon 1
	Pemohon 11
	Pemohon 12
	Pemohon 2
	conflicts 0 forks 0
	END
	is_empty "row D10: and all is well" "$(recover)"
	renew start
	begun=$(date +%s%N)
	LOKET_CLOCK_STEP=$step LOKET_SHARE_MS=400 LOKET_FAIL=S09:1:hang \
	    sync 1 --thorough
	at 1 write 11
	LOKET_CLOCK_STEP=$step LOKET_SHARE_MS=400 LOKET_FAIL=S09:1:hang sync 1
	took=$((($(date +%s%N) - begun) / 1000000))
	is "row D10: a share that hangs is given up" "$answer" 75
	holds "row D10: at the deadline, whatever the clock says" \
	    [ "$took" -lt 4800 ]
done
finish
