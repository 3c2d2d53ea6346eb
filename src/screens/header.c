#include "screens/header.h"

#include <stdio.h>
#include <string.h>

#include "desk/desk.h"
#include "desk/exchange.h"
#include "desk/session.h"
#include "screens/words.h"

static const char *const short_days[] = { "day.mon", "day.tue", "day.wed",
	"day.thu", "day.fri", "day.sat", "day.sun" };
static const char *const long_days[] = { "day.monday", "day.tuesday",
	"day.wednesday", "day.thursday", "day.friday", "day.saturday",
	"day.sunday" };

const char *
day_text(struct arena *arena, struct date date)
{
	char text[DATE_TEXT_SIZE];

	if (date_is_none(date))
		return "";
	date_print_local(date, text);
	return arena_print(arena, "%s %s",
	    words(short_days[date_weekday(date)]), text);
}

const char *
long_day_text(struct arena *arena, struct date date)
{
	char text[DATE_TEXT_SIZE];

	if (date_is_none(date))
		return "";
	date_print_local(date, text);
	return arena_print(arena, "%s %s",
	    words(long_days[date_weekday(date)]), text);
}

const char *
moment_text(struct arena *arena, int64_t utc_ms)
{
	struct local_time local = local_time(utc_ms);
	char text[DATE_TEXT_SIZE];

	date_print_local(local.date, text);
	return arena_print(arena, "%s %02d:%02d", text, local.hour,
	    local.minute);
}

const char *
stored_day(struct arena *arena, const char *stored)
{
	char text[DATE_TEXT_SIZE];
	struct date date;

	if (!date_parse(stored, &date))
		return stored;
	date_print_local(date, text);
	return arena_text(arena, text);
}

/* "sinkron 23/11 OK", and conflicts; nothing for a counter alone. */
static const char *
exchange_text(const struct app *app, struct arena *arena)
{
	struct exchange_head head = { 0 };
	const char *code = "exchange.head-starts", *arg = "", *more = "";

	if (app->desk == NULL || app->is_practice ||
	    desk_exchange_head(app->desk, &head, NULL) ||
	    head.look == EXCHANGE_NONE)
		return "";
	if (head.good_ms != 0)
		arg = arena_bytes(arena, moment_text(arena, head.good_ms),
		    strlen("24/11"));
	if (head.look == EXCHANGE_FINE)
		code = "exchange.head-fine";
	else if (head.look == EXCHANGE_NEVER)
		code = "exchange.head-never";
	else if (head.look == EXCHANGE_WAITING)
		code = "exchange.head-waiting";
	else if (head.look == EXCHANGE_STALE)
		code = "exchange.head-stale";
	else if (head.percent >= 0) {
		code = "exchange.head-runs";
		arg = arena_print(arena, "%d", head.percent);
	}
	if (head.conflicts > 0)
		more = sentence_of(arena, "exchange.head-conflicts",
		    arena_print(arena, "%lld", (long long)head.conflicts),
		    NULL);
	return arena_print(arena, "%s%s", more,
	    sentence_of(arena, code, arg, NULL));
}

void
header_fill(const struct app *app, struct arena *arena, struct frame *frame)
{
	struct local_time now =
	    local_time(clock_now(&app->options.clock));
	const struct seat *seat = NULL;
	const char *station = "";

	if (app->desk != NULL) {
		station = desk_station(app->desk);
		seat = desk_officer(app->desk);
	}
	frame->left = sentence_of(arena, "header.left", station,
	    seat == NULL ? "" : seat->name, NULL);
	/* Who works where matters more than the name of the house. */
	frame->left_short = sentence_of(arena, "header.left-short", station,
	    seat == NULL ? "" : seat->name, NULL);
	if (app->is_practice)
		frame->watermark = words("header.practice");
	frame->right = arena_print(arena, "%s%s %02d:%02d",
	    exchange_text(app, arena), day_text(arena, now.date), now.hour,
	    now.minute);
}
