#include "cli/command.h"

#include <string.h>

#include "base/text.h"

/* A subcommand is added here, in the order of the alphabet, with its
 * prototype in the header. */
static const struct command table[] = {
	{ "backup", cmd_backup, "help.backup" },
	{ "calendar", cmd_calendar, "help.calendar" },
	{ "check", cmd_check, "help.check" },
	{ "demo", cmd_demo, "help.demo" },
	{ "digest", cmd_digest, "help.digest" },
	{ "fleet", cmd_fleet, "help.fleet" },
	{ "history", cmd_history, "help.history" },
	{ "init", cmd_init, "help.init" },
	{ "officer", cmd_officer, "help.officer" },
	{ "restore", cmd_restore, "help.restore" },
	{ "sync", cmd_sync, "help.sync" },
	{ NULL, NULL, NULL },
};

const struct command *
commands(size_t *ret_n)
{
	*ret_n = array_length(table) - 1;
	return table;
}

const struct command *
command_named(const char *name)
{
	for (size_t i = 0; table[i].name != NULL; i++)
		if (strcmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}

const char *
command_likely(const char *name)
{
	const char *names[array_length(table)] = { NULL };
	size_t n = 0;

	for (; table[n].name != NULL; n++)
		names[n] = table[n].name;
	return text_likely(name, names, n);
}
