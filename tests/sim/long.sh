#!/bin/sh
# Three thousand schedules of the simulator.
exec "$LOKET_BUILDDIR/tests/sim/sim" 1000 3000
