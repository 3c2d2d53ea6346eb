#ifndef SCREENS_EXCHANGE_DRAW_H
#define SCREENS_EXCHANGE_DRAW_H

#include "desk/exchange.h"
#include "ui/canvas.h"

/* The screen of the exchange: summary, who is heard of, runs from `top`. */
void exchange_draw(const struct exchange *exchange, int top,
    struct canvas *canvas, struct area body) nonnull(1, 3);

#endif
