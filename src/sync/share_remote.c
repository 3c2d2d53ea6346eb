#include "sync/share_probe.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "sync/share_inside.h"
#include "sync/share_wire.h"

enum {
	MIB = 1 << 20,
	/* A child whose parent was killed is gone within this. */
	LOCK_MS = 1000,
	LOCK_LOOK_MS = 20,
	/* A child that was told to end has nothing to do but that. */
	END_MS = 500,
};

struct share_limits
share_limits_default(void)
{
	return (struct share_limits){
		.marker_ms = 20 * 1000,
		.mib_ms = 60 * 1000,
		.run_ms = 20 * 60 * 1000,
	};
}

/* A child of a run that was killed just now is about to end. */
static enum fail
lock(const char *path, int *ret_fd, struct err *err)
{
	int64_t until_ms = monotonic_ms() + LOCK_MS;
	enum fail fail = file_lock(path, ret_fd, err);

	while (fail == FAIL_BUSY && monotonic_ms() < until_ms) {
		(void)poll(NULL, 0, LOCK_LOOK_MS);
		fail = file_lock(path, ret_fd, err);
	}
	if (fail == FAIL_BUSY)
		return fail_say(err, FAIL_BUSY, "share.stuck", NULL);
	return fail;
}

enum fail
share_remote_start(const struct share_start *start,
    struct share_remote *ret_remote, struct err *err)
{
	struct share_remote remote = { .limits = start->limits };
	int held;
	enum fail fail = lock(start->lock_path, &held, err);

	if (fail)
		return fail;
	fail = child_start(start->argv, held, &remote.child, err);
	/* From here on the child alone holds it. */
	close(held);
	if (fail)
		return fail;
	remote.end_ms = monotonic_ms() + start->limits.run_ms;
	*ret_remote = remote;
	return FAIL_NONE;
}

bool
share_remote_end(struct share_remote *remote)
{
	if (remote->child.pid <= 0)
		return true;
	return child_end(&remote->child, remote->is_hung ? 0 : END_MS);
}

void
share_remote_done(struct share_remote *remote)
{
	(void)share_remote_end(remote);
}

static enum fail
given_up(const struct share_remote *remote, struct err *err)
{
	if (remote->is_hung)
		return fail_say(err, FAIL_BUSY, "share.hung", NULL);
	return fail_say(err, FAIL_IO, "share.child", NULL);
}

static enum fail
lost(struct share_remote *remote, enum fail fail, struct err *err)
{
	if (fail == FAIL_BUSY)
		remote->is_hung = true;
	else
		remote->is_ended = true;
	return given_up(remote, err);
}

/* How long so many bytes may take; each MiB that is begun counts. */
static int64_t
until(const struct share_remote *remote, int ms, size_t size)
{
	int64_t at = monotonic_ms() +
	    (int64_t)ms * (int64_t)(1 + (size > 0 ? (size - 1) / MIB : 0));

	return at < remote->end_ms ? at : remote->end_ms;
}

static int64_t
deadline(const struct share_remote *remote, const struct share_ask *ask)
{
	if (ask->act == SHARE_SIZE || strcmp(ask->path, SHARE_MARKER) == 0)
		return until(remote, remote->limits.marker_ms, 0);
	return until(remote, remote->limits.mib_ms, ask->size);
}

/* What the other end wrote is not believed further than it must be. */
static void
close_fact(struct fact *fact)
{
	fact->code[FACT_CODE_SIZE - 1] = '\0';
	for (int i = 0; i < FACT_ARGS; i++)
		fact->arg[i][FACT_ARG_SIZE - 1] = '\0';
}

static void
close_texts(struct err *err)
{
	close_fact(&err->fact);
	err->text[ERR_TEXT_SIZE - 1] = '\0';
	err->where[ERR_WHERE_SIZE - 1] = '\0';
}

/* Ask, with bytes after the question when it is a put. */
static enum fail
ask_it(struct share_remote *remote, const struct share_ask *ask,
    const void *bytes, int64_t until_ms, struct share_answer *answer)
{
	enum fail fail =
	    child_send(&remote->child, ask, sizeof *ask, until_ms, NULL);

	if (!fail && ask->act == SHARE_PUT)
		fail = child_send(
		    &remote->child, bytes, ask->size, until_ms, NULL);
	if (!fail)
		fail = child_receive(
		    &remote->child, answer, sizeof *answer, until_ms, NULL);
	return fail;
}

/* The same, and the bytes after the answer are appended to content. */
static enum fail
call(struct share_remote *remote, const struct share_ask *ask,
    const void *bytes, struct share_answer *answer, struct buf *content,
    struct err *err)
{
	int64_t until_ms = deadline(remote, ask);
	size_t left, n;
	char chunk[16384];
	enum fail fail;

	if (remote->is_hung || remote->is_ended)
		return given_up(remote, err);
	fail = ask_it(remote, ask, bytes, until_ms, answer);
	left = fail || content == NULL ? 0 : answer->size;
	for (; left > 0 && !fail; left -= n) {
		n = left < sizeof chunk ? left : sizeof chunk;
		fail = child_receive(&remote->child, chunk, n, until_ms, NULL);
		if (!fail)
			buf_add(content, chunk, n);
	}
	if (fail)
		return lost(remote, fail, err);
	close_texts(&answer->err);
	if (answer->fail && err != NULL)
		*err = answer->err;
	return answer->fail;
}

static enum fail
new_ask(struct share_ask *ask, enum share_act act, const char *path,
    struct err *err)
{
	size_t n = strnlen(path, SHARE_PATH_SIZE);

	if (n == SHARE_PATH_SIZE)
		return fail_set(err, FAIL_INVALID, "no path of the share");
	*ask = (struct share_ask){ .act = act };
	memcpy(ask->path, path, n);
	return FAIL_NONE;
}

