#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *
fail_name(enum fail fail)
{
	switch (fail) {
	case FAIL_NONE: return "none";
	case FAIL_INVALID: return "invalid";
	case FAIL_MISSING: return "missing";
	case FAIL_CONFLICT: return "conflict";
	case FAIL_DENIED: return "denied";
	case FAIL_BUSY: return "busy";
	case FAIL_IO: return "io";
	case FAIL_CORRUPT: return "corrupt";
	case FAIL_MEMORY: return "memory";
	}
	return "unknown";
}

enum fail
fail_set(struct err *err, enum fail fail, const char *format, ...)
{
	va_list list;

	if (err == NULL)
		return fail;
	memset(&err->fact, 0, sizeof(err->fact));
	err->where[0] = '\0';
	err->fail = fail;
	va_start(list, format);
	vsnprintf(err->text, sizeof(err->text), format, list);
	va_end(list);
	return fail;
}

/* What a caller can do about an errno. */
static enum fail
errno_kind(int number)
{
	switch (number) {
	case ENOENT:
	case ENOTDIR: return FAIL_MISSING;
	case ENOMEM: return FAIL_MEMORY;
	case EAGAIN:
	case EBUSY:
	case ETXTBSY: return FAIL_BUSY;
	default: return FAIL_IO;
	}
}

enum fail
fail_errno(struct err *err, const char *format, ...)
{
	int number = errno;
	enum fail fail = errno_kind(number);
	va_list list;
	size_t used;

	if (err == NULL)
		return fail;
	memset(&err->fact, 0, sizeof(err->fact));
	err->where[0] = '\0';
	err->fail = fail;
	va_start(list, format);
	vsnprintf(err->text, sizeof(err->text), format, list);
	va_end(list);
	used = strlen(err->text);
	snprintf(err->text + used, sizeof(err->text) - used, ": %s",
	    strerrordesc_np(number));
	return fail;
}

enum fail
fail_say(struct err *err, enum fail fail, const char *code, ...)
{
	va_list list;
	size_t used;
	const char *between = ": ";

	if (err == NULL)
		return fail;
	err->where[0] = '\0';
	err->fail = fail;
	va_start(list, code);
	fact_vset(&err->fact, code, list);
	va_end(list);
	used = (size_t)snprintf(
	    err->text, sizeof(err->text), "%s", err->fact.code);
	for (int i = 0; i < FACT_ARGS && used < sizeof(err->text); i++) {
		if (err->fact.arg[i][0] == '\0')
			continue;
		used +=
		    (size_t)snprintf(err->text + used, sizeof(err->text) - used,
			"%s%s", between, err->fact.arg[i]);
		between = ", ";
	}
	return fail;
}

void
fail_prefix(struct err *err, const char *format, ...)
{
	char text[ERR_TEXT_SIZE];
	va_list list;
	size_t used;

	if (err == NULL)
		return;
	memcpy(text, err->text, sizeof(text));
	va_start(list, format);
	vsnprintf(err->text, sizeof(err->text), format, list);
	va_end(list);
	used = strlen(err->text);
	snprintf(err->text + used, sizeof(err->text) - used, ": %s", text);
}
