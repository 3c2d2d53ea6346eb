#ifndef SCREENS_EXCHANGE_DRAW_H
#define SCREENS_EXCHANGE_DRAW_H

#include "desk/exchange.h"
#include "ui/canvas.h"

/* The screen of the exchange: summary, who is heard of, runs from `top`. */
void exchange_draw(const struct exchange *exchange, int top,
    struct canvas *canvas, struct area body) nonnull(1, 3);

/* Of a run: "Langkah 3 dari 6: ...", "45 dari 63   sisa 4 detik" ("" when not
 * known), and how much of the whole (at least 1) is done. */
const char *exchange_step(const struct exchange_run *run, struct arena *arena)
    nonnull(1, 2);
const char *exchange_counts(const struct exchange_run *run,
    struct arena *arena) nonnull(1, 2);
long long exchange_part(const struct exchange_run *run, long long *ret_whole)
    nonnull(1, 2);

#endif
