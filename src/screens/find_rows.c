#include "screens/find_rows.h"

#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/list.h"
#include "domain/identity.h"
#include "domain/standard.h"
#include "screens/book_arg.h"
#include "screens/complaint_rows.h"
#include "screens/list_arg.h"
#include "screens/list_row.h"
#include "screens/screens.h"

enum {
	ROWS_EACH = 5, /* of a group beside others */
	ROWS_ALONE = 100,
	CODE_COLUMNS = 19,
};

void
find_rows_init(struct find_rows *rows, struct desk *desk)
{
	*rows = (struct find_rows){ .desk = desk, .arena = arena_new() };
}

void
find_rows_done(struct find_rows *rows)
{
	arena_free(rows->arena);
	*rows = (struct find_rows){ 0 };
}

static void
add(struct find_rows *rows, struct find_row row)
{
	rows->list = arena_grow(rows->arena, rows->list, rows->n, &rows->room,
	    sizeof *rows->list);
	rows->list[rows->n++] = row;
}

void
find_add(struct find_rows *rows, const struct find_group *group,
    const void *data)
{
	add(rows, (struct find_row){ .group = group, .data = data });
	rows->found++;
}

static enum fail
search_applications(struct find_rows *rows, const struct find_group *group,
    const char *text, size_t limit, struct err *err)
{
	struct list_page page = { .arena = rows->arena, .limit = limit };
	enum fail fail;

	fail = desk_search(rows->desk, text, &page, err);
	for (size_t i = 0; !fail && i < page.n; i++)
		find_add(rows, group, &page.list[i]);
	return fail;
}

static void
paint_application(const void *data, struct canvas *canvas, struct area area,
    enum face face)
{
	list_row_paint(data, canvas, area, face);
}

static struct step
open_application(const void *data, struct arena *arena)
{
	const struct list_row *row = data;
	struct id *id = arena_alloc(arena, sizeof *id);

	*id = row->id;
	return step_push(&application_screen, id);
}

static enum fail
search_complaints(struct find_rows *rows, const struct find_group *group,
    const char *text, size_t limit, struct err *err)
{
	struct complaint_lines lines = { .arena = rows->arena,
		.limit = limit };
	enum fail fail;

	fail = desk_complaint_search(rows->desk, text, &lines, err);
	for (size_t i = 0; !fail && i < lines.n; i++)
		find_add(rows, group, &lines.list[i]);
	return fail;
}

static void
paint_complaint(const void *data, struct canvas *canvas, struct area area,
    enum face face)
{
	complaint_row_paint(data, canvas, area, face);
}

static struct step
open_complaint(const void *data, struct arena *arena)
{
	const struct complaint_line *line = data;
	struct complaint_arg *arg = arena_alloc(arena, sizeof *arg);

	*arg = (struct complaint_arg){ .id = line->id };
	return step_push(&complaint_screen, arg);
}

static enum fail
search_people(struct find_rows *rows, const struct find_group *group,
    const char *text, size_t limit, struct err *err)
{
	struct found_records found = { .arena = rows->arena, .limit = limit };
	enum fail fail;

	fail = desk_search_people(rows->desk, text, &found, err);
	for (size_t i = 0; !fail && i < found.n; i++)
		find_add(rows, group, &found.list[i]);
	return fail;
}

static enum fail
search_companies(struct find_rows *rows, const struct find_group *group,
    const char *text, size_t limit, struct err *err)
{
	struct found_records found = { .arena = rows->arena, .limit = limit };
	enum fail fail;

	fail = desk_search_companies(rows->desk, text, &found, err);
	for (size_t i = 0; !fail && i < found.n; i++)
		find_add(rows, group, &found.list[i]);
	return fail;
}

/* A code in its column, then the text. */
static void
paint_pair(struct canvas *canvas, struct area area, enum face face,
    const char *code, const char *text)
{
	int column = canvas_put_in(canvas, area.row, area.column + 2,
	    CODE_COLUMNS, face, code);

	canvas_put_in(canvas, area.row, column,
	    area.columns - CODE_COLUMNS - 2, face, text);
}

