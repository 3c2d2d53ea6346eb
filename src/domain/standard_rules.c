#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/standard_reader.h"

/* The head of a standard: what the program does with the text. */
typedef void take_word(struct standard_reader *reader,
    const struct directive *directive);

enum { DAYS_MAX = 2000, STAFF_DIGITS_MAX = 4 };

/* "process 7 working-days 32/3" */
static void
take_span(struct standard_reader *reader, const struct directive *directive,
    struct span *span)
{
	bool is_working;
	long days;

	if (directive->n_words != 3 ||
	    !text_is_digits(directive->words[0], 0)) {
		standard_problem(reader, directive, "standard.span");
		return;
	}
	days = strtol(directive->words[0], NULL, 10);
	is_working = strcmp(directive->words[1], "working-days") == 0;
	if (days < 1 || days > DAYS_MAX || (!is_working &&
	    strcmp(directive->words[1], "calendar-days") != 0)) {
		standard_problem(reader, directive, "standard.span");
		return;
	}
	*span = (struct span){ (int)days,
		is_working ? SPAN_WORKING_DAYS : SPAN_CALENDAR_DAYS,
		directive->words[2] };
	standard_mention(reader, directive, span->clause);
}

static void
take_process(struct standard_reader *reader, const struct directive *directive)
{
	take_span(reader, directive, &reader->standard->process);
}

static void
take_window(struct standard_reader *reader, const struct directive *directive)
{
	take_span(reader, directive, &reader->standard->complaint_window);
}

static void
take_answer(struct standard_reader *reader, const struct directive *directive)
{
	take_span(reader, directive, &reader->standard->complaint_answer);
}

static void
take_risk(struct standard_reader *reader, const struct directive *directive)
{
	reader->standard->risk = standard_text(reader, directive);
}

static void
take_head(struct standard_reader *reader, const struct directive *directive)
{
	reader->standard->head = standard_text(reader, directive);
}

/* "fee none 32/4": money does not occur in this program. */
static void
take_fee(struct standard_reader *reader, const struct directive *directive)
{
	if (directive->n_words != 2 ||
	    strcmp(directive->words[0], "none") != 0) {
		standard_problem(reader, directive, "standard.fee");
		return;
	}
	reader->standard->is_free = true;
	standard_mention(reader, directive, directive->words[1]);
}

static void
take_staff(struct standard_reader *reader, const struct directive *directive)
{
	if (directive->n_words != 2 ||
	    !text_is_digits(directive->words[0], 0) ||
	    strlen(directive->words[0]) > STAFF_DIGITS_MAX) {
		standard_problem(reader, directive, "standard.staff");
		return;
	}
	reader->standard->staff = (int)strtol(directive->words[0], NULL, 10);
	standard_mention(reader, directive, directive->words[1]);
}

static void
take_product(struct standard_reader *reader, const struct directive *directive)
{
	if (directive->n_words != 2) {
		standard_problem(reader, directive, "standard.words");
		return;
	}
	reader->standard->product = directive->words[0];
	standard_mention(reader, directive, directive->words[1]);
}

static void
take_motto(struct standard_reader *reader, const struct directive *directive)
{
	if (directive->n_words != 2) {
		standard_problem(reader, directive, "standard.words");
		return;
	}
	reader->standard->motto = directive->words[1];
	standard_mention(reader, directive, directive->words[0]);
}

static void
take_scale(struct standard_reader *reader, const struct directive *directive)
{
	if (directive->n_words == 0)
		standard_problem(reader, directive, "standard.words");
	reader->standard->scales = directive->words;
	reader->standard->n_scales = directive->n_words;
}

/* A copy of n things of size bytes with room for one more at the end. */
static void *
one_more(struct standard_reader *reader, const void *list, size_t n,
    size_t size)
{
	char *longer = arena_array(reader->problems->arena, n + 1, size);

	if (n > 0)
		memcpy(longer, list, n * size);
	return longer;
}

static void
take_kbli(struct standard_reader *reader, const struct directive *directive)
{
	struct standard *standard = reader->standard;
	struct standard_kbli *list;

	if (directive->n_words != 2 ||
	    !text_is_digits(directive->words[0], 5) ||
	    !text_is_digits(directive->words[1], 4)) {
		standard_problem(reader, directive, "standard.kbli");
		return;
	}
	list = one_more(reader, standard->kbli, standard->n_kbli,
	    sizeof *list);
	list[standard->n_kbli++] = (struct standard_kbli){
		directive->words[0], directive->words[1] };
	standard->kbli = list;
}

