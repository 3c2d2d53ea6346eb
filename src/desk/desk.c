#include "desk/desk.h"

#include "desk/closure.h"
#include "desk/inside.h"

static enum fail
start(struct desk *desk, struct err *err)
{
	scoped_arena arena = arena_new();
	struct moved_cases moved;
	enum fail fail = assets_load(desk, err);

	if (fail)
		return fail;
	if (desk_refusal(desk) != NULL)
		return calendar_with_closures(desk, err);
	fail = desk_redate(desk, arena, &moved, err);
	return fail ? fail : store_draft_purge(desk->store, NULL, err);
}

enum fail
desk_open(struct store *store, const struct desk_options *options,
    struct desk **ret_desk, struct err *err)
{
	struct arena *arena = arena_new();
	struct desk *desk = arena_alloc(arena, sizeof *desk);
	enum fail fail;

	desk->arena = arena;
	desk->calendar_arena = arena_new();
	desk->store = store;
	desk->options = *options;
	desk->options.assets = arena_text(arena, options->assets);
	if (options->key_file != NULL)
		desk->options.key_file = arena_text(arena, options->key_file);
	session_start(desk);
	fail = key_file_open(desk, err);
	if (!fail)
		fail = start(desk, err);
	if (fail) {
		desk_close(desk);
		return fail;
	}
	*ret_desk = desk;
	return FAIL_NONE;
}

void
desk_close(struct desk *desk)
{
	if (desk == NULL)
		return;
	session_end(desk);
	forget(&desk->keys, sizeof desk->keys);
	arena_free(desk->calendar_arena);
	arena_free(desk->arena);
}

void
desk_closep(struct desk **desk)
{
	desk_close(*desk);
}

struct date
desk_today(const struct desk *desk)
{
	return local_date(desk_now(desk));
}

int64_t
desk_now(const struct desk *desk)
{
	return store_now(desk->store);
}

const char *
desk_station(const struct desk *desk)
{
	return store_station(desk->store);
}

bool
desk_is_practice(const struct desk *desk)
{
	return store_is_practice(desk->store);
}

const struct fact *
desk_refusal(const struct desk *desk)
{
	return store_refusal(desk->store);
}

const struct assets *
desk_assets(const struct desk *desk)
{
	return &desk->assets;
}

struct id
desk_new_id(const struct desk *desk)
{
	return store_new_id(desk->store);
}
