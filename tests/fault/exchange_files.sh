#!/bin/sh
# Rows C of the exchange: files of the share are damaged, cut, lost, moved,
# exchanged and forged. Nothing of them is believed, others' are applied
# meanwhile, and what was lost comes again.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"

bits=${EXCHANGE_BITS:-8}
cuts=${EXCHANGE_CUTS:-6}

fleet 3
for i in 1 2 3; do
	at "$i" write "$i"
done
{ settle; settle; } >"$work/said"
is_empty "three counters have agreed" "$(cat "$work/said")"
at 1 write 11
sync 1
at 1 write 12
sync 1
at 3 write 13
sync 3
keep start
cat >"$work/wanted" <<'END'
Pemohon 1
Pemohon 11
Pemohon 12
Pemohon 13
Pemohon 2
Pemohon 3
conflicts 0 forks 0
END

# The last two bundles of L01, which L02 and L03 do not have yet.
home=w/$(at 1 writer)
one=$(cd "$now/share" && ls "$home"/b/*/0000000002-*.bnd)
two=$(cd "$now/share" && ls "$home"/b/*/0000000003-*.bnd)

# L02 meets what was done, has no findings, and takes what L03 sent. Then all
# go on, the author heals what it finds damaged.
judge() {
	sync 2
	[ "$answer" = 0 ] || echo "$1: ended with $answer $errors"
	at 2 check | sed "s/^/$1: /"
	at 2 look | grep -q 'Pemohon 13' || echo "$1: L03 was held up"
	if [ "$2" = refused ] && at 2 look | grep -q 'Pemohon 12'; then
		echo "$1: it was believed"
	fi
	if [ "$2" = refused ] && ! at 2 quarantine | grep -q .; then
		echo "$1: it was not named"
	fi
	recover --thorough | sed "s/^/$1: /"
}

size=$(wc -c <"$now/share/$one")
flip() {
	byte=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
	# shellcheck disable=SC2059
	printf "\\$(printf %03o $((byte ^ 1 << $3)))" |
	    dd of="$1" bs=1 seek="$2" conv=notrunc 2>"$work/dd"
}

for i in $(seq "$bits"); do
	renew start
	flip "$now/share/$one" $((size * (i - 1) / bits)) $((i % 8))
	judge "bit $i of $bits" refused
done >"$work/complaints"
is_empty "row C1: a bit that was flipped is found, and mended" \
    "$(head -n 40 "$work/complaints")"

for i in $(seq 0 $((cuts - 1))); do
	renew start
	head -c $((size * i / cuts)) "$work/at-start/share/$one" \
	    >"$now/share/$one"
	judge "cut $i of $cuts" refused
done >"$work/complaints"
is_empty "row C2: a file that was cut is found, and mended" \
    "$(head -n 40 "$work/complaints")"

renew start
flip "$now/share/$one" 100 1
(LOKET_CLOCK=2026-11-03T08:00 sync 1)
holds "once a day each counter looks at all it has sent" \
    cmp "$now/share/$one" "$work/at-start/share/$one"

renew start
rm "$now/share/$one"
is_empty "row C3: what is missing comes again" "$(judge missing waits)"

# Its author is dead: any other that has it puts it into its own folder.
renew start
sync 3
rm "$now/share/$one"
for i in 2 3 2; do
	LOKET_CLOCK=2026-11-04T08:00 sync "$i"
done
is "row C3: or from another counter, when its author is gone" \
    "$(at 2 look | grep -c 'Pemohon 1[123]')" 3

renew start
cp "$now/share/$one" "$now/share/$(dirname "$one")/0000000007-${one##*-}"
is_empty "row C4: a copy under another number is refused" \
    "$(judge number named)"
renew start
cp "$now/share/$one" "$now/share/${one%-*}-${two##*-}"
is_empty "and under another hash" "$(judge hash named)"
is "each with its reason" "$(at 2 quarantine | sed 's/.* //')" \
    sync.other-hash
renew start
cp "$now/share/$one" "$now/share/w/$(at 3 writer)/b/202611"
is_empty "row C6: and in another's folder" "$(judge folder named)"

renew start
mv "$now/share/$one" "$now/x"
mv "$now/share/$two" "$now/share/$one"
mv "$now/x" "$now/share/$two"
is_empty "row C5: two that were exchanged are refused, and mended" \
    "$(judge exchanged refused)"

renew start
at 1 write 14
sync 1
sync 2
for i in 1 2; do
	rm "$(find "$now/share/$home/h" -name '*.det' | sort | tail -n 1)"
done
cat >"$work/wanted" <<'END'
Pemohon 1
Pemohon 11
Pemohon 12
Pemohon 13
Pemohon 14
Pemohon 2
Pemohon 3
conflicts 0 forks 0
END
heard=$(at 2 peers | grep L01)
sync 2
is "row C7: an older heartbeat changes nothing" "$(at 2 peers | grep L01)" \
    "$heard"
is_empty "and all is well" "$(recover)"
sed '/14/d' "$work/wanted" >"$work/x" && mv "$work/x" "$work/wanted"

# The same fleet, another key: all but the signature is right.
renew start
at 1 forge "$now/share" >"$work/said"
sync 3
is "row C8: what another signed is refused" "$(at 3 quarantine |
    sed 's/.* //' | sort | uniq -c | sed 's/^ *//')" "2 sync.signature"
at 3 look | grep -q Palsu && echo "it was believed" >>"$work/said"
is_empty "and not believed" "$(cat "$work/said")"

# D6 of the same kind: all files at once go back to an earlier day.
renew start
{ settle; settle; } >"$work/said"
rm -r "$now/share/w" "$now/share/roster"
is_empty "a share that was emptied is whole again after two rounds" \
    "$(recover; recover)"
is "with every bundle" \
    "$(find "$now/share" -name '*.bnd' | wc -l | tr -d ' ')" 6
finish
