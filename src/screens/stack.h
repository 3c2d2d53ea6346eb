#ifndef SCREENS_STACK_H
#define SCREENS_STACK_H

#include "screens/app.h"

/* The stack of screens: what a step does. Of the app's own files only. */

/* The screen on top, or NULL when the app is over. */
struct screen *stack_top(const struct app *app) nonnull(1);

/* Open a screen above the others. */
enum fail stack_push(struct app *app, const struct screen_ops *ops,
    const void *arg, struct err *err) must_check nonnull(1, 2);

/* Do what a screen answered. */
void stack_take(struct app *app, struct step step) nonnull(1);

/* Let every screen keep what was typed. */
void stack_keep(struct app *app) nonnull(1);

/* Close everything. */
void stack_clear(struct app *app) nonnull(1);

/* Lock the counter, if somebody works there. */
void app_lock(struct app *app) nonnull(1);
bool app_is_worked_at(const struct app *app) nonnull(1);

/* A key for the screen on top, or one that means the same everywhere. */
void app_take_key(struct app *app, const struct key *key) nonnull(1, 2);

/* Which actions of a screen work now. */
uint64_t screen_may(const struct screen *screen) nonnull(1);

#endif
