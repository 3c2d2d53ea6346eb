#include "desk/assets.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "desk/inside.h"
#include "desk/shelf.h"
#include "forms/lookup.h"
#include "store/asset.h"

/* Texts that must be there, in the order they build on one another. */
static const struct {
	const char *name;
	asset_read_fn *read;
} fixed[] = {
	{ "data/holidays.tsv", asset_read_calendar },
	{ "data/villages.tsv", asset_read_villages },
	{ "data/areas.tsv", asset_read_areas },
	{ "data/kbli.tsv", asset_read_kbli },
	{ "data/words-id.txt", asset_read_words },
	{ "data/passphrases-refused.txt", asset_read_refused },
	{ "data/life/application.conf", asset_read_life },
	{ "data/life/complaint.conf", asset_read_life },
	{ "data/complaints.conf", asset_read_complaints },
};

/* Folders all whose files of that ending are read. */
static const struct {
	const char *folder, *ending;
	asset_read_fn *read;
} folders[] = {
	{ "data/standards", ".conf", asset_read_standard },
	{ "forms", ".form", asset_read_form },
};

static void
warn(struct desk *desk, const char *name, const char *version,
    const struct problems *problems)
{
	struct assets *assets = &desk->assets;
	struct asset_warning *list = desk->shelf->warnings;

	list = arena_grow(desk->arena, list, assets->n_warnings,
	    &desk->shelf->warnings_room, sizeof *list);
	list[assets->n_warnings++] = (struct asset_warning){
		.file = name,
		.is_in_use = version != NULL,
		.version = version != NULL ? version : "",
		.problems = problems->list,
		.n = problems->n,
	};
	desk->shelf->warnings = list;
	assets->warnings = list;
}

/* A file that is not there or cannot be read is a problem like another. */
static enum fail
read_file(struct desk *desk, const char *name, asset_read_fn *read,
    struct problems *problems, struct asset *ret_asset, struct err *err)
{
	const char *path = arena_print(desk->arena, "%s/%s",
	    desk->options.assets, name);
	struct asset_text text = { .name = name };
	char *bytes;

	if (file_read(path, ASSET_TEXT_MAX, desk->arena, &bytes, &text.size,
	    err)) {
		problems_add(problems, name, 0, "asset.no-file", NULL);
		return problems_fail(problems, err);
	}
	text.bytes = bytes;
	*ret_asset = (struct asset){ name, "", bytes, text.size };
	return read(desk, &text, problems, &ret_asset->version, err);
}

/* The last good text takes the place of a bad one, with a warning. */
static enum fail
read_last(struct desk *desk, const char *name, asset_read_fn *read,
    const struct problems *problems, struct err *err)
{
	struct problems again = { .arena = desk->arena };
	struct asset_text text = { .name = name };
	const char *version = "";
	struct asset last;

	if (store_asset_last(desk->store, name, desk->arena, &last, NULL))
		return problems_fail(problems, err);
	text.bytes = last.text;
	text.size = last.size;
	if (read(desk, &text, &again, &version, err))
		return problems_fail(problems, err);
	warn(desk, name, version, problems);
	return FAIL_NONE;
}

static enum fail
load(struct desk *desk, const char *name, asset_read_fn *read,
    struct err *err)
{
	struct problems problems = { .arena = desk->arena };
	struct asset asset;
	enum fail fail;

	fail = read_file(desk, name, read, &problems, &asset, err);
	if (!fail && desk_refusal(desk) == NULL)
		return store_asset_keep(desk->store, &asset, err);
	if (fail == FAIL_INVALID && problems.n > 0)
		return read_last(desk, name, read, &problems, err);
	return fail;
}

static bool
ends_with(const char *name, const char *ending)
{
	size_t size = strlen(name), end = strlen(ending);

	return size > end && strcmp(name + size - end, ending) == 0;
}

