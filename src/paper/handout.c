#include "paper/handout.h"

enum fail
paper_file_read(const struct paper_file *file,
    bool (*is_known)(const char *name), struct problems *problems,
    struct paper *ret_paper, struct err *err)
{
	struct document document = { 0 };
	enum fail fail;

	fail = directive_read(
	    file->name, file->bytes, file->size, problems, &document, err);
	if (fail)
		return fail;
	return paper_read(&document, is_known, problems, ret_paper, err);
}

enum fail
paper_make_text(const struct handout *handout, const struct paper_maker *maker,
    struct buf *out, struct err *err)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct paper paper = { 0 }, words = { 0 };
	struct paper_source source;
	enum fail fail;

	fail = paper_file_read(&handout->words, maker->is_known, &problems,
	    &words, err);
	if (!fail)
		fail = paper_words_check(
		    &words, handout->words.name, &problems, err);
	if (!fail)
		fail = paper_file_read(&handout->paper, maker->is_known,
		    &problems, &paper, err);
	if (fail)
		return fail;
	source = maker->source(maker->facts, &words, arena);
	paper_render(&paper, &source, handout->size, out);
	if (out->is_over)
		return fail_set(err, FAIL_MEMORY, "%s: longer than %zu bytes",
		    handout->paper.name, out->ceiling);
	return FAIL_NONE;
}

static struct paper_source
source_of_case(const void *facts, const struct paper *words,
    struct arena *arena)
{
	return paper_case_source(facts, words, arena);
}

enum fail
paper_print_text(const struct handout *handout, const struct paper_case *facts,
    struct buf *out, struct err *err)
{
	const struct paper_maker maker = { paper_name_is_known,
		source_of_case, facts };

	return paper_make_text(handout, &maker, out, err);
}
