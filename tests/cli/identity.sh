#!/bin/sh
# A register that went back in time, or turns up on another machine, takes a
# new life; one that did neither notices nothing.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

LOKET_CLOCK=2026-11-02T08:00
LOKET_ROOT=$work/pc
export LOKET_CLOCK LOKET_ROOT
data=$work/data
phrase='empat kata yang panjang'
echo "$phrase" >"$work/ani"

# machine FOLDER BOARD DISK CARD INSTALLATION
machine() {
	mkdir -p "$1/etc" "$1/sys/class/dmi/id" "$1/sys/block/sda/device" \
	    "$1/sys/class/net/eth0/device"
	echo "$2" >"$1/sys/class/dmi/id/product_uuid"
	echo "$3" >"$1/sys/block/sda/device/serial"
	echo 0 >"$1/sys/block/sda/removable"
	echo "$4" >"$1/sys/class/net/eth0/address"
	echo "$5" >"$1/etc/machine-id"
}

# The letter of the register's numbers, as the fleet's list has it.
letter() {
	"$loket" --data "$1" --assets "$LOKET_SRCDIR" fleet list --json |
	    tr -d '\n ' | tr '{' '\n' | grep '"self":true' |
	    sed 's/.*"letter":"\(.\)".*/\1/'
}

add() {
	printf '%s\n%s\n' "$phrase" "$phrase" |
	    "$loket" --data "$1" --assets "$LOKET_SRCDIR" officer add "$2" \
		"Nama $2" --as ani --roles petugas --passphrase-fd 0
}

machine "$work/pc" board-1 disk-1 aa:bb:cc:00:00:01 install-1
run_ok --data "$data" init --station L01 --officer ani --name 'Ani Lestari' \
    --passphrase-fd 3 3<"$work/ani"
printf '%s\n%s\n' "$phrase" "$phrase" >"$work/both"
run_ok --data "$data" fleet create --as ani --passphrase-fd 3 3<"$work/both"
holds "an anchor lies apart from the register" \
    sh -c 'ls "$1"/.local/state/loket/*.anchor >/dev/null' sh "$work"
add "$data" budi 2>"$work/errors"
is_empty "the same register on the same machine is nothing to speak of" \
    "$(cat "$work/errors")"
is "its letter is the first" "$(letter "$data")" A

run_ok --data "$data" backup "$work/backup.db"
add "$data" citra
add "$data" dedi 2>/dev/null
add "$data" eko 2>/dev/null
cp "$work/backup.db" "$data/loket.db"
rm -f "$data/loket.db-wal" "$data/loket.db-shm"
add "$data" fitri 2>"$work/errors"
holds "row D3: a backup put back by hand is noticed" \
    grep -q 'L01B' "$work/errors"
is "it goes on with another letter" "$(letter "$data")" B
run_ok --data "$data" fleet list
is "the old life vouches for the new one" \
    "$(echo "$output" | cut -f 1,2 | tr '\t\n' '  ')" \
    "L01 berganti L01B aktif "
add "$data" gita 2>"$work/errors"
is_empty "once" "$(cat "$work/errors")"
run_ok --data "$data" check
is "the register is sound" "$answer" 0

machine "$work/pc" board-1 disk-2 aa:bb:cc:00:00:01 install-2
add "$data" hani 2>"$work/errors"
is_empty "a new disk and a new installation are the same machine" \
    "$(cat "$work/errors")"

cp -r "$data" "$work/copy"
machine "$work/pc2" board-2 disk-9 aa:bb:cc:00:00:99 install-2
LOKET_ROOT=$work/pc2 add "$work/copy" ida 2>"$work/errors"
holds "row D1: a copy on another machine is noticed" \
    grep -q 'L01C' "$work/errors"
is "and has a letter of its own" "$(LOKET_ROOT=$work/pc2 letter "$work/copy")" C
add "$data" joko 2>"$work/errors"
is_empty "the one it was copied from goes on" "$(cat "$work/errors")"
is "under its letter" "$(letter "$data")" B

cp -r "$data" "$work/twin"
add "$data" kiki 2>"$work/errors"
add "$work/twin" lina 2>"$work/errors"
holds "a copy on the same machine that lags behind is noticed, too" \
    grep -q 'L01C' "$work/errors"

# Where no state can be kept, work goes on.
echo x >"$work/file"
HOME=$work/file run --data "$data" officer list --as ani --passphrase-fd 3 \
    3<"$work/ani"
is "without a folder for anchors there is no anchor" "$answer" 0

printf 'data %s\nstate %s\n' "$work/named" "$work/anchors" >"$work/loket.conf"
run_ok init --station L02 --officer ani --name Ani --passphrase-fd 3 \
    3<"$work/ani"
is "loket.conf names where anchors lie" "$(ls "$work/anchors" | wc -l)" 1
finish
