#include "ui/notice.h"

#include "base/text.h"

void
notice_say(struct notices *notices, enum notice_kind kind, const char *text)
{
	notices->now.kind = kind;
	text_copy(notices->now.text, sizeof(notices->now.text), text);
	if (kind == NOTICE_NONE)
		return;
	notices->past[notices->n % NOTICES_MAX] = notices->now;
	notices->n++;
}

void
notice_clear(struct notices *notices)
{
	notices->now = (struct notice){ 0 };
}

const struct notice *
notice_past(const struct notices *notices, size_t i)
{
	if (i >= notices->n || i >= NOTICES_MAX)
		return NULL;
	return &notices->past[(notices->n - 1 - i) % NOTICES_MAX];
}

enum face
notice_face(enum notice_kind kind)
{
	switch (kind) {
	case NOTICE_NONE: return FACE_PLAIN;
	case NOTICE_INFO: return FACE_INFO;
	case NOTICE_DOUBT: return FACE_WARNING;
	case NOTICE_ERROR: return FACE_ERROR;
	}
	return FACE_PLAIN;
}
