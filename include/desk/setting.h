#ifndef DESK_SETTING_H
#define DESK_SETTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/*
 * Settings of this counter, each with a default and a check. Reading needs no
 * one signed in, writing an admin.
 */
struct desk;

enum setting {
	SETTING_TWO_PERSONS,  /* two-persons Y/T: who checks has not received */
	SETTING_IDLE_MINUTES, /* idle-minutes 1..60: then the screen locks */
	SETTING_PRINTER,      /* printer: as paper/spool.h reads it */
	SETTING_PAPER,        /* paper a4/roll: of the receipt */
	SETTING_SYNC_MINUTES, /* sync-minutes 0..240; 0: at night only */
	SETTING_SHARE,        /* share: folder, "" for none */
	SETTINGS_N
};

/* "two-persons", as stored and as written on the command line. */
const char *setting_name(enum setting setting);
bool setting_named(const char *name, enum setting *ret_setting)
    must_check nonnull(1, 2);

/* In the arena; its default when it was never set. */
enum fail desk_setting(struct desk *desk, enum setting setting,
    struct arena *arena, const char **ret_value, struct err *err)
    must_check nonnull(1, 3, 4);

/* The same as a number; Y is 1 and T is 0. */
enum fail desk_setting_number(struct desk *desk, enum setting setting,
    int *ret_value, struct err *err) must_check nonnull(1, 3);

/* FAIL_INVALID setting.value: name, what may stand there. */
enum fail desk_setting_put(struct desk *desk, enum setting setting,
    const char *value, struct err *err) must_check nonnull(1, 3);

#endif
