#include "store/fact_columns.h"

#include <stdio.h>
#include <string.h>

void
query_fact(struct query *query, int i, const struct fact *fact)
{
	char text[FACT_ARGS * (FACT_ARG_SIZE + 1)] = "";
	size_t size = 0;

	for (int arg = 0; arg < FACT_ARGS; arg++) {
		size_t length = strlen(fact->arg[arg]);

		for (size_t at = 0; at < length; at++) {
			char byte = fact->arg[arg][at];

			text[size++] = byte == '\n' ? ' ' : byte;
		}
		text[size++] = '\n';
	}
	text[size - 1] = '\0';
	query_text(query, i, fact->code);
	query_text(query, i + 1, text);
}

void
column_fact(
    struct query *query, int i, struct arena *arena, struct fact *ret_fact)
{
	const char *at = column_text(query, i + 1, arena);
	struct fact fact = { 0 };

	snprintf(
	    fact.code, sizeof fact.code, "%s", column_text(query, i, arena));
	for (int arg = 0; arg < FACT_ARGS; arg++) {
		size_t size = strcspn(at, "\n");

		snprintf(
		    fact.arg[arg], sizeof fact.arg[arg], "%.*s", (int)size, at);
		at += size;
		at += *at == '\n';
	}
	*ret_fact = fact;
}
