#!/bin/sh
# The complaint book killed before each write-class call of the system, and
# with each of them failing: receiving, a move, an approval, a merge. Every
# call in make check-long; else the twin complaint_strike.sh goes first.

FAULT_BOOK=complaints
. "$LOKET_SRCDIR/tests/fault/kill.sh"
