#include "base/fact.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Shorten text that filled all of its room to whole characters. */
static void
cut_at_character(char *text, size_t length)
{
	size_t begin = length;

	while (begin > 0 && ((unsigned char)text[begin - 1] & 0xC0) == 0x80)
		begin--;
	if (begin == 0)
		return;
	begin--;

	unsigned char lead = (unsigned char)text[begin];
	size_t wanted = lead >= 0xF0 ? 4 :
	    lead >= 0xE0             ? 3 :
	    lead >= 0xC0             ? 2 :
				       1;

	if (begin + wanted > length)
		text[begin] = '\0';
}

static void
copy_cut(char *into, size_t room, const char *text)
{
	size_t length = strnlen(text, room);

	if (length < room) {
		memcpy(into, text, length + 1);
		return;
	}
	memcpy(into, text, room - 1);
	into[room - 1] = '\0';
	cut_at_character(into, room - 1);
}

void
fact_vset(struct fact *fact, const char *code, va_list list)
{
	const char *arg;

	memset(fact, 0, sizeof(*fact));
	copy_cut(fact->code, sizeof(fact->code), code);
	for (int i = 0; i < FACT_ARGS; i++) {
		arg = va_arg(list, const char *);
		if (arg == NULL)
			return;
		copy_cut(fact->arg[i], sizeof(fact->arg[i]), arg);
	}
}

void
fact_set(struct fact *fact, const char *code, ...)
{
	va_list list;

	if (fact == NULL)
		return;
	va_start(list, code);
	fact_vset(fact, code, list);
	va_end(list);
}

void
fact_arg(struct fact *fact, int index, const char *format, ...)
{
	va_list list;
	int length;

	if (fact == NULL)
		return;
	assert(index >= 0 && index < FACT_ARGS);
	va_start(list, format);
	length = vsnprintf(fact->arg[index], FACT_ARG_SIZE, format, list);
	va_end(list);
	if (length >= FACT_ARG_SIZE)
		cut_at_character(fact->arg[index], FACT_ARG_SIZE - 1);
}
