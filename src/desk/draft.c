#include "desk/draft.h"

#include <string.h>

#include "desk/inside.h"
#include "desk/sealing.h"
#include "forms/answers.h"
#include "store/draft.h"

/*
 * The body is one line for the list of drafts, then the answers as
 * forms/answers.h writes them.
 */
static void
body_write(const struct answers *answers, const char *title, struct buf *out)
{
	for (; *title != '\0'; title++)
		buf_char(out, (char)(*title == '\n' ? ' ' : *title));
	buf_char(out, '\n');
	answers_write(answers, out);
}

static const char *
body_answers(const char *body)
{
	const char *end = strchr(body, '\n');

	return end != NULL ? end + 1 : "";
}

static enum fail
demand_officer(struct desk *desk, struct err *err)
{
	if (desk_officer(desk) == NULL)
		return fail_say(err, FAIL_DENIED, "desk.nobody", NULL);
	return FAIL_NONE;
}

struct draft_key
draft_key(const struct desk *desk, const char *form, const struct id *id,
    char hex[ID_HEX_SIZE])
{
	id_print(id, hex);
	return (struct draft_key){ act_officer(desk), form, hex };
}

enum fail
desk_draft_keep(struct desk *desk, const struct id *id,
    const struct answers *answers, const char *title, const char *field,
    struct err *err)
{
	char key[ID_HEX_SIZE];
	scoped_buf body = { 0 };
	struct draft draft;
	enum fail fail = demand_officer(desk, err);

	if (fail)
		return fail;
	buf_init(&body, DRAFT_BODY_MAX);
	body_write(answers, title != NULL ? title : "", &body);
	draft_shut(desk, answers_form(answers)->name, &body);
	if (body.is_over)
		return fail_say(err, FAIL_INVALID, "draft.too-long", NULL);
	id_print(id, key);
	draft = (struct draft){
		.officer = act_officer(desk),
		.form = answers_form(answers)->name,
		.key = key,
		.body = body.text,
		.field = field != NULL ? field : "",
	};
	return store_draft_put(desk->store, &draft, err);
}

static struct desk_draft
draft_show(const struct draft *draft, struct arena *arena)
{
	struct desk_draft shown = {
		.form = draft->form,
		.title = arena_bytes(arena, draft->body,
		    strcspn(draft->body, "\n")),
		.field = draft->field,
		.at_ms = draft->at_ms,
		.discarded_ms = draft->discarded_ms,
	};

	/* A key that is none leaves the zero id, and finds nothing. */
	(void)!id_parse(draft->key, &shown.id);
	return shown;
}

/* The answers, in the version of the form they were typed into. */
static enum fail
draft_read(struct desk *desk, const struct draft *draft, struct arena *arena,
    struct answers **ret_answers, struct err *err)
{
	const char *body = body_answers(draft->body);
	struct problems problems = { .arena = arena };
	const char *name, *version;
	const struct form *form;
	enum fail fail;

	if (answers_written_for(body, strlen(body), arena, &name, &version,
	    err))
		return fail_say(err, FAIL_CORRUPT, "draft.unreadable",
		    draft->form, NULL);
	fail = desk_form(desk, name, version, &form, err);
	if (fail)
		return fail;
	if (answers_read(form, body, strlen(body), &problems, ret_answers,
	    err))
		return fail_say(err, FAIL_CORRUPT, "draft.unreadable",
		    draft->form, NULL);
	return FAIL_NONE;
}

enum fail
desk_draft_take(struct desk *desk, const char *form, const struct id *id,
    struct arena *arena, struct desk_draft *ret_draft, struct err *err)
{
	char hex[ID_HEX_SIZE];
	struct draft_key key = draft_key(desk, form, id, hex);
	struct answers *answers;
	struct draft draft;
	enum fail fail = demand_officer(desk, err);

	if (!fail)
		fail = store_draft_get(desk->store, &key, arena, &draft, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "draft.none", NULL);
	if (!fail)
		fail = draft_open(desk, draft.form, &draft.body, arena, err);
	if (!fail)
		fail = draft_read(desk, &draft, arena, &answers, err);
	if (fail)
		return fail;
	*ret_draft = draft_show(&draft, arena);
	ret_draft->answers = answers;
	return FAIL_NONE;
}

enum fail
desk_drafts(struct desk *desk, bool discarded, struct arena *arena,
    struct desk_draft **ret_drafts, size_t *ret_n, struct err *err)
{
	struct drafts drafts = { .arena = arena };
	struct desk_draft *shown;
	size_t kept = 0;
	enum fail fail = demand_officer(desk, err);

	if (!fail)
		fail = store_draft_list(desk->store, act_officer(desk),
		    &drafts, err);
	if (fail)
		return fail;
	shown = arena_array(arena, drafts.n, sizeof *shown);
	for (size_t i = 0; i < drafts.n; i++) {
		struct draft *draft = &drafts.list[i];

		if ((draft->discarded_ms != 0) != discarded)
			continue;
		/* One that opens no more is listed without a title. */
		if (draft_open(desk, draft->form, &draft->body, arena, NULL))
			draft->body = "";
		shown[kept++] = draft_show(draft, arena);
	}
	*ret_drafts = shown;
	*ret_n = kept;
	return FAIL_NONE;
}

enum fail
desk_draft_discard(struct desk *desk, const char *form, const struct id *id,
    struct err *err)
{
	char hex[ID_HEX_SIZE];
	struct draft_key key = draft_key(desk, form, id, hex);
	enum fail fail = demand_officer(desk, err);

	return fail ? fail : store_draft_discard(desk->store, &key, err);
}

enum fail
desk_draft_restore(struct desk *desk, const char *form, const struct id *id,
    struct err *err)
{
	char hex[ID_HEX_SIZE];
	struct draft_key key = draft_key(desk, form, id, hex);
	enum fail fail = demand_officer(desk, err);

	if (!fail)
		fail = store_draft_restore(desk->store, &key, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "draft.none", NULL);
	return fail;
}
