#include "screens/screen.h"

#include <stdarg.h>

#include "screens/app.h"
#include "screens/words.h"

struct step
step_stay(void)
{
	return (struct step){ .kind = STEP_STAY };
}

struct step
step_unused(void)
{
	return (struct step){ .kind = STEP_UNUSED };
}

struct step
step_push(const struct screen_ops *ops, const void *arg)
{
	return (struct step){ .kind = STEP_PUSH, .ops = ops, .arg = arg };
}

struct step
step_replace(const struct screen_ops *ops, const void *arg)
{
	return (struct step){ .kind = STEP_REPLACE, .ops = ops, .arg = arg };
}

struct step
step_done(int code, const char *text)
{
	return (struct step){ .kind = STEP_DONE,
		.outcome = { .code = code, .text = text } };
}

struct desk *
screen_desk(const struct screen *screen)
{
	return screen->app->desk;
}

int64_t
screen_now(const struct screen *screen)
{
	return clock_now(&screen->app->options.clock);
}

/* The word in front, so that colour is never the only carrier. */
static const char *
prefix_of(enum notice_kind kind)
{
	switch (kind) {
	case NOTICE_ERROR: return "notice.error";
	case NOTICE_DOUBT: return "notice.doubt";
	case NOTICE_INFO: return "notice.info";
	case NOTICE_NONE: break;
	}
	return "notice.none";
}

void
screen_say_fact(const struct screen *screen, enum notice_kind kind,
    const struct fact *fact)
{
	scoped_buf text;

	buf_init(&text, NOTICE_SIZE * 4);
	buf_text(&text, words(prefix_of(kind)));
	words_say(fact, &text);
	notice_say(&screen->app->notices, kind, text.text);
}

/* A fact of a code and a list of arguments ended by NULL. */
static struct fact
fact_of(const char *code, va_list list)
{
	struct fact fact = { 0 };

	fact_set(&fact, code, NULL);
	for (int i = 0; i < FACT_ARGS; i++) {
		const char *arg = va_arg(list, const char *);

		if (arg == NULL)
			break;
		fact_arg(&fact, i, "%s", arg);
	}
	return fact;
}

void
screen_say(const struct screen *screen, enum notice_kind kind,
    const char *code, ...)
{
	struct fact fact;
	va_list list;

	va_start(list, code);
	fact = fact_of(code, list);
	va_end(list);
	screen_say_fact(screen, kind, &fact);
}

void
screen_say_err(const struct screen *screen, const struct err *err)
{
	scoped_buf text;

	buf_init(&text, NOTICE_SIZE * 4);
	buf_text(&text, words(prefix_of(NOTICE_ERROR)));
	words_err(err, &text);
	notice_say(&screen->app->notices, NOTICE_ERROR, text.text);
}

void
screen_hush(const struct screen *screen)
{
	notice_clear(&screen->app->notices);
}

const char *
sentence(struct arena *arena, const struct fact *fact)
{
	scoped_buf text;

	buf_init(&text, NOTICE_SIZE * 8);
	buf_text(&text, "");
	words_say(fact, &text);
	return arena_text(arena, text.text);
}

const char *
sentence_of(struct arena *arena, const char *code, ...)
{
	struct fact fact;
	va_list list;

	va_start(list, code);
	fact = fact_of(code, list);
	va_end(list);
	return sentence(arena, &fact);
}
