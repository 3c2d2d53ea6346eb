/* loket fleet list: who belongs, who is invited. */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "cli/fleet.h"
#include "cli/json.h"
#include "screens/words.h"

/* The word for a state, of members and of invitations. */
struct entry {
	const char *station;
	char letter;
	const char *state; /* as JSON has it */
	const char *word;  /* the code of its sentence */
	int64_t at_ms;     /* since, or until when */
	const struct id *writer;
	bool is_self, is_admin;
};

static void
put_entry(struct cli *cli, struct json *json, const struct entry *entry)
{
	const char letter[] = { entry->letter, '\0' };
	char date[DATE_TEXT_SIZE], writer[NAME_WRITER_SIZE] = "-";

	date_print(local_date(entry->at_ms), date);
	if (entry->writer != NULL)
		name_writer(entry->writer, writer);
	if (json == NULL) {
		fprintf(cli->out, "%s%s\t%s\t%s\t%s%s\n", entry->station,
		    entry->letter == 'A' ? "" : letter, words(entry->word),
		    date, writer, entry->is_self ? "\t*" : "");
		return;
	}
	json_object(json, NULL);
	json_text(json, "station", entry->station);
	json_text(json, "letter", letter);
	json_text(json, "state", entry->state);
	json_text(json, "date", date);
	json_text(json, "writer", entry->writer != NULL ? writer : NULL);
	json_boolean(json, "admin", entry->is_admin);
	json_boolean(json, "self", entry->is_self);
	json_end(json);
}

static void
put_member(struct cli *cli, struct json *json, const struct fleet *fleet,
    const struct member *member)
{
	const struct keyring *keyring = &fleet->keyring;
	const bool is_active = member->state == MEMBER_ACTIVE;
	const bool is_old = members_follow(&fleet->members, member);
	struct entry entry = {
		.station = member->station,
		.letter = member->letter,
		.state = is_active ? "active" : "retired",
		.word = is_active ? "fleet.active" : "fleet.retired",
		.at_ms = member->since_ms,
		.writer = &member->writer,
		.is_self = keyring->n_stations > 0 &&
		    id_equal(&member->writer,
			&keyring->stations[keyring->n_stations - 1].writer),
		.is_admin = member->is_admin,
	};

	if (is_active && is_old) {
		entry.state = "followed";
		entry.word = "fleet.followed";
	}
	put_entry(cli, json, &entry);
}

static bool
is_used(const struct fleet *fleet, const struct invitation *invitation)
{
	for (size_t i = 0; i < fleet->members.n; i++)
		if (fleet->members.list[i].origin == MEMBER_INVITED &&
		    id_equal(&fleet->members.list[i].sponsor, &invitation->id))
			return true;
	return false;
}

static void
put_invitation(struct cli *cli, struct json *json, const struct fleet *fleet,
    const struct invitation *invitation)
{
	struct entry entry = {
		.station = invitation->station,
		.letter = invitation->letter,
		.state = "invited",
		.word = "fleet.invited-word",
		.at_ms = invitation->expires_ms,
	};

	if (is_used(fleet, invitation))
		return;
	if (invitation->is_withdrawn) {
		entry.state = "withdrawn";
		entry.word = "fleet.withdrawn";
	} else if (invitation->expires_ms < clock_now(&cli->world.clock)) {
		entry.state = "expired";
		entry.word = "fleet.expired";
	}
	put_entry(cli, json, &entry);
}

enum fail
cli_fleet_list(
    struct cli *cli, const struct fleet_request *request, struct err *err)
{
	struct json json = json_start(cli->out);
	struct json *to = request->is_json ? &json : NULL;
	scoped_fleet fleet = { 0 };
	enum fail fail = cli_fleet_open(cli, &fleet, err);

	if (fail == FAIL_MISSING && !request->is_json) {
		cli_say(cli, "sync.no-fleet", NULL);
		return FAIL_NONE;
	}
	if (fail && fail != FAIL_MISSING)
		return fail;
	if (to != NULL)
		json_array(to, NULL);
	for (size_t i = 0; i < fleet.members.n; i++)
		put_member(cli, to, &fleet, &fleet.members.list[i]);
	for (size_t i = 0; i < fleet.roster.n_invitations; i++)
		put_invitation(cli, to, &fleet, &fleet.roster.invitations[i]);
	if (to != NULL)
		json_end(to);
	return FAIL_NONE;
}