/* n names and the sample, each with its NUL. */
static enum fail
give_names(const struct share_answer *answer, const struct buf *content,
    struct arena *arena, struct share_names *ret_names, struct err *err)
{
	struct share_names names = { .n = answer->n,
		.ignored = answer->ignored };
	const char *at = arena_bytes(arena, content->text, content->size);
	const char *end = at + content->size;
	const char **list = arena_array(arena, answer->n + 1, sizeof *list);

	for (size_t i = 0; i <= answer->n; i++) {
		if (at >= end)
			return fail_say(err, FAIL_IO, "share.child", NULL);
		list[i] = at;
		at += strlen(at) + 1;
	}
	names.name = list;
	names.sample = list[answer->n];
	*ret_names = names;
	return FAIL_NONE;
}

static enum fail
list(void *context, const struct share_wish *wish, struct arena *arena,
    struct share_names *ret_names, struct err *err)
{
	struct share_answer answer = { 0 };
	scoped_buf content = { 0 };
	struct share_ask ask;
	enum fail fail = new_ask(&ask, SHARE_LIST, wish->folder, err);

	if (fail)
		return fail;
	memcpy(ask.suffix, wish->suffix,
	    strnlen(wish->suffix, SHARE_SUFFIX_SIZE - 1));
	ask.newest = wish->newest;
	ask.is_folders = wish->is_folders;
	buf_init(&content, (size_t)SHARE_LIST_MAX * SHARE_NAME_SIZE + MIB);
	fail = call(context, &ask, NULL, &answer, &content, err);
	if (fail)
		return fail;
	if (content.is_over || answer.n > SHARE_LIST_MAX)
		return fail_say(err, FAIL_IO, "share.child", NULL);
	return give_names(&answer, &content, arena, ret_names, err);
}

/* Its size is asked first: a small file must not be waited for as long as the
 * largest might take. */
static enum fail
get(void *context, const char *path, size_t limit, struct buf *bytes,
    struct err *err)
{
	struct share_answer answer = { 0 };
	size_t before = bytes->size;
	struct share_ask ask;
	enum fail fail = new_ask(&ask, SHARE_SIZE, path, err);

	if (!fail)
		fail = call(context, &ask, NULL, &answer, NULL, err);
	if (fail)
		return fail;
	if (answer.size > limit)
		return fail_say(
		    err, FAIL_INVALID, "share.too-large", path, NULL);
	ask.act = SHARE_GET;
	ask.size = answer.size;
	fail = call(context, &ask, NULL, &answer, bytes, err);
	if (!fail && (bytes->is_over || bytes->size - before > limit))
		fail =
		    fail_say(err, FAIL_INVALID, "share.too-large", path, NULL);
	if (fail)
		buf_cut(bytes, before);
	return fail;
}

static enum fail
put(void *context, const struct share_file *file, int64_t *ret_ms,
    struct err *err)
{
	struct share_answer answer = { 0 };
	struct share_ask ask;
	enum fail fail = new_ask(&ask, SHARE_PUT, file->path, err);

	if (fail)
		return fail;
	if (file->size > SHARE_FILE_MAX)
		return fail_say(
		    err, FAIL_INVALID, "share.too-large", file->path, NULL);
	ask.size = file->size;
	ask.kind = file->kind;
	ask.may_replace = file->may_replace;
	fail = call(context, &ask, file->bytes, &answer, NULL, err);
	if (!fail)
		*ret_ms = answer.ms;
	return fail;
}

static enum fail
compare(void *context, const char *path, size_t size,
    const uint8_t hash[HASH_SIZE], struct err *err)
{
	struct share_answer answer = { 0 };
	struct share_ask ask;
	enum fail fail = new_ask(&ask, SHARE_COMPARE, path, err);

	if (fail)
		return fail;
	ask.size = size;
	memcpy(ask.hash, hash, HASH_SIZE);
	return call(context, &ask, NULL, &answer, NULL, err);
}

static enum fail
remove_file(void *context, const char *path, struct err *err)
{
	struct share_answer answer = { 0 };
	struct share_ask ask;
	enum fail fail = new_ask(&ask, SHARE_REMOVE, path, err);

	return fail ? fail : call(context, &ask, NULL, &answer, NULL, err);
}

static enum fail
space(void *context, struct share_space *ret_space, struct err *err)
{
	struct share_answer answer = { 0 };
	struct share_ask ask;
	enum fail fail = new_ask(&ask, SHARE_SPACE, "", err);

	if (!fail)
		fail = call(context, &ask, NULL, &answer, NULL, err);
	if (!fail)
		*ret_space = answer.space;
	return fail;
}

enum fail
share_remote_probe(struct share_remote *remote, const char *folder,
    enum probe_step step, struct probe *ret_probe, struct err *err)
{
	struct share_answer answer = { 0 };
	scoped_buf content = { 0 };
	struct share_ask ask;
	enum fail fail = new_ask(&ask, SHARE_PROBE, folder, err);

	if (fail)
		return fail;
	ask.size = step;
	buf_init(&content, sizeof *ret_probe);
	fail = call(remote, &ask, NULL, &answer, &content, err);
	if (!fail && content.size != sizeof *ret_probe)
		fail = fail_say(err, FAIL_IO, "share.child", NULL);
	if (fail)
		return fail;
	memcpy(ret_probe, content.text, sizeof *ret_probe);
	close_fact(&ret_probe->fact);
	return FAIL_NONE;
}

struct share
share_remote(struct share_remote *remote)
{
	static const struct share_ops ops = {
		.list = list,
		.get = get,
		.put = put,
		.compare = compare,
		.remove = remove_file,
		.space = space,
	};

	return (struct share){ .ops = &ops, .context = remote };
}
