#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/attr.h"

/*
 * Writing JSON (RFC 8259) for --json: one value, a newline after it. Names
 * are given inside an object and NULL inside an array.
 */
enum { JSON_DEPTH_MAX = 16 };

struct json {
	FILE *out;
	int depth;
	bool has_one[JSON_DEPTH_MAX];
	char closing[JSON_DEPTH_MAX];
};

/* A writer of one value to out. */
struct json json_start(FILE *out) nonnull(1);

void json_object(struct json *json, const char *name) nonnull(1);
void json_array(struct json *json, const char *name) nonnull(1);

/* End the innermost object or array. */
void json_end(struct json *json) nonnull(1);

/* text is UTF-8; NULL writes null. */
void json_text(struct json *json, const char *name, const char *text)
    nonnull(1);
void json_integer(struct json *json, const char *name, int64_t integer)
    nonnull(1);
void json_boolean(struct json *json, const char *name, bool value) nonnull(1);

#endif
