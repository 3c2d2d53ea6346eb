#include <assert.h>
#include <string.h>

#include "forms/answers.h"
#include "fuzz/fuzz.h"

#define FIELD(name_and_type, more) \
	"field " name_and_type " {\nlabel L\nhint H\nhelp H\n" \
	"privacy personal\n" more "}\n"

static const char form_text[] =
    "form visit 1 Kunjungan {\npage {\nleft {\n" FIELD(
	"nik nik", "fills birth_date\n") FIELD("birth_date date",
	"birth\n") FIELD("name name", "required\n") FIELD("kbli kbli",
	"edition kbli_edition\n") FIELD("kbli_edition text",
	"shown edition kbli\n") FIELD("scale choice",
	"choice kecil Kecil\nchoice besar Besar\n") FIELD("roles many",
	"choice a Satu\nchoice b Dua\nwhen scale kecil\n")
	FIELD("agreed yes-no", "required-when scale besar\n")
	    FIELD("number digits 8", "twice\n") "}\n}\npage {\nwide {\n" FIELD(
		"note area 200", "lines 3\nwhen agreed Y\n")
		FIELD("phone phone", "") FIELD("email email", "")
		    FIELD("village region", "")
			FIELD("district text", "shown district village\n")
			    FIELD("secret secret", "") "}\n}\n}\n";

static struct form
load(struct arena *arena)
{
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct form form = { 0 };
	enum fail fail;

	fail = directive_read("visit.form", form_text, strlen(form_text),
	    &problems, &document, NULL);
	assert(fail == FAIL_NONE);
	fail = form_read(&document, NULL, &problems, &form, NULL);
	assert(fail == FAIL_NONE);
	return form;
}

/* What was taken out of any draft can be written and taken back. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct field_context context = { .today = { 2026, 11, 24 } };
	struct form form = load(arena);
	struct answers *answers = NULL, *again = NULL;
	scoped_buf first = { 0 };
	scoped_buf second = { 0 };
	enum fail fail;

	buf_init(&first, 4 << 20);
	buf_init(&second, 4 << 20);
	if (answers_read(&form, (const char *)bytes, size, &problems, &answers,
		NULL) != FAIL_NONE)
		return 0;
	answers_judge(answers, &context);
	answers_missing(answers, arena);
	assert(*answers_text(answers, "secret") == '\0');
	answers_write(answers, &first);
	if (first.size > DIRECTIVE_FILE_MAX)
		return 0;
	problems.n = 0;
	fail = answers_read(
	    &form, first.text, first.size, &problems, &again, NULL);
	assert(fail == FAIL_NONE && problems.n == 0);
	answers_judge(again, &context);
	answers_write(again, &second);
	assert(strcmp(first.text, second.text) == 0);
	return 0;
}
