#include "paper_share.h"

#include "base/crypto.h"

static bool
draws_fault(struct paper_share *paper)
{
	bool is_fault = (int)t_random_below(paper->random, 1000) <
	    paper->fault_permille;

	paper->faults += is_fault;
	return is_fault;
}

static bool
is_hidden(const struct paper_share *paper, const char *path)
{
	return paper->hides != NULL && strstr(path, paper->hides) != NULL;
}

static struct paper_file *
find(struct paper_share *paper, const char *path)
{
	if (is_hidden(paper, path))
		return NULL;
	for (size_t i = 0; i < paper->n; i++)
		if (strcmp(paper->files[i].path, path) == 0)
			return &paper->files[i];
	return NULL;
}

static enum fail
fault(struct err *err)
{
	return fail_say(err, FAIL_IO, "share.io", "sim", "EIO", NULL);
}

/* The name directly in the folder, or NULL: deeper, or elsewhere. */
static const char *
name_in(const char *path, const char *folder, bool is_folder,
    struct arena *arena)
{
	size_t size = strlen(folder);
	const char *name = path, *slash;

	if (size > 0) {
		if (strncmp(path, folder, size) != 0 || path[size] != '/')
			return NULL;
		name = path + size + 1;
	}
	slash = strchr(name, '/');
	if ((slash != NULL) != is_folder)
		return NULL;
	return slash == NULL ? arena_text(arena, name) :
			       arena_bytes(arena, name,
				   (size_t)(slash - name));
}

static bool
ends_in(const char *name, const char *suffix)
{
	size_t n = strlen(name), m = strlen(suffix);

	return n >= m && strcmp(name + n - m, suffix) == 0;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum fail
paper_list(void *context, const struct share_wish *wish, struct arena *arena,
    struct share_names *ret_names, struct err *err)
{
	struct paper_share *paper = context;
	const char **names = arena_array(arena, paper->n + 1, sizeof *names);
	size_t n = 0, kept = 0;
	bool is_short = paper->fault_permille > 0 && draws_fault(paper);

	if (draws_fault(paper))
		return fault(err);
	for (size_t i = 0; i < paper->n; i++) {
		const char *name = name_in(paper->files[i].path, wish->folder,
		    wish->is_folders, arena);

		if (name == NULL || !ends_in(name, wish->suffix) ||
		    is_hidden(paper, paper->files[i].path) ||
		    (paper->is_stale && !paper->files[i].is_old))
			continue;
		/* B11: a listing that leaves names out. */
		if (is_short && t_random_below(paper->random, 2) == 0)
			continue;
		names[n++] = name;
	}
	qsort(names, n, sizeof *names, by_bytes);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || strcmp(names[kept - 1], names[i]) != 0)
			names[kept++] = names[i];
	if (paper->is_short)
		kept /= 2;
	*ret_names = (struct share_names){ .sample = "" };
	ret_names->n = kept < wish->newest ? kept : wish->newest;
	ret_names->name = names + kept - ret_names->n;
	return FAIL_NONE;
}

static enum fail
paper_get(void *context, const char *path, size_t limit, struct buf *bytes,
    struct err *err)
{
	struct paper_share *paper = context;
	const struct paper_file *file = find(paper, path);

	if (draws_fault(paper))
		return fault(err);
	if (file == NULL)
		return fail_say(err, FAIL_MISSING, "share.io", path, "ENOENT",
		    NULL);
	if (file->size > limit)
		return fail_say(err, FAIL_INVALID, "share.too-large", path,
		    NULL);
	buf_add(bytes, file->bytes, file->size);
	return FAIL_NONE;
}

static void
write_file(struct paper_share *paper, const struct share_file *file)
{
	struct paper_file *there = find(paper, file->path);

	if (there == NULL) {
		assert_true(paper->n < PAPER_FILES_MAX);
		there = &paper->files[paper->n++];
		there->is_old = false;
		snprintf(there->path, sizeof there->path, "%s", file->path);
	} else {
		free(there->bytes);
	}
	there->bytes = malloc(file->size + 1);
	assert_non_null(there->bytes);
	memcpy(there->bytes, file->bytes, file->size);
	there->size = file->size;
}

