#ifndef DESK_SHELF_H
#define DESK_SHELF_H

#include "base/problem.h"
#include "desk/assets.h"
#include "forms/definition.h"

/*
 * Where the texts that were read lie, behind struct assets: lists that grow
 * while the desk opens, and versions no longer in force, as they are asked.
 */
struct older {
	const char *name, *version;
	const void *what; /* struct form or struct standard, by the name */
	struct older *next;
};

struct shelf {
	struct asset_warning *warnings;
	size_t warnings_room;
	const struct form **forms;
	size_t forms_room;
	const struct standard **standards;
	size_t standards_room;
	struct regions regions;
	struct kbli_table kbli;
	struct passphrase_rules rules;
	struct older *older;
};

struct asset_text {
	const char *name; /* "data/kbli.tsv" */
	const char *bytes;
	size_t size;
};

/*
 * Read one text into the shelf; problems has the arena of the desk.
 * ret_version is what the text calls itself, "" for nothing.
 */
typedef enum fail asset_read_fn(struct desk *desk,
    const struct asset_text *text, struct problems *problems,
    const char **ret_version, struct err *err);

/* The readers: asset_read.c. */
asset_read_fn asset_read_standard, asset_read_form, asset_read_life,
    asset_read_calendar, asset_read_villages, asset_read_areas,
    asset_read_kbli, asset_read_words, asset_read_refused,
    asset_read_complaints;

/* "data/standards/032.conf" for "32". */
const char *standard_file(struct arena *arena, const char *number);

/* A form or a standard from a text, without putting it on the shelf. */
enum fail form_of(const struct asset_text *text,
    const struct form_clauses *clauses, struct problems *problems,
    const struct form **ret_form, struct err *err) must_check;
enum fail standard_of(const struct asset_text *text,
    struct problems *problems, const struct standard **ret_standard,
    struct err *err) must_check;

#endif