/* An identity number is masked in every list. */
static void
paint_person(const void *data, struct canvas *canvas, struct area area,
    enum face face)
{
	char masked[IDENTITY_SIZE];

	nik_mask(record_text(data, PERSON_NIK), masked);
	paint_pair(canvas, area, face, masked, record_text(data, PERSON_NAME));
}

static void
paint_company(const void *data, struct canvas *canvas, struct area area,
    enum face face)
{
	paint_pair(canvas, area, face, record_text(data, COMPANY_NIB),
	    record_text(data, COMPANY_COMPANY_NAME));
}

/* The applications of a person or a company: the list, searched. */
static struct step
open_list(const char *text, struct arena *arena)
{
	struct list_arg *arg = arena_alloc(arena, sizeof *arg);

	*arg = (struct list_arg){ .filter = LIST_ALL,
		.text = arena_text(arena, text) };
	return step_push(&list_screen, arg);
}

static struct step
open_person(const void *data, struct arena *arena)
{
	return open_list(record_text(data, PERSON_NAME), arena);
}

static struct step
open_company(const void *data, struct arena *arena)
{
	return open_list(record_text(data, COMPANY_NIB), arena);
}

static enum fail
search_clauses(struct find_rows *rows, const struct find_group *group,
    const char *text, size_t limit, struct err *err)
{
	const struct assets *assets = desk_assets(rows->desk);

	(void)err;
	for (size_t i = 0; i < assets->n_standards; i++) {
		const struct standard *standard = assets->standards[i];
		size_t at = standard_find(standard, text, 0);

		for (; at < standard->n_clauses && limit > 0; limit--) {
			find_add(rows, group, &standard->clauses[at]);
			at = standard_find(standard, text, at + 1);
		}
	}
	return FAIL_NONE;
}

static void
paint_clause(const void *data, struct canvas *canvas, struct area area,
    enum face face)
{
	const struct clause *clause = data;
	const char *text = clause->text;

	if (*clause->title != '\0')
		text = clause->title;
	else if (*clause->brief != '\0')
		text = clause->brief;
	paint_pair(canvas, area, face, clause->id, text);
}

static struct step
open_clause(const void *data, struct arena *arena)
{
	const struct clause *clause = data;

	return step_push(&standard_screen, arena_text(arena, clause->id));
}

static const struct find_group groups[] = {
	{ "find.applications", search_applications, paint_application,
	    open_application },
	{ "find.complaints", search_complaints, paint_complaint,
	    open_complaint },
	{ "find.people", search_people, paint_person, open_person },
	{ "find.companies", search_companies, paint_company, open_company },
	{ "find.clauses", search_clauses, paint_clause, open_clause },
};

const struct find_group *
find_groups(size_t *ret_n)
{
	*ret_n = array_length(groups);
	return groups;
}

/* A group without a row has no heading either. */
static enum fail
search_group(struct find_rows *rows, const struct find_group *group,
    const char *text, size_t limit, struct err *err)
{
	size_t heading = rows->n;
	enum fail fail;

	add(rows, (struct find_row){ .group = group });
	fail = group->search(rows, group, text, limit, err);
	rows->list[heading].n = rows->n - heading - 1;
	rows->list[heading].has_more = rows->list[heading].n == limit;
	if (rows->list[heading].n == 0)
		rows->n = heading;
	return fail == FAIL_DENIED ? FAIL_NONE : fail;
}

enum fail
find_rows_search(struct find_rows *rows, const char *text,
    const struct find_group *only, struct err *err)
{
	enum fail fail = FAIL_NONE;

	arena_reset(rows->arena);
	rows->list = NULL;
	rows->n = rows->room = rows->found = 0;
	if (*text == '\0')
		return FAIL_NONE;
	for (size_t i = 0; !fail && i < array_length(groups); i++)
		if (only == NULL || only == &groups[i])
			fail = search_group(rows, &groups[i], text,
			    only == NULL ? ROWS_EACH : ROWS_ALONE, err);
	return fail;
}
