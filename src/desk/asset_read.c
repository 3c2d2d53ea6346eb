#include <stdlib.h>
#include <string.h>

#include "base/directive.h"
#include "desk/inside.h"
#include "desk/shelf.h"
#include "domain/complaint_words.h"
#include "domain/life.h"
#include "domain/standard.h"

/* Each reader takes its text from the desk's arena and puts what it read on
 * the shelf, when the text is good. */

enum fail
asset_read_calendar(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	(void)ret_version;
	return calendar_read(text->name, text->bytes, text->size, problems,
	    &desk->plain, err);
}

enum fail
asset_read_villages(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	(void)ret_version;
	return regions_read_villages(text->name, text->bytes, text->size,
	    problems, &desk->shelf->regions, err);
}

enum fail
asset_read_areas(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	(void)ret_version;
	return regions_read_areas(text->name, text->bytes, text->size,
	    problems, &desk->shelf->regions, err);
}

enum fail
asset_read_kbli(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	(void)ret_version;
	return kbli_read(text->name, text->bytes, text->size, problems,
	    &desk->shelf->kbli, err);
}

enum fail
asset_read_words(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	(void)ret_version;
	return passphrase_words_read(text->name, text->bytes, text->size,
	    problems, &desk->shelf->rules, err);
}

enum fail
asset_read_refused(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	(void)ret_version;
	return passphrase_refused_read(text->name, text->bytes, text->size,
	    problems, &desk->shelf->rules, err);
}

/* The name in the text must be that of its file, or nobody finds it. */
static enum fail
demand_name(const struct asset_text *text, const char *wanted,
    struct problems *problems, struct err *err)
{
	if (strcmp(text->name, wanted) != 0)
		problems_add(problems, text->name, 0, "asset.other-name",
		    wanted, NULL);
	return problems_fail(problems, err);
}

enum fail
asset_read_life(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	struct life *life = arena_alloc(desk->arena, sizeof *life);
	struct document document;
	enum fail fail;

	(void)ret_version;
	fail = directive_read(text->name, text->bytes, text->size, problems,
	    &document, err);
	if (!fail)
		fail = life_read(&document, problems, life, err);
	if (!fail)
		fail = demand_name(text, arena_print(desk->arena,
		    "data/life/%s.conf", life->name), problems, err);
	if (fail)
		return fail;
	if (strcmp(life->name, "complaint") == 0)
		desk->assets.complaint_life = life;
	else
		desk->assets.life = life;
	return FAIL_NONE;
}

enum fail
asset_read_complaints(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	struct complaint_words *words =
	    arena_alloc(desk->arena, sizeof *words);
	struct document document;
	enum fail fail;

	fail = directive_read(text->name, text->bytes, text->size, problems,
	    &document, err);
	if (!fail)
		fail = complaint_words_read(&document, problems, words, err);
	if (fail)
		return fail;
	desk->assets.complaints = words;
	*ret_version = words->version;
	return FAIL_NONE;
}

const char *
standard_file(struct arena *arena, const char *number)
{
	return arena_print(arena, "data/standards/%03ld.conf",
	    strtol(number, NULL, 10));
}

enum fail
standard_of(const struct asset_text *text, struct problems *problems,
    const struct standard **ret_standard, struct err *err)
{
	struct standard *standard =
	    arena_alloc(problems->arena, sizeof *standard);
	struct document document;
	enum fail fail;

	fail = directive_read(text->name, text->bytes, text->size, problems,
	    &document, err);
	if (!fail)
		fail = standard_read(&document, problems, standard, err);
	if (!fail)
		fail = demand_name(text, standard_file(problems->arena,
		    standard->number), problems, err);
	if (!fail)
		*ret_standard = standard;
	return fail;
}

enum fail
asset_read_standard(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	struct assets *assets = &desk->assets;
	struct shelf *shelf = desk->shelf;
	const struct standard *standard;
	enum fail fail;

	fail = standard_of(text, problems, &standard, err);
	if (fail)
		return fail;
	shelf->standards = arena_grow(desk->arena, shelf->standards,
	    assets->n_standards, &shelf->standards_room,
	    sizeof *shelf->standards);
	shelf->standards[assets->n_standards++] = standard;
	assets->standards = shelf->standards;
	*ret_version = standard->version;
	return FAIL_NONE;
}

/* A form belongs to no one standard: any of them may have the clause. */
static bool
has_clause(const void *context, const char *clause)
{
	const struct assets *assets = context;

	for (size_t i = 0; i < assets->n_standards; i++)
		if (standard_clause(assets->standards[i], clause) != NULL)
			return true;
	return false;
}

enum fail
form_of(const struct asset_text *text, const struct form_clauses *clauses,
    struct problems *problems, const struct form **ret_form, struct err *err)
{
	struct form *form = arena_alloc(problems->arena, sizeof *form);
	struct document document;
	enum fail fail;

	fail = directive_read(text->name, text->bytes, text->size, problems,
	    &document, err);
	if (!fail)
		fail = form_read(&document, clauses, problems, form, err);
	if (!fail)
		fail = demand_name(text, arena_print(problems->arena,
		    "forms/%s.form", form->name), problems, err);
	if (!fail)
		*ret_form = form;
	return fail;
}

enum fail
asset_read_form(struct desk *desk, const struct asset_text *text,
    struct problems *problems, const char **ret_version, struct err *err)
{
	struct form_clauses clauses = { has_clause, &desk->assets };
	struct assets *assets = &desk->assets;
	struct shelf *shelf = desk->shelf;
	const struct form *form;
	enum fail fail;

	fail = form_of(text, &clauses, problems, &form, err);
	if (fail)
		return fail;
	shelf->forms = arena_grow(desk->arena, shelf->forms, assets->n_forms,
	    &shelf->forms_room, sizeof *shelf->forms);
	shelf->forms[assets->n_forms++] = form;
	assets->forms = shelf->forms;
	*ret_version = form->version;
	return FAIL_NONE;
}
