#include "desk/demo_data.h"

#include <string.h>

#include "domain/role.h"

static const char *const names[DEMO_LISTS] = {
	[DEMO_MAN] = "man",
	[DEMO_WOMAN] = "woman",
	[DEMO_FAMILY] = "family",
	[DEMO_KIND] = "kind",
	[DEMO_FIRM] = "firm",
	[DEMO_TAIL] = "tail",
	[DEMO_STREET] = "street",
	[DEMO_ESTATE] = "estate",
	[DEMO_GROUND] = "ground",
	[DEMO_LETTER] = "letter",
	[DEMO_WITHDRAW] = "withdraw",
	[DEMO_REFUSE] = "refuse",
	[DEMO_CANCEL] = "cancel",
	[DEMO_SIGNER] = "signer",
	[DEMO_NOTE] = "note",
	[DEMO_HANDLER] = "handler",
	[DEMO_RESULT] = "result",
	[DEMO_ANSWER] = "answer",
};

static bool
add_words(struct demo_data *data, const struct directive *line)
{
	for (int i = 0; i < DEMO_LISTS; i++) {
		struct demo_words *words = &data->words[i];

		if (strcmp(names[i], line->name) != 0)
			continue;
		for (size_t j = 0; j < line->n_words; j++) {
			words->list = arena_grow(data->arena, words->list,
			    words->n, &words->room, sizeof *words->list);
			words->list[words->n++] = line->words[j];
		}
		return line->n_words > 0;
	}
	return false;
}

/* officer ID NAME POST ROLE... */
static bool
add_officer(struct demo_data *data, const struct directive *line)
{
	struct officer officer = { .superior = "", .is_active = true };
	enum role role;

	if (line->n_words < 4)
		return false;
	officer.staff_id = line->words[0];
	officer.name = line->words[1];
	officer.post = line->words[2];
	for (size_t i = 3; i < line->n_words; i++) {
		if (!role_named(line->words[i], &role))
			return false;
		officer.roles |= ROLE_BIT(role);
	}
	data->officers = arena_grow(data->arena, data->officers,
	    data->n_officers, &data->officers_room, sizeof *data->officers);
	data->officers[data->n_officers++] = officer;
	return true;
}

/* superior ID ID-OF-SUPERIOR */
static bool
set_superior(struct demo_data *data, const struct directive *line)
{
	if (line->n_words != 2)
		return false;
	for (size_t i = 0; i < data->n_officers; i++)
		if (strcmp(data->officers[i].staff_id, line->words[0]) == 0) {
			data->officers[i].superior = line->words[1];
			return true;
		}
	return false;
}

/* fault CLAUSE NOTE */
static bool
add_fault(struct demo_data *data, const struct directive *line)
{
	if (line->n_words != 2)
		return false;
	data->faults = arena_grow(data->arena, data->faults, data->n_faults,
	    &data->faults_room, sizeof *data->faults);
	data->faults[data->n_faults++] =
	    (struct demo_fault){ line->words[0], line->words[1] };
	return true;
}

/* entry CHANNEL PROBLEM OBJECT MATERIAL */
static bool
add_entry(struct demo_data *data, const struct directive *line)
{
	if (line->n_words != 4)
		return false;
	data->entries = arena_grow(data->arena, data->entries,
	    data->n_entries, &data->entries_room, sizeof *data->entries);
	data->entries[data->n_entries++] = (struct demo_entry){
		line->words[0], line->words[1], line->words[2],
		line->words[3] };
	return true;
}

static bool
take(struct demo_data *data, const struct directive *line)
{
	if (strcmp(line->name, "officer") == 0)
		return add_officer(data, line);
	if (strcmp(line->name, "superior") == 0)
		return set_superior(data, line);
	if (strcmp(line->name, "fault") == 0)
		return add_fault(data, line);
	if (strcmp(line->name, "entry") == 0)
		return add_entry(data, line);
	return add_words(data, line);
}

static bool
is_whole(const struct demo_data *data)
{
	for (int i = 0; i < DEMO_LISTS; i++)
		if (data->words[i].n == 0)
			return false;
	return data->n_officers > 0 && data->n_faults > 0 &&
	    data->n_entries > 0;
}

enum fail
demo_data_load(const char *assets, struct arena *arena,
    struct demo_data *ret_data, struct err *err)
{
	const char *path = arena_print(arena, "%s/data/demo.conf", assets);
	struct problems problems = { .arena = arena };
	struct demo_data data = { .arena = arena };
	struct document document;
	enum fail fail;

	fail = directive_load(path, &problems, &document, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < document.n; i++)
		if (!take(&data, &document.directives[i]))
			problems_add(&problems, document.file,
			    document.directives[i].line, "demo.line",
			    document.directives[i].name, NULL);
	if (!is_whole(&data))
		problems_add(&problems, document.file, 0, "demo.not-whole",
		    NULL);
	fail = problems_fail(&problems, err);
	if (!fail)
		*ret_data = data;
	return fail;
}

size_t
demo_draw(struct demo_data *data, size_t below)
{
	/* xorshift64*, Vigna 2016: the same numbers on every machine. */
	data->drawn ^= data->drawn >> 12;
	data->drawn ^= data->drawn << 25;
	data->drawn ^= data->drawn >> 27;
	return (size_t)((data->drawn * UINT64_C(2685821657736338717)) >> 33) %
	    below;
}

bool
demo_happens(struct demo_data *data, size_t n)
{
	return demo_draw(data, 100) < n;
}

const char *
demo_word(struct demo_data *data, enum demo_list list)
{
	return data->words[list].list[demo_draw(data, data->words[list].n)];
}
