#!/bin/sh
# Rows B of the exchange: the share is absent, another's, hung, slow, full,
# read-only, or full of other things. The rest of them, call by call, is in
# tests/unit/sync_share_put_test.c and its neighbours.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
if [ -z "${EXCHANGE_OWN-}" ] && unshare -m true >/dev/null 2>&1; then
	# Whatever is mounted from here on goes with this process.
	EXCHANGE_OWN=1 exec unshare -m sh "$0"
fi
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"

reason() { printf '%s\n' "$output" | sed 's/.*"reason":\(.*\)}/\1/'; }
ms() { echo $(($(date +%s%N) / 1000000)); }

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

mv "$now/share" "$now/away"
sync 1
is "row B1: without the share's folder: try later" "$answer $(reason)" \
    '75 "share.no-marker"'
mkdir "$now/share"
sync 1
is "row B1: an empty mount point: try later" "$answer $(reason)" \
    '75 "share.no-marker"'
is_empty "and it stays empty" "$(ls -A "$now/share")"

"$counters" marker "$now/share" lain
sync 1
is "row B2: another fleet's share is refused" "$answer $(reason)" \
    '75 "share.other-fleet"'
is "and nothing is written there" "$(ls -A "$now/share")" fleet
echo junk >"$now/share/fleet"
sync 1
is "a marker that is none is refused" "$answer $(reason)" \
    '75 "sync.marker-wrong"'
rm -r "$now/share"
mv "$now/away" "$now/share"
is_empty "back, all is well" "$(recover)"

for point in S06 S09 S13 S17; do
	renew start
	begun=$(ms)
	LOKET_SHARE_MS=400 LOKET_FAIL=$point:1:hang sync 1
	took=$(($(ms) - begun))
	is "row B3: a share that hangs at $point: try later" \
	    "$answer $(reason)" '75 "share.hung"'
	holds "within the deadline and 2 s" [ "$took" -lt 2400 ]
	sync 1
	is "and the next round is a good one" "$answer" 0
done
is_empty "and all is well" "$(recover)"

renew start
exec 8>"$now/c1/share.lock"
flock -n 8
sync 1
is "row B4: while a child hangs no second is started" "$answer $(reason)" \
    '75 "share.stuck"'
exec 8>&-
is_empty "when it is gone, all is well" "$(recover)"

renew start
hurt S07:1:kill 1
is "row B5: gone in the middle of a file" "$answer" 75
holds "a part is left" [ -n "$(find "$now/share" -name '*.part')" ]
is_empty "the next round is a good one" "$(recover)"
is_empty "and the part is gone" "$(find "$now/share" -name '*.part')"

renew start
LOKET_FAIL=S08:1:slow sync 1
is "row B6: a slow share is waited for" "$answer" 0
renew start
LOKET_SHARE_MS=30 LOKET_FAIL=S08:1:slow sync 1
is "row B6: but not for ever" "$answer $(reason)" '75 "share.hung"'
is_empty "no file of it counts" "$(find "$now/share/w" -name '*.bnd' |
    grep -v part | while read -r name; do
	[ -s "$name" ] || echo "$name"; done)"
is_empty "and then all is well" "$(recover)"

renew start
hurt S07:1:error 1
is "row B7: a full share: try later" "$answer $(reason)" '75 "share.full"'
is_empty "no part is left" "$(find "$now/share" -name '*.part')"
holds "what others sent is here all the same" \
    sh -c '"$@" | grep -q "Pemohon 12"' sh "$counters" look "$now/c1"
is_empty "with room again all is well" "$(recover)"
renew start
hurt S10:1:error 1
is "row B8: full at the close: try later" "$answer $(reason)" \
    '75 "share.full"'
is_empty "with room again all is well" "$(recover)"

# B21: what a share collects.
renew start
find "$now/share" -type d | while read -r folder; do
	echo x >"$folder/Thumbs.db"
	echo x >"$folder/.DS_Store"
	echo x >"$folder/desktop.ini"
	echo x >"$folder/0000000001-aaaaaaaaaaaaaaaa.bnd"
	echo x >"$folder/0000000009-aaaaaaaaaaaaaaaa.det"
	echo x >"$folder/Salinan dari $(basename "$folder")"
	mkdir "$folder/0000000003-aaaaaaaaaaaaaaaa.det" "$folder/kosong"
	mkfifo "$folder/0000000004-aaaaaaaaaaaaaaaa.det"
	ln -s / "$folder/akar"
	ln -s /dev/zero "$folder/0000000005-aaaaaaaaaaaaaaaa.det"
done
recover >"$work/said"
is_empty "row B21: among other things all is well" \
    "$(grep -v 'sync.outrun' "$work/said")"
holds "and what looks like ours is named" \
    sh -c '"$@" | grep -q "sync\."' sh "$counters" quarantine "$now/c1"

# One's own folder alone may not be written; root is stopped by a mount only.
renew start
own=$now/share/w/$(at 1 writer)
denied="row B10: a folder of one's own that may not be written"
if [ "$(id -u)" != 0 ]; then
	forbid() { chmod -R a-w "$own"; }
	allow() { chmod -R u+w "$own"; }
else
	forbid() {
		mount --bind "$own" "$own" && mount -o remount,ro,bind "$own"
	}
	allow() { umount "$own"; }
fi
if { [ "$(id -u)" = 0 ] && [ -z "${EXCHANGE_OWN-}" ]; } ||
    ! forbid 2>"$work/why"; then
	skip "$denied" "mounting is not permitted"
else
	sync 1
	is "$denied is told by name" "$answer $(reason) $(echo "$errors" |
	    grep -c "$(basename "$own")")" '75 "share.denied" 1'
	holds "row B10: what others sent is here all the same" \
	    sh -c '"$@" | grep -q "Pemohon 12"' sh "$counters" look "$now/c1"
	allow
	is_empty "row B10: when it may, all is well" "$(recover)"
fi

small="row B7: a small share that fills up takes no half file"
mounted="row B9: from a read-only share is read"
renew start
if [ -z "${EXCHANGE_OWN-}" ] || ! mkdir "$work/disk" ||
    ! mount -t tmpfs -o size=128k tmpfs "$work/disk" 2>"$work/why"; then
	skip "$small" "mounting is not permitted"
	skip "$mounted" "mounting is not permitted"
	finish
fi
trap 'umount -l "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
cp -R "$now/share/." "$work/disk"
rm -r "$now/share"
ln -s "$work/disk" "$now/share"
at 1 many 100 2000
dd if=/dev/zero of="$work/disk/filler" bs=4k count=8 2>"$work/dd"
sync 1
is "$small" "$answer $(reason) $(find "$work/disk" -name '*.part')" \
    '75 "share.full" '
rm "$work/disk/filler"
mount -o remount,size=8m "$work/disk"
at 1 see | sed '$d' >"$work/wanted"
is_empty "with room again all is well" "$(recover)"

at 1 write 13
at 2 write 14
sync 2
mount -o remount,ro "$work/disk"
sync 1
is "$mounted" "$answer $(reason)" '75 "share.denied"'
holds "what others sent is here all the same" \
    sh -c '"$@" | grep -q "Pemohon 14"' sh "$counters" look "$now/c1"
mount -o remount,rw "$work/disk"
at 1 see | sed '$d' >"$work/wanted"
is_empty "writable again all is well" "$(recover)"
finish
