#ifndef DESK_DASHBOARD_H
#define DESK_DASHBOARD_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/fact.h"
#include "desk/complaint_list.h"
#include "desk/list.h"

/* What waits today: the right side of the main menu. */
struct desk;

enum { DASHBOARD_DAYS = 5, ATTENTION_MAX = 12, DUE_SOON_DAYS = 2 };

/* What opens when Enter is pressed on a row of PERLU PERHATIAN. */
enum attention_opens {
	ATTENTION_NOTHING,
	ATTENTION_OVERDUE,  /* the list, by due date */
	ATTENTION_DUE_SOON,
	ATTENTION_LIST,     /* the list with filter */
	ATTENTION_DRAFTS,
	ATTENTION_WARNINGS, /* bad files of data/ and forms/ */
	ATTENTION_CALENDAR,
	ATTENTION_BOOK,     /* the complaint book with show */
	ATTENTION_PASSPHRASE, /* to choose one's own, for the key */
	ATTENTION_KEYS,     /* who waits for the key to identities */
	ATTENTION_EXCHANGE, /* how the exchange stands */
	ATTENTION_CONFLICTS,
	ATTENTION_ALIKE, /* what may be the same, or stands in several states */
};

struct attention {
	struct fact fact;   /* dashboard.…; says it in words */
	int is_urgent;      /* marked "!", else "~" */
	enum attention_opens opens;
	enum list_filter filter;
	enum complaint_show show;
};

struct dashboard {
	/* HARI INI */
	int64_t received_today, incomplete, ready, complete_running;
	int64_t overdue, due_soon;
	/* Of the complaint book, without those that name who works. */
	int64_t complaints_today, complaints_overdue, complaints_soon;
	int64_t complaints_unanswered;
	int64_t drafts; /* of this officer */
	/* The last five working days, oldest first, today last if it is one. */
	struct {
		struct date date;
		int64_t received;
	} days[DASHBOARD_DAYS];
	struct attention attention[ATTENTION_MAX];
	size_t n_attention;
};

enum fail desk_dashboard(struct desk *desk, struct dashboard *ret_dashboard,
    struct err *err) must_check nonnull(1, 2);

#endif
