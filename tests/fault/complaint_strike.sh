#!/bin/sh
# Acts of the complaint book under faults: receiving, a move, an approval, a
# merge. Every seventh write; all of them in make check-long.

FAULT_BOOK=complaints
FAULT_STEP=${FAULT_STEP:-7}
. "$LOKET_SRCDIR/tests/fault/strike.sh"
