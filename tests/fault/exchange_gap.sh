#!/bin/sh
# Row C14: what nobody has any more. The chain behind it waits, by name, and
# nobody else does; once the admin has signed that it is lost all go on alike.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

counters=$LOKET_BUILDDIR/tests/lib/counters
share=$work/share
phrase='empat kata yang panjang'
admin='kunci admin di dalam brankas'
printf '%s\n%s\n' "$phrase" "$admin" >"$work/both"
echo "$admin" >"$work/admin"
mkdir "$share"

at() {
	clock=$1
	shift
	LOKET_CLOCK=$clock run "$@"
}
sync() { at "$1" --data "$work/$2" sync --share "$share" --json; }
sees() { "$counters" look "$work/$1" | grep -c "Pemohon $2\$"; }
digests() {
	for i in "$@"; do
		"$counters" digest "$work/$i"
	done | sort -u | wc -l | tr -d ' '
}

echo "$phrase" >"$work/ani"
at 2026-11-02T08:00 --data "$work/one" init --station L01 --officer ani \
    --name 'Ani Lestari' --passphrase-fd 3 3<"$work/ani"
at 2026-11-02T08:00 --data "$work/one" fleet create --as ani \
    --share "$share" --passphrase-fd 3 3<"$work/both"
at 2026-11-02T08:00 --data "$work/one" fleet invite L02 L03 \
    --to "$work/stick" --passphrase-fd 3 3<"$work/admin"
sync 2026-11-02T08:00 one
for i in two:L02 three:L03; do
	at 2026-11-02T08:00 --data "$work/${i%:*}" fleet join \
	    "$work/stick/undangan-${i#*:}.loket" --share "$share"
	sync 2026-11-02T08:00 "${i%:*}"
done
sync 2026-11-02T08:00 one
sync 2026-11-02T08:00 two
is "three counters belong together" "$(digests one two three)" 1

# Two more bundles of L02. The first is lost before anybody read it.
home=$share/w/$("$counters" writer "$work/two")
"$counters" write "$work/two" 21
sync 2026-11-03T08:00 two
lost=$(find "$home/b" -name '*.bnd' | sort | tail -n 1)
number=$(basename "$lost" | sed 's/-.*//; s/^0*//')
"$counters" write "$work/two" 22
sync 2026-11-03T08:00 two
rm "$lost"
"$counters" write "$work/three" 31
for i in one three one; do
	sync 2026-11-03T09:00 "$i"
done
is "row C14: behind a bundle that is lost the chain waits" "$(sees one 22)" 0
is "by name and number" \
    "$("$counters" peers "$work/one" | grep -c "sync.bundle-waits")" 1
is "and holds up nobody else" "$(sees one 31)" 1

gap() {
	at "$1" --data "$work/one" fleet gap "$2" "$3" --passphrase-fd 3 \
	    3<"$work/admin"
}
gap 2026-11-03T10:00 L02 "$number"
is "a counter heard of today sends its own again: nothing is given up" \
    "$answer" 1
gap 2026-11-06T08:00 L02 0
is "a number is wanted" "$answer" 1
gap 2026-11-06T08:00 L01 1
is "what is here is not lost" "$answer" 1
gap 2026-11-06T08:00 L02 "$number"
is "the admin signs what is lost" "$answer" 0
for i in one three one; do
	sync 2026-11-06T09:00 "$i"
done
is "then all go on" "$(sees one 22)$(sees three 22)" 11
is "without it" "$(sees one 21)$(sees three 21)" 00
is "alike" "$(digests one three)" 1
is "and nobody waits" \
    "$("$counters" peers "$work/one" | grep -c "waits")" 0

# The disk of L02 was not dead after all.
sync 2026-11-09T08:00 two
for i in one three two; do
	sync 2026-11-09T09:00 "$i"
done
is "what turns up later is still taken" \
    "$(sees one 21)$(sees three 21)$(sees two 31)" 111
is "and all have one register" "$(digests one two three)" 1
finish
