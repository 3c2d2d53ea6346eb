#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sync/round_inside.h"

/* In the order of the chain, and of two branches one after the other. */
static int
by_number(const void *a, const void *b)
{
	const struct name *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return memcmp(x->hash, y->hash, sizeof x->hash);
}

static void
add(struct work *work, struct candidates *candidates, const struct name *name)
{
	candidates->list = arena_grow(work->arena, candidates->list,
	    candidates->n, &candidates->room, sizeof *name);
	candidates->list[candidates->n++] = *name;
}

void
round_sort(struct candidates *candidates)
{
	size_t kept = 0;

	if (candidates->n > 1)
		qsort(candidates->list, candidates->n, sizeof *candidates->list,
		    by_number);
	for (size_t i = 0; i < candidates->n; i++)
		if (kept == 0 ||
		    by_number(
			&candidates->list[i], &candidates->list[kept - 1]) != 0)
			candidates->list[kept++] = candidates->list[i];
	candidates->n = kept;
}

void
round_add_said(struct work *work, const struct member *member,
    const struct heartbeat *beat, struct candidates *candidates)
{
	struct name name = { .kind = NAME_BUNDLE, .writer = member->writer };

	for (size_t i = 0; i < beat->n_own; i++) {
		name.number = beat->own[i].number;
		name.month = beat->own[i].month;
		memcpy(name.hash, beat->own[i].hash, sizeof name.hash);
		add(work, candidates, &name);
	}
}

static enum fail
take_month(struct work *work, const char *folder, struct candidates *candidates,
    struct err *err)
{
	const struct share_wish wish = {
		.folder = folder, .suffix = ".bnd", .newest = SHARE_LIST_MAX
	};
	char path[2 * NAME_SIZE];
	struct share_names names;
	struct name name;
	enum fail fail = work_list(work, &wish, &names, err);

	for (size_t i = 0; i < names.n && !fail; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names.name[i]);
		if (name_parse(path, &name) && name.kind == NAME_BUNDLE)
			add(work, candidates, &name);
	}
	return fail;
}

enum fail
round_add_listed(struct work *work, const struct member *member,
    size_t months_max, struct candidates *candidates, struct err *err)
{
	char writer[NAME_WRITER_SIZE];
	struct share_wish wish = {
		.suffix = "", .newest = months_max, .is_folders = true
	};
	struct share_names months;
	enum fail fail;

	name_writer(&member->writer, writer);
	wish.folder = arena_print(work->arena, "w/%s/b", writer);
	fail = work_list(work, &wish, &months, err);
	for (size_t i = 0; i < months.n && !fail; i++)
		fail = take_month(work,
		    arena_print(
			work->arena, "%s/%s", wish.folder, months.name[i]),
		    candidates, err);
	return fail;
}
