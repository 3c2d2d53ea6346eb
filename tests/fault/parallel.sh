#!/bin/sh
# Two programs at one register: the numbers stay without gap, none is given
# twice, and whoever must wait too long is told so.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"

act=$LOKET_BUILDDIR/tests/lib/act
now=$work/now
mkdir "$now"
"$act" "$now" init >"$work/said" 2>&1 || say "$(cat "$work/said")"

# Sign-ins at once count as wrong ones until they are judged: try again.
counter() {
	for n; do
		for try in 1 2 3 4 5 6 7 8 9 10; do
			"$act" "$now" receive "$n" >>"$work/done" \
			    2>"$work/told.$n" && break
			grep -q '^busy' "$work/told.$n" || break
			[ "$try" = 10 ] || cat "$work/told.$n" >>"$work/waits"
		done
	done
}

counter 1 5 9 13 17 &
counter 2 6 10 14 18 &
counter 3 7 11 15 19 &
counter 4 8 12 16 20 &
wait
is_empty "four at once are told nothing but to wait" \
    "$(cat "$work"/told.* | grep -v '^busy')"
is "twenty were received" "$(grep -c '^done receive' "$work/done")" 20
"$act" "$now" look >"$work/seen" 2>&1
is "under the numbers 1 to 20" \
    "$(awk '$1 == "case" { print substr($2, 10) }' "$work/seen" |
	sort | tr '\n' ' ')" \
    "$(awk 'BEGIN { for (i = 1; i <= 20; i++) printf "%04d ", i }')"
is "each got the number it was told" \
    "$(awk '/^done/ { print $4 }' "$work/done" | sort -u | wc -l)" 20
is_empty "and the register agrees with its log" \
    "$(grep -v '^digest\|^case' "$work/seen")"

# The same file received at two counters at once is received once.
for try in 1 2 3 4; do
	counter 21 &
done
wait
is "the same key is received once, with one number" \
    "$("$act" "$now" look | grep -c '^case')" 21
is "and each of the four is told that number" \
    "$(grep -c "^done receive 21 L03-2026-0021" "$work/done")" 4

held="another program that holds the register is waited for, then told"
if ! command -v sqlite3 >"$work/which"; then
	skip "$held" "no sqlite3"
	finish
fi
mkfifo "$work/in" "$work/out"
sqlite3 "$now/loket.db" <"$work/in" >"$work/out" &
exec 3>"$work/in" 4<"$work/out"
echo 'BEGIN IMMEDIATE; SELECT 1;' >&3
read -r line <&4
ACT_BUSY_MS=50 "$act" "$now" receive 22 >"$work/said" 2>"$work/told"
is "$held" "$line $(cut -d' ' -f1-2 "$work/told")" "1 busy store.busy"
exec 3>&- 4<&-
wait
is "and when it is gone, the next number follows" \
    "$("$act" "$now" receive 22)" "done receive 22 L03-2026-0022"
finish
