#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "sync/share_inside.h"
#include "sync/share_probe.h"
#include "sync/share_wire.h"

/* One question on its way through the direct share. */
struct serving {
	struct share share;
	struct share_direct *direct;
	struct share_ask ask;
	struct share_answer answer;
	struct buf bytes; /* what came with the question, or goes back */
	struct arena *arena;
};

static void
serving_done(struct serving *serving)
{
	buf_done(&serving->bytes);
	arena_freep(&serving->arena);
}
#define scoped_serving scoped(serving_done) struct serving

enum end { END_NONE, END_CLOSED, END_BROKEN };

static enum end
read_whole(int in, void *bytes, size_t size)
{
	char *at = bytes;
	ssize_t n;

	for (size_t done = 0; done < size; done += (size_t)n) {
		n = share_read(in, at + done, size - done);
		if (n == 0 && done == 0)
			return END_CLOSED;
		if (n <= 0)
			return END_BROKEN;
	}
	return END_NONE;
}

static bool
write_whole(int out, const void *bytes, size_t size)
{
	const char *at = bytes;
	ssize_t n;

	for (size_t done = 0; done < size; done += (size_t)n) {
		n = write(out, at + done, size - done);
		if (n < 0 && errno == EINTR)
			n = 0;
		if (n < 0)
			return false;
	}
	return true;
}

static bool
read_content(struct serving *serving, int in)
{
	char chunk[16384];
	size_t n;

	for (size_t left = serving->ask.size; left > 0; left -= n) {
		n = left < sizeof chunk ? left : sizeof chunk;
		if (read_whole(in, chunk, n) != END_NONE)
			return false;
		buf_add(&serving->bytes, chunk, n);
	}
	return !serving->bytes.is_over;
}

static enum fail
list(struct serving *serving, struct err *err)
{
	const struct share_ask *ask = &serving->ask;
	const struct share_wish wish = {
		.folder = ask->path,
		.suffix = ask->suffix,
		.newest = ask->newest,
		.is_folders = ask->is_folders,
	};
	struct share_names names;
	enum fail fail =
	    share_list(&serving->share, &wish, serving->arena, &names, err);

	if (fail)
		return fail;
	for (size_t i = 0; i < names.n; i++)
		buf_add(
		    &serving->bytes, names.name[i], strlen(names.name[i]) + 1);
	buf_add(&serving->bytes, names.sample, strlen(names.sample) + 1);
	serving->answer.n = names.n;
	serving->answer.ignored = names.ignored;
	return FAIL_NONE;
}

static enum fail
put(struct serving *serving, struct err *err)
{
	const struct share_file file = {
		.path = serving->ask.path,
		.bytes = serving->bytes.text,
		.size = serving->bytes.size,
		.kind = serving->ask.kind,
		.may_replace = serving->ask.may_replace,
	};
	enum fail fail =
	    share_put(&serving->share, &file, &serving->answer.ms, err);

	buf_clear(&serving->bytes);
	return fail;
}

static enum fail
probe(struct serving *serving, struct err *err)
{
	const struct share_ask *ask = &serving->ask;
	struct probe probe;

	if (ask->size >= PROBE_STEPS)
		return fail_set(err, FAIL_INVALID, "no such step");
	share_probe(
	    serving->direct, ask->path, (enum probe_step)ask->size, &probe);
	buf_add(&serving->bytes, &probe, sizeof probe);
	return FAIL_NONE;
}

static enum fail
act(struct serving *serving, struct err *err)
{
	const struct share_ask *ask = &serving->ask;
	const struct share *share = &serving->share;
	struct share_answer *answer = &serving->answer;

	switch (ask->act) {
	case SHARE_LIST: return list(serving, err);
	case SHARE_SIZE:
		return share_direct_size(
		    serving->direct, ask->path, &answer->size, err);
	case SHARE_GET:
		return share_get(
		    share, ask->path, ask->size, &serving->bytes, err);
	case SHARE_PUT: return put(serving, err);
	case SHARE_COMPARE:
		return share_compare(
		    share, ask->path, ask->size, ask->hash, err);
	case SHARE_REMOVE: return share_remove(share, ask->path, err);
	case SHARE_SPACE: return share_space(share, &answer->space, err);
	case SHARE_PROBE: return probe(serving, err);
	}
	return fail_set(err, FAIL_INVALID, "no such act");
}

static enum end
answer_one(struct serving *serving, int in, int out)
{
	enum end end = read_whole(in, &serving->ask, sizeof serving->ask);
	struct share_answer *answer = &serving->answer;
	struct err err = { 0 };

	if (end != END_NONE)
		return end;
	if (serving->ask.act == SHARE_PUT && !read_content(serving, in))
		return END_BROKEN;
	answer->fail = act(serving, &err);
	if (serving->ask.act != SHARE_SIZE)
		answer->size = serving->bytes.size;
	answer->err = err;
	if (!write_whole(out, answer, sizeof *answer) ||
	    !write_whole(out, serving->bytes.text, serving->bytes.size))
		return END_BROKEN;
	return END_NONE;
}

bool
share_serve(struct share_direct *direct, int in, int out)
{
	enum end end = END_NONE;

	while (end == END_NONE) {
		scoped_serving serving = {
			.share = share_direct(direct),
			.direct = direct,
			.arena = arena_new(),
		};

		buf_init(&serving.bytes, SHARE_FILE_MAX);
		end = answer_one(&serving, in, out);
	}
	return end == END_CLOSED;
}
