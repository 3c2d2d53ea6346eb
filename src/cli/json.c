#include "cli/json.h"

#include <assert.h>
#include <inttypes.h>

struct json
json_start(FILE *out)
{
	return (struct json){ .out = out };
}

static void
put_quoted(FILE *out, const char *text)
{
	fputc('"', out);
	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte == '"' || byte == '\\')
			fprintf(out, "\\%c", byte);
		else if (byte < 0x20 || byte == 0x7f)
			fprintf(out, "\\u%04x", byte);
		else
			fputc(byte, out);
	}
	fputc('"', out);
}

/* What stands before a value: comma and name. */
static void
put_before(struct json *json, const char *name)
{
	bool *has_one = &json->has_one[json->depth];

	if (*has_one)
		fputc(',', json->out);
	*has_one = true;
	if (name != NULL) {
		put_quoted(json->out, name);
		fputc(':', json->out);
	}
}

static void
begin(struct json *json, const char *name, char opening, char closing)
{
	put_before(json, name);
	assert(json->depth + 1 < JSON_DEPTH_MAX);
	json->depth++;
	json->has_one[json->depth] = false;
	json->closing[json->depth] = closing;
	fputc(opening, json->out);
}

void
json_object(struct json *json, const char *name)
{
	begin(json, name, '{', '}');
}

void
json_array(struct json *json, const char *name)
{
	begin(json, name, '[', ']');
}

void
json_end(struct json *json)
{
	assert(json->depth > 0);
	fputc(json->closing[json->depth--], json->out);
	if (json->depth == 0)
		fputc('\n', json->out);
}

void
json_text(struct json *json, const char *name, const char *text)
{
	put_before(json, name);
	if (text == NULL)
		fputs("null", json->out);
	else
		put_quoted(json->out, text);
}

void
json_integer(struct json *json, const char *name, int64_t integer)
{
	put_before(json, name);
	fprintf(json->out, "%" PRId64, integer);
}

void
json_boolean(struct json *json, const char *name, bool value)
{
	put_before(json, name);
	fputs(value ? "true" : "false", json->out);
}
