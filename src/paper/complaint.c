#include "paper/complaint.h"

#include <string.h>

#include "paper/complaint_inside.h"

/* Lists of several complaints; the names of each entry are those of one. */
static const char *const part_names[] = { "entries", "received_today",
	"overdue", "soon", "waiting" };

static const struct paper_part *
part_of(const struct book_source *source, const char *list)
{
	for (size_t i = 0; i < source->book->n_parts; i++)
		if (strcmp(source->book->parts[i].name, list) == 0)
			return &source->book->parts[i];
	return NULL;
}

/* "soon" of "soon.left"; NULL when it is no such name. */
static const char *
left_of(const char *name)
{
	for (size_t i = 0; i < array_length(part_names); i++) {
		size_t n = strlen(part_names[i]);

		if (strncmp(name, part_names[i], n) == 0 &&
		    strcmp(name + n, ".left") == 0)
			return part_names[i];
	}
	return NULL;
}

static bool
is_part(const char *name)
{
	for (size_t i = 0; i < array_length(part_names); i++)
		if (strcmp(part_names[i], name) == 0)
			return true;
	return false;
}

static const char *
book_value(const struct book_source *source, const char *name)
{
	const struct paper_book *book = source->book;
	const char *left = left_of(name);
	const struct paper_part *part =
	    part_of(source, left != NULL ? left : name);
	int n = part == NULL ? 0 : (int)part->total;

	if (left != NULL)
		return part == NULL || part->total == part->n ? "" :
		    common_number(&source->common, n - (int)part->n);
	if (strcmp(name, "filter") == 0)
		return book->filter;
	if (strcmp(name, "from") == 0)
		return common_date(&source->common, book->from);
	if (strcmp(name, "to") == 0)
		return common_date(&source->common, book->to);
	if (is_part(name))
		return common_number(&source->common, n);
	return common_value(&source->common, name);
}

static const char *
value(const void *context, const char *name, const char *list, size_t index)
{
	const struct book_source *source = context;
	const struct paper_complaint *entry = source->book->entry;
	const struct paper_part *part =
	    list == NULL ? NULL : part_of(source, list);
	const char *text = NULL;

	if (part != NULL)
		entry = &part->list[index];
	else if (list != NULL && entry != NULL)
		text = complaint_entry(entry, &source->common, list, index,
		    name);
	if (text == NULL)
		text = book_value(source, name);
	if (text == NULL && entry != NULL)
		text = complaint_value(entry, &source->common, name);
	if (text != NULL || entry == NULL)
		return text;
	return complaint_entries(entry, &source->common, name) > 0 ? "Y" : "";
}

static size_t
count(const void *context, const char *list)
{
	const struct book_source *source = context;
	const struct paper_part *part = part_of(source, list);

	if (part != NULL)
		return part->n;
	return source->book->entry == NULL ? 0 : complaint_entries(
	    source->book->entry, &source->common, list);
}

static struct paper_source
source_of(const void *facts, const struct paper *words, struct arena *arena)
{
	const struct paper_book *book = facts;
	struct book_source *source = arena_alloc(arena, sizeof *source);

	*source = (struct book_source){ book,
		{ book->print, book->standard, words, arena } };
	return (struct paper_source){ value, count, source };
}

bool
paper_book_name_is_known(const char *name)
{
	return is_part(name) || left_of(name) != NULL ||
	    strcmp(name, "filter") == 0 || strcmp(name, "from") == 0 ||
	    strcmp(name, "to") == 0 || common_value_is_known(name) ||
	    complaint_value_is_known(name) || complaint_entry_is_known(name);
}

enum fail
paper_book_text(const struct handout *handout, const struct paper_book *book,
    struct buf *out, struct err *err)
{
	const struct paper_maker maker = { paper_book_name_is_known,
		source_of, book };

	return paper_make_text(handout, &maker, out, err);
}

/* One {name} at text; returns what follows it. */
static const char *
fill_name(const struct book_source *source, const char *text, struct buf *out)
{
	const char *close = strchr(text, '}'), *name = "", *filled;
	scoped_arena arena = arena_new();

	if (close != NULL)
		name = arena_bytes(arena, text + 1,
		    (size_t)(close - text) - 1);
	if (!paper_book_name_is_known(name)) {
		buf_char(out, *text);
		return text + 1;
	}
	filled = value(source, name, NULL, 0);
	if (*filled == '\0')
		filled = "............";
	buf_text(out, filled);
	/* "Tindak lanjut: {follow_up}." of a sentence has its full stop. */
	return close + 1 + (close[1] == '.' &&
	    filled[strlen(filled) - 1] == '.');
}

enum fail
paper_answer_text(const struct paper_file *words,
    const struct answer_template *template, const struct paper_book *book,
    struct buf *out, struct err *err)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct paper known = { 0 };
	struct book_source source;
	enum fail fail;

	fail = paper_file_read(words, paper_book_name_is_known, &problems,
	    &known, err);
	if (fail)
		return fail;
	source = (struct book_source){ book,
		{ book->print, book->standard, &known, arena } };
	for (const char *at = template->text; *at != '\0';) {
		if (*at == '{') {
			at = fill_name(&source, at, out);
			continue;
		}
		buf_text(out, *at == '\n' ? "\n" : "");
		buf_char(out, *at++);
	}
	if (out->is_over)
		return fail_set(err, FAIL_MEMORY, "%s: longer than %zu bytes",
		    template->name, out->ceiling);
	return FAIL_NONE;
}