/* A bad file that never was good is left out, with a warning. */
static enum fail
load_new(struct desk *desk, const char *name, asset_read_fn *read,
    struct err *err)
{
	struct problems problems = { .arena = desk->arena };
	struct asset asset;
	enum fail fail;

	fail = read_file(desk, name, read, &problems, &asset, err);
	if (!fail && desk_refusal(desk) == NULL)
		return store_asset_keep(desk->store, &asset, err);
	if (fail != FAIL_INVALID || problems.n == 0)
		return fail;
	if (read_last(desk, name, read, &problems, err))
		warn(desk, name, NULL, &problems);
	return FAIL_NONE;
}

/* A text that was good and whose file is gone: a problem like another. */
static enum fail
load_gone(struct desk *desk, const char *folder, const char *ending,
    asset_read_fn *read, struct err *err)
{
	const char **names;
	size_t n;
	enum fail fail = store_asset_names(desk->store, folder, desk->arena,
	    &names, &n, err);

	for (size_t i = 0; !fail && i < n; i++) {
		const char *path = arena_print(desk->arena, "%s/%s",
		    desk->options.assets, names[i]);

		if (ends_with(names[i], ending) && access(path, F_OK) != 0)
			fail = load_new(desk, names[i], read, err);
	}
	return fail;
}

static enum fail
load_folder(struct desk *desk, const char *folder, const char *ending,
    asset_read_fn *read, struct err *err)
{
	const char *path = arena_print(desk->arena, "%s/%s",
	    desk->options.assets, folder);
	const char *const *names;
	enum fail fail;
	size_t n;

	fail = folder_list(path, desk->arena, &names, &n, err);
	for (size_t i = 0; i < n && !fail; i++)
		if (ends_with(names[i], ending))
			fail = load_new(desk, arena_print(desk->arena,
			    "%s/%s", folder, names[i]), read, err);
	return fail ? fail : load_gone(desk, folder, ending, read, err);
}

enum fail
assets_load(struct desk *desk, struct err *err)
{
	struct assets *assets = &desk->assets;
	enum fail fail = FAIL_NONE;

	desk->shelf = arena_alloc(desk->arena, sizeof *desk->shelf);
	assets->calendar = &desk->calendar;
	assets->regions = &desk->shelf->regions;
	assets->kbli = &desk->shelf->kbli;
	assets->passphrases = &desk->shelf->rules;
	for (size_t i = 0; i < array_length(fixed) && !fail; i++)
		fail = load(desk, fixed[i].name, fixed[i].read, err);
	for (size_t i = 0; i < array_length(folders) && !fail; i++)
		fail = load_folder(desk, folders[i].folder,
		    folders[i].ending, folders[i].read, err);
	return fail;
}

static const struct lookup *
officers_lookup(struct desk *desk, struct arena *arena)
{
	struct lookup *lookup = arena_alloc(arena, sizeof *lookup);
	struct lookup_row *rows;
	struct officer *officers;
	size_t n, active = 0;

	if (desk_officers(desk, arena, &officers, &n, NULL))
		return NULL;
	rows = arena_array(arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++)
		if (officers[i].is_active)
			rows[active++] = (struct lookup_row){
				officers[i].staff_id, officers[i].name,
				officers[i].post };
	*lookup = lookup_rows(rows, active);
	return lookup;
}

enum fail
desk_context(struct desk *desk, struct arena *arena,
    struct field_context *ret_context, struct err *err)
{
	(void)err;
	*ret_context = (struct field_context){
		.today = desk_today(desk),
		.station = desk_station(desk),
		.officer = act_officer(desk),
		.calendar = desk->assets.calendar,
		.regions = desk->assets.regions,
		.kbli = desk->assets.kbli,
		.standards = desk->assets.standards,
		.n_standards = desk->assets.n_standards,
		.officers = officers_lookup(desk, arena),
		.words = desk->assets.complaints,
	};
	return FAIL_NONE;
}