/* "class 7", perhaps with steps in a block. */
static void
take_class(struct standard_reader *reader, const struct directive *directive)
{
	static const char *const known[] = { "step" };
	struct standard *standard = reader->standard;
	struct procedure_step *steps;
	const char **list;

	if (directive->n_words != 1) {
		standard_problem(reader, directive, "standard.words");
		return;
	}
	if (standard_has_class(standard, directive->words[0]))
		standard_problem(reader, directive, "standard.twice");
	list = one_more(reader, standard->classes, standard->n_classes,
	    sizeof *list);
	list[standard->n_classes++] = directive->words[0];
	standard->classes = list;
	for (size_t i = 0; i < directive->n_children; i++) {
		const struct directive *child = &directive->children[i];

		if (directive_known(reader->document, child, known,
		    array_length(known), reader->problems) < 0)
			continue;
		standard_no_block(reader, child);
		steps = one_more(reader, standard->steps, standard->n_steps,
		    sizeof *steps);
		steps[standard->n_steps++] = (struct procedure_step){
			directive->words[0], standard_text(reader, child) };
		standard->steps = steps;
	}
}

/* "channel a 32/6.2.a", "problem "Biaya/tarif" 32/4" */
static void
take_named(struct standard_reader *reader, const struct directive *directive,
    const struct named_clause **named, size_t *n)
{
	struct named_clause *list;

	if (directive->n_words != 2) {
		standard_problem(reader, directive, "standard.words");
		return;
	}
	for (size_t i = 0; i < *n; i++)
		if (strcmp((*named)[i].key, directive->words[0]) == 0)
			standard_problem(reader, directive, "standard.twice");
	standard_mention(reader, directive, directive->words[1]);
	list = one_more(reader, *named, *n, sizeof *list);
	list[(*n)++] = (struct named_clause){ directive->words[0], "",
		directive->words[1] };
	*named = list;
}

static void
take_channel(struct standard_reader *reader, const struct directive *directive)
{
	take_named(reader, directive, &reader->standard->channels,
	    &reader->standard->n_channels);
}

static void
take_category(struct standard_reader *reader,
    const struct directive *directive)
{
	take_named(reader, directive, &reader->standard->categories,
	    &reader->standard->n_categories);
}

static void
take_element(struct standard_reader *reader, const struct directive *directive)
{
	take_named(reader, directive, &reader->standard->elements,
	    &reader->standard->n_elements);
}

/* The words of a head, as directive_known wants them. */
static const char *const words[] = { "group", "class", "kbli", "problem",
	"channel", "category", "risk", "head", "scale", "process",
	"complaint-window", "complaint-answer", "fee", "staff", "product",
	"motto" };
static take_word *const takers[array_length(words)] = { standard_take_group,
	take_class, take_kbli, take_element, take_channel, take_category,
	take_risk, take_head, take_scale, take_process, take_window,
	take_answer, take_fee, take_staff, take_product, take_motto };

/* Those before have a block, those from here on stand once. */
enum { WORDS_WITH_BLOCK = 2, WORDS_REPEATED = 6 };

static void
take(struct standard_reader *reader, const struct directive *directive)
{
	int word = directive_known(reader->document, directive, words,
	    array_length(words), reader->problems);

	if (word < 0)
		return;
	if (word >= WORDS_WITH_BLOCK)
		standard_no_block(reader, directive);
	if (word >= WORDS_REPEATED && (reader->seen & 1u << word) != 0)
		standard_problem(reader, directive, "standard.twice");
	reader->seen |= 1u << word;
	takers[word](reader, directive);
}

enum fail
standard_read(const struct document *document, struct problems *problems,
    struct standard *ret_standard, struct err *err)
{
	struct standard standard = { .risk = "", .head = "", .product = "",
		.motto = "" };
	struct standard_reader reader = { .document = document,
		.problems = problems, .standard = &standard };
	const struct directive *head = document->directives;
	enum fail fail;

	if (document->n != 1 || strcmp(head->name, "standard") != 0 ||
	    head->n_words != 3 || !text_is_digits(head->words[0], 0) ||
	    !text_is_digits(head->words[1], 0))
		problems_add(problems, document->file,
		    document->n > 0 ? head->line : 0, "standard.head", NULL);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	standard.number = head->words[0];
	standard.version = head->words[1];
	standard.name = head->words[2];
	for (size_t i = 0; i < head->n_children; i++)
		take(&reader, &head->children[i]);
	standard_finish(&reader, head);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_standard = standard;
	return FAIL_NONE;
}
