#include "desk/setting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "desk/inside.h"
#include "store/setting.h"

/* What may stand in each: one of the words, or a number from min to max, or,
 * with neither, any line of text. */
static const struct {
	const char *name, *value;
	const char *words[2];
	int min, max;
} settings[SETTINGS_N] = {
	[SETTING_TWO_PERSONS] = { "two-persons", "T", { "Y", "T" }, 0, 0 },
	[SETTING_IDLE_MINUTES] = { "idle-minutes", "5", { NULL, NULL }, 1, 60 },
	[SETTING_PRINTER] = { "printer", "none", { NULL, NULL }, 0, 0 },
	[SETTING_PAPER] = { "paper", "a4", { "a4", "roll" }, 0, 0 },
	[SETTING_SYNC_MINUTES] = { "sync-minutes", "15", { NULL, NULL }, 0,
	    240 },
	[SETTING_SHARE] = { "share", "", { NULL, NULL }, 0, 0 },
};

enum { SETTING_TEXT_MAX = 1024 };

const char *
setting_name(enum setting setting)
{
	return settings[setting].name;
}

bool
setting_named(const char *name, enum setting *ret_setting)
{
	for (int i = 0; i < SETTINGS_N; i++)
		if (strcmp(settings[i].name, name) == 0) {
			*ret_setting = (enum setting)i;
			return true;
		}
	return false;
}

enum fail
desk_setting(struct desk *desk, enum setting setting, struct arena *arena,
    const char **ret_value, struct err *err)
{
	struct err none = { 0 };
	enum fail fail;

	fail = store_setting_get(desk->store, settings[setting].name, arena,
	    ret_value, &none);
	if (fail == FAIL_MISSING)
		*ret_value = settings[setting].value;
	return but_missing(fail, &none, err);
}

static int
as_number(const char *value)
{
	if (strcmp(value, "Y") == 0)
		return 1;
	return (int)strtol(value, NULL, 10);
}

enum fail
desk_setting_number(struct desk *desk, enum setting setting, int *ret_value,
    struct err *err)
{
	scoped_arena arena = arena_new();
	const char *value;
	enum fail fail = desk_setting(desk, setting, arena, &value, err);

	if (!fail)
		*ret_value = as_number(value);
	return fail;
}

static enum fail
check(enum setting setting, const char *value, struct err *err)
{
	const char *name = settings[setting].name;
	const char *const *words = settings[setting].words;
	int min = settings[setting].min, max = settings[setting].max;
	struct fact may = { 0 };
	bool is_fine = strlen(value) <= SETTING_TEXT_MAX &&
	    strpbrk(value, "\r\n") == NULL;

	fact_arg(&may, 0, "1 .. %d", SETTING_TEXT_MAX);
	if (words[0] != NULL) {
		is_fine = strcmp(value, words[0]) == 0 ||
		    strcmp(value, words[1]) == 0;
		fact_arg(&may, 0, "%s, %s", words[0], words[1]);
	} else if (max > 0) {
		is_fine = text_is_digits(value, 0) && strlen(value) < 5 &&
		    as_number(value) >= min && as_number(value) <= max;
		fact_arg(&may, 0, "%d .. %d", min, max);
	}
	if (is_fine)
		return FAIL_NONE;
	return fail_say(err, FAIL_INVALID, "setting.value", name, may.arg[0],
	    NULL);
}

enum fail
desk_setting_put(struct desk *desk, enum setting setting, const char *value,
    struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_arena arena = arena_new();
	enum fail fail;

	fail = act_begin(desk, ACTION_ADMINISTER, &transaction, err);
	if (!fail)
		fail = check(setting, value, err);
	if (!fail)
		fail = store_setting_put(desk->store, act_officer(desk),
		    settings[setting].name, value, err);
	if (!fail)
		fail = access_note(desk, NULL, "setting", arena_print(arena,
		    "%s %s", settings[setting].name, value), err);
	return fail ? fail : transaction_commit(&transaction, err);
}
