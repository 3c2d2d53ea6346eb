#include "lib/share.h"

#include "lib/calls.h"

static void
fill(void *context, void *bytes, size_t size)
{
	struct t_random *random = context;

	for (size_t i = 0; i < size; i++)
		((uint8_t *)bytes)[i] = (uint8_t)t_random_next(random);
}

void
write_plain(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

int
share_setup(void **state)
{
	struct share_fixture *it = calloc(1, sizeof *it);

	it->folder = t_folder_new();
	it->arena = arena_new();
	it->random.state = 7;
	it->direct.root = it->folder.path;
	it->direct.entropy =
	    (struct entropy){ .fill = fill, .context = &it->random };
	it->share = share_direct(&it->direct);
	write_plain(t_path(it->arena, &it->folder, "fleet"), "marker");
	calls_reset();
	*state = it;
	return 0;
}

int
share_teardown(void **state)
{
	struct share_fixture *it = *state;

	calls_reset();
	t_folder_done(&it->folder);
	arena_free(it->arena);
	free(it);
	return 0;
}

const char *
place(struct share_fixture *it, const char *path)
{
	return t_path(it->arena, &it->folder, path);
}

enum fail
put_as(struct share_fixture *it, const char *path, const char *text,
    bool may_replace, struct err *err)
{
	const struct share_file file = {
		.path = path,
		.bytes = text,
		.size = strlen(text),
		.kind = SHARE_BUNDLE,
		.may_replace = may_replace,
	};
	int64_t ms;

	return share_put(&it->share, &file, &ms, err);
}

enum fail
put(struct share_fixture *it, const char *text, struct err *err)
{
	return put_as(it, BUNDLE, text, false, err);
}

void
assert_holds(struct share_fixture *it, const char *path, const char *text)
{
	scoped_buf bytes = { 0 };
	struct err err = { 0 };

	buf_init(&bytes, 1 << 20);
	t_done(share_get(&it->share, path, 1 << 20, &bytes, &err), err);
	assert_string_equal(bytes.text, text);
}

struct share_names
list(struct share_fixture *it, const char *folder, const char *suffix)
{
	const struct share_wish wish = {
		.folder = folder, .suffix = suffix, .newest = 3
	};
	struct share_names names = { 0 };
	struct err err = { 0 };

	t_done(share_list(&it->share, &wish, it->arena, &names, &err), err);
	return names;
}
