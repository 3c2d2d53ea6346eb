#ifndef DESK_ASSETS_H
#define DESK_ASSETS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/problem.h"
#include "domain/calendar.h"
#include "domain/kbli.h"
#include "domain/passphrase.h"
#include "domain/region.h"

struct complaint_words;
struct desk;
struct field_context;
struct form;
struct life;
struct standard;

/*
 * The texts of data/ and forms/ in force. Each is read when the desk opens. A
 * file with a problem is refused whole: the text that last read well is taken
 * from the register in its place, and a warning says so. A good text is kept
 * in the register, by name and version, for the records made under it.
 */
struct asset_warning {
	const char *file;    /* "forms/application.form" */
	bool is_in_use;      /* an older text of it is in use */
	const char *version; /* of that text, "" when it has none */
	const struct problem *problems;
	size_t n;
};

struct assets {
	const struct standard *const *standards; /* by rising number */
	size_t n_standards;
	const struct form *const *forms; /* by name */
	size_t n_forms;
	const struct life *life;           /* of applications */
	const struct life *complaint_life;
	const struct complaint_words *complaints;
	const struct calendar *calendar;   /* with the local closures */
	const struct regions *regions;
	const struct kbli_table *kbli;
	const struct passphrase_rules *passphrases;
	const struct asset_warning *warnings;
	size_t n_warnings;
};

/*
 * The standard with that number ("32"): of that version, or with version NULL
 * or "" the one in force. Lives as long as the desk. FAIL_MISSING
 * (asset.no-standard: number, version).
 */
enum fail desk_standard(struct desk *desk, const char *number,
    const char *version, const struct standard **ret_standard,
    struct err *err) must_check nonnull(1, 2, 4);

/* The same for a form by its name. FAIL_MISSING (asset.no-form). */
enum fail desk_form(struct desk *desk, const char *name, const char *version,
    const struct form **ret_form, struct err *err) must_check nonnull(1, 2, 4);

/*
 * The world a form's answers are judged in, now: today, the calendar, the
 * tables, the officers. Lives in the arena; the station and who works are
 * its defaults.
 */
enum fail desk_context(struct desk *desk, struct arena *arena,
    struct field_context *ret_context, struct err *err)
    must_check nonnull(1, 2, 3);

/*
 * The text of forms/NAME.paper, for paper/template.h: the file's, or when it
 * is missing the last good one, which desk_paper_keep() kept.
 * FAIL_MISSING (asset.no-paper).
 */
enum fail desk_paper(struct desk *desk, const char *name, struct arena *arena,
    const char **ret_text, size_t *ret_size, struct err *err)
    must_check nonnull(1, 2, 3, 4, 5);

/* The last good text of it, to use when the file's does not read. */
enum fail desk_paper_last(struct desk *desk, const char *name,
    struct arena *arena, const char **ret_text, size_t *ret_size,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* This text of it read well; version NULL or "" when it has none. */
enum fail desk_paper_keep(struct desk *desk, const char *name,
    const char *version, const char *text, size_t size, struct err *err)
    must_check nonnull(1, 2, 4);

#endif