static enum fail
paper_put(void *context, const struct share_file *file, int64_t *ret_ms,
    struct err *err)
{
	struct paper_share *paper = context;
	const struct paper_file *there = find(paper, file->path);

	*ret_ms = paper->now_ms;
	if (draws_fault(paper))
		return fault(err);
	/* B19: acknowledged, and dropped by the server later. */
	if (draws_fault(paper) || paper->drops)
		return FAIL_NONE;
	if (there != NULL && !file->may_replace &&
	    (there->size != file->size ||
		memcmp(there->bytes, file->bytes, file->size) != 0))
		return fail_say(err, FAIL_CONFLICT, "share.other-bytes",
		    file->path, NULL);
	write_file(paper, file);
	/* B17: it happened, and the answer was lost. */
	return draws_fault(paper) ? fault(err) : FAIL_NONE;
}

static enum fail
paper_compare(void *context, const char *path, size_t size,
    const uint8_t hash[HASH_SIZE], struct err *err)
{
	struct paper_share *paper = context;
	const struct paper_file *file = find(paper, path);
	uint8_t found[HASH_SIZE];

	if (draws_fault(paper))
		return fault(err);
	if (file == NULL)
		return fail_say(err, FAIL_MISSING, "share.io", path, "ENOENT",
		    NULL);
	hash_bytes(file->bytes, file->size, NULL, 0, found);
	if (file->size != size || memcmp(found, hash, HASH_SIZE) != 0)
		return fail_say(err, FAIL_CORRUPT, "share.not-kept", path,
		    NULL);
	return FAIL_NONE;
}

static enum fail
paper_remove(void *context, const char *path, struct err *err)
{
	struct paper_share *paper = context;
	struct paper_file *file = find(paper, path);

	if (draws_fault(paper))
		return fault(err);
	if (file == NULL)
		return FAIL_NONE;
	free(file->bytes);
	*file = paper->files[--paper->n];
	return FAIL_NONE;
}

static enum fail
paper_space(void *context, struct share_space *ret_space, struct err *err)
{
	(void)context;
	(void)err;
	*ret_space = (struct share_space){ UINT64_C(1) << 40,
		UINT64_C(1) << 39 };
	return FAIL_NONE;
}

static const struct share_ops paper_ops = {
	.list = paper_list,
	.get = paper_get,
	.put = paper_put,
	.compare = paper_compare,
	.remove = paper_remove,
	.space = paper_space,
};

struct share
paper_share(struct paper_share *paper)
{
	return (struct share){ .ops = &paper_ops, .context = paper };
}

void
paper_remember(struct paper_share *paper)
{
	paper->kept = paper->n;
	for (size_t i = 0; i < paper->n; i++)
		paper->files[i].is_old = true;
}

void
paper_set_back(struct paper_share *paper)
{
	while (paper->n > paper->kept)
		free(paper->files[--paper->n].bytes);
}

/* The marker was written first. */
void
paper_empty(struct paper_share *paper)
{
	while (paper->n > 1)
		free(paper->files[--paper->n].bytes);
	paper->kept = 1;
}

size_t
paper_lose(struct paper_share *paper, const char *part)
{
	size_t n = 0;

	for (size_t i = 0; i < paper->n; i++) {
		if (strstr(paper->files[i].path, part) == NULL)
			continue;
		free(paper->files[i].bytes);
		paper->files[i--] = paper->files[--paper->n];
		n++;
	}
	return n;
}

size_t
paper_cut(struct paper_share *paper, const char *part)
{
	size_t n = 0;

	for (size_t i = 0; i < paper->n; i++)
		if (strstr(paper->files[i].path, part) != NULL &&
		    paper->files[i].size > 0) {
			paper->files[i].size = 0;
			n++;
		}
	return n;
}

size_t
paper_count(const struct paper_share *paper, const char *part)
{
	size_t n = 0;

	for (size_t i = 0; i < paper->n; i++)
		n += strstr(paper->files[i].path, part) != NULL;
	return n;
}

void
paper_free(struct paper_share *paper)
{
	while (paper->n > 0)
		free(paper->files[--paper->n].bytes);
}
