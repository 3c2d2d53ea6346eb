# . "$LOKET_SRCDIR/tests/lib/memory.sh" before tap.sh.
# Thousands of small commits: in memory, where there is such a place.
if [ -z "${TMPDIR-}" ] && [ -d /dev/shm ] && [ -w /dev/shm ]; then
	TMPDIR=/dev/shm
	export TMPDIR
fi
