#include <string.h>

#include "base/file.h"
#include "desk/inside.h"
#include "desk/shelf.h"
#include "domain/standard.h"
#include "store/asset.h"

/* Versions no longer in force, and the texts of papers. */

static const void *
older_find(const struct shelf *shelf, const char *name, const char *version)
{
	for (const struct older *older = shelf->older; older != NULL;
	    older = older->next)
		if (strcmp(older->name, name) == 0 &&
		    strcmp(older->version, version) == 0)
			return older->what;
	return NULL;
}

static void
older_keep(struct desk *desk, const char *name, const char *version,
    const void *what)
{
	struct older *older = arena_alloc(desk->arena, sizeof *older);

	older->name = arena_text(desk->arena, name);
	older->version = arena_text(desk->arena, version);
	older->what = what;
	older->next = desk->shelf->older;
	desk->shelf->older = older;
}

static enum fail
older_text(struct desk *desk, const char *name, const char *version,
    struct asset_text *ret_text, struct err *err)
{
	struct asset asset;
	enum fail fail;

	fail = store_asset_version(desk->store, name, version, desk->arena,
	    &asset, err);
	if (!fail)
		*ret_text = (struct asset_text){ arena_text(desk->arena, name),
			asset.text, asset.size };
	return fail;
}

static bool
is_asked(const char *version, const char *mine)
{
	return version == NULL || *version == '\0' ||
	    strcmp(version, mine) == 0;
}

static const struct standard *
standard_in_force(const struct assets *assets, const char *number)
{
	for (size_t i = 0; i < assets->n_standards; i++)
		if (strcmp(assets->standards[i]->number, number) == 0)
			return assets->standards[i];
	return NULL;
}

enum fail
desk_standard(struct desk *desk, const char *number, const char *version,
    const struct standard **ret_standard, struct err *err)
{
	const struct standard *standard =
	    standard_in_force(&desk->assets, number);
	struct problems problems = { .arena = desk->arena };
	scoped_arena arena = arena_new();
	const char *name = standard_file(arena, number);
	struct asset_text text;

	if (standard != NULL && is_asked(version, standard->version)) {
		*ret_standard = standard;
		return FAIL_NONE;
	}
	if (version != NULL)
		standard = older_find(desk->shelf, name, version);
	if (version != NULL && standard == NULL &&
	    older_text(desk, name, version, &text, err) == FAIL_NONE &&
	    standard_of(&text, &problems, &standard, err) == FAIL_NONE)
		older_keep(desk, name, version, standard);
	if (standard == NULL || !is_asked(version, standard->version))
		return fail_say(err, FAIL_MISSING, "asset.no-standard",
		    number, version != NULL ? version : "", NULL);
	*ret_standard = standard;
	return FAIL_NONE;
}

static const struct form *
form_in_force(const struct assets *assets, const char *name)
{
	for (size_t i = 0; i < assets->n_forms; i++)
		if (strcmp(assets->forms[i]->name, name) == 0)
			return assets->forms[i];
	return NULL;
}

enum fail
desk_form(struct desk *desk, const char *name, const char *version,
    const struct form **ret_form, struct err *err)
{
	const struct form *form = form_in_force(&desk->assets, name);
	struct problems problems = { .arena = desk->arena };
	scoped_arena arena = arena_new();
	const char *file = arena_print(arena, "forms/%s.form", name);
	struct asset_text text;

	if (form != NULL && is_asked(version, form->version)) {
		*ret_form = form;
		return FAIL_NONE;
	}
	if (version != NULL)
		form = older_find(desk->shelf, file, version);
	if (version != NULL && form == NULL &&
	    older_text(desk, file, version, &text, err) == FAIL_NONE &&
	    form_of(&text, NULL, &problems, &form, err) == FAIL_NONE)
		older_keep(desk, file, version, form);
	if (form == NULL || !is_asked(version, form->version))
		return fail_say(err, FAIL_MISSING, "asset.no-form", name,
		    version != NULL ? version : "", NULL);
	*ret_form = form;
	return FAIL_NONE;
}

enum fail
desk_paper_last(struct desk *desk, const char *name, struct arena *arena,
    const char **ret_text, size_t *ret_size, struct err *err)
{
	struct asset asset;

	if (store_asset_last(desk->store, arena_print(arena,
	    "forms/%s.paper", name), arena, &asset, err))
		return fail_say(err, FAIL_MISSING, "asset.no-paper", name,
		    NULL);
	*ret_text = asset.text;
	*ret_size = asset.size;
	return FAIL_NONE;
}

enum fail
desk_paper(struct desk *desk, const char *name, struct arena *arena,
    const char **ret_text, size_t *ret_size, struct err *err)
{
	const char *path = arena_print(arena, "%s/forms/%s.paper",
	    desk->options.assets, name);
	char *bytes;

	if (file_read(path, ASSET_TEXT_MAX, arena, &bytes, ret_size, NULL))
		return desk_paper_last(desk, name, arena, ret_text, ret_size,
		    err);
	*ret_text = bytes;
	return FAIL_NONE;
}

enum fail
desk_paper_keep(struct desk *desk, const char *name, const char *version,
    const char *text, size_t size, struct err *err)
{
	scoped_arena arena = arena_new();
	struct asset asset = {
		.name = arena_print(arena, "forms/%s.paper", name),
		.version = version != NULL ? version : "",
		.text = text,
		.size = size,
	};

	if (desk_refusal(desk) != NULL)
		return FAIL_NONE;
	return store_asset_keep(desk->store, &asset, err);
}
