#include "paper/template.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"
#include "paper/complaint.h"

enum { ENTRIES = 9, OUT_MAX = 1 << 18 };

/* Long, wide, empty and evil ones in turn. */
static const char *
value(const void *context, const char *name, const char *list, size_t index)
{
	static const char *const texts[] = { "", "Y",
		"\xe6\x97\xa5\xe6\x9c\xac\xe6\x97\xa5\xe6\x9c\xac \xe6\x97\xa5",
		"a\x1b[2J\xe2\x80\xae\nb\xff",
		"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
		"e\xcc\x81 " };

	(void)context;
	(void)list;
	return texts[(strlen(name) + index) % array_length(texts)];
}

static size_t
count(const void *context, const char *list)
{
	(void)context;
	(void)list;
	return ENTRIES;
}

/* No line is too wide, and nothing but text reaches the paper. */
static void
check(const struct paper *paper, struct paper_size size)
{
	static const struct paper_source source = { value, count, NULL };
	scoped_buf out;

	buf_init(&out, OUT_MAX);
	buf_text(&out, "");
	paper_render(paper, &source, size, &out);
	if (out.is_over)
		return;
	assert(text_is_valid(out.text, out.size));
	for (const char *at = out.text; *at != '\0';) {
		size_t line = strcspn(at, "\n\f");

		assert(text_columns_n(at, line) <= size.columns + size.margin);
		for (size_t i = 0; i < line; i++)
			assert((unsigned char)at[i] >= ' ');
		at += line + (at[line] != '\0');
	}
}

/* A name of any sort of paper. */
static bool
is_known(const char *name)
{
	return paper_name_is_known(name) || paper_book_name_is_known(name) ||
	    paper_blank_name_is_known(name);
}

/* A template reads without a problem and prints within its width, or not. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct paper paper = { 0 };
	enum fail fail;

	if (directive_read(
		"fuzz", (const char *)bytes, size, &problems, &document, NULL))
		return 0;
	fail = paper_read(&document, is_known, &problems, &paper, NULL);
	assert((fail == FAIL_NONE) == (problems.n == 0));
	assert((fail == FAIL_NONE) == (paper.name != NULL));
	if (fail)
		return 0;
	check(&paper, paper_a4());
	check(&paper, paper_roll());
	return 0;
}
