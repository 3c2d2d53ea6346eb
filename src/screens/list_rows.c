#include "screens/list_rows.h"

static enum fail
count(void *context, size_t *ret_n, struct err *err)
{
	struct list_rows *rows = context;

	return desk_list_count(rows->desk, &rows->query, ret_n, err);
}

static enum fail
read_page(void *context, struct row_page *page, struct err *err)
{
	struct list_rows *rows = context;
	struct list_page list = { .arena = page->arena, .limit = ROW_PAGE,
		.after = page->after, .is_backwards = page->is_backwards };
	enum fail fail;

	fail = desk_list(rows->desk, &rows->query, &list, err);
	page->list = list.list;
	page->n = list.n;
	return fail;
}

static enum fail
search(void *context, const char *text, struct row_page *page,
    struct err *err)
{
	struct list_rows *rows = context;
	struct list_page list = { .arena = page->arena, .limit = ROW_PAGE };
	enum fail fail;

	fail = desk_search(rows->desk, text, &list, err);
	page->list = list.list;
	page->n = list.n;
	return fail;
}

struct row_source
list_rows_source(struct list_rows *rows)
{
	return (struct row_source){ sizeof(struct list_row), count,
		read_page, search, rows };
}
