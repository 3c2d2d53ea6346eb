#include "screens/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct words *const all[] = {
	&words_alike,
	&words_base,
	&words_book,
	&words_case,
	&words_cli,
	&words_desk,
	&words_doctor,
	&words_duty,
	&words_exchange,
	&words_forms,
	&words_home,
	&words_identity,
	&words_paper,
	&words_screens,
	&words_standard,
	&words_store,
	&words_sync,
	&words_ui,
};

const struct words *const *
words_all(size_t *ret_n)
{
	*ret_n = array_length(all);
	return all;
}

const char *
words_find(const char *code)
{
	for (size_t i = 0; i < array_length(all); i++)
		for (size_t j = 0; j < all[i]->n; j++)
			if (strcmp(all[i]->list[j].code, code) == 0)
				return all[i]->list[j].sentence;
	return NULL;
}

const char *
words(const char *code)
{
	const char *sentence = words_find(code);

	return sentence != NULL ? sentence : code;
}

void
words_say(const struct fact *fact, struct buf *out)
{
	const char *at = words(fact->code);

	for (; *at != '\0'; at++) {
		if (at[0] == '{' && at[1] >= '1' && at[1] < '1' + FACT_ARGS &&
		    at[2] == '}') {
			buf_text(out, fact->arg[at[1] - '1']);
			at += 2;
		} else {
			buf_char(out, *at);
		}
	}
}

void
words_print(struct buf *out, const char *code, ...)
{
	struct fact fact = { 0 };
	va_list list;

	fact_set(&fact, code, NULL);
	va_start(list, code);
	for (int i = 0; i < FACT_ARGS; i++) {
		const char *arg = va_arg(list, const char *);

		if (arg == NULL)
			break;
		fact_arg(&fact, i, "%s", arg);
	}
	va_end(list);
	words_say(&fact, out);
}

void
words_err(const struct err *err, struct buf *out)
{
	char code[FACT_CODE_SIZE];

	if (words_find(err->fact.code) != NULL) {
		if (*err->where != '\0')
			buf_print(out, "%s: ", err->where);
		words_say(&err->fact, out);
		return;
	}
	snprintf(code, sizeof code, "fail.%s", fail_name(err->fail));
	words_print(out, code, err->text, NULL);
}
