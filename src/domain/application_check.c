#include "domain/application_check.h"

#include <string.h>

bool
application_is_consultation(const struct standard *standard,
    const struct record *application)
{
	const char *scale = record_text(application, APPLICATION_SCALE);

	return *scale != '\0' && !standard_serves_scale(standard, scale);
}

bool
application_is_late(const struct calendar *calendar, struct date received,
    struct date today)
{
	return calendar_working_between(calendar, received, today) >
	    RECEIVED_BACK_DAYS;
}

static void
check_place(const struct record *application, const char *clause,
    const char *brief, struct refusals *refusals)
{
	const char *location = record_text(application, APPLICATION_LOCATION);

	if (strcmp(location, "dalam") == 0 &&
	    !record_has(application, APPLICATION_ESTATE))
		refusals_add(refusals, clause, brief, "estate",
		    "application.no-estate", NULL);
	if (strcmp(location, "luar") == 0 &&
	    !record_has(application, APPLICATION_ARTICLE_65))
		refusals_add(refusals, clause, brief, "article_65",
		    "application.no-article-65", NULL);
}

static void
check_kbli(const struct standard *standard, const struct record *application,
    struct refusals *refusals)
{
	const char *code = record_text(application, APPLICATION_KBLI);
	const char *edition =
	    record_text(application, APPLICATION_KBLI_EDITION);

	if (*code != '\0' && !standard_serves_kbli(standard, code, edition))
		refusals_add(refusals, standard->number, "", "kbli",
		    "application.other-kbli", code, edition,
		    standard->number, NULL);
}

void
application_refusals(const struct standard *standard,
    const struct record *application, struct date today,
    struct refusals *refusals)
{
	const char *class =
	    record_text(application, APPLICATION_PROCEDURE_CLASS);
	struct date received;

	if (date_parse(record_text(application, APPLICATION_RECEIVED_DATE),
	    &received) && date_compare(received, today) > 0)
		refusals_add(refusals, "", "", "received_date",
		    "application.future", NULL);
	check_kbli(standard, application, refusals);
	for (size_t i = 0; i < standard->n_requirements; i++)
		if (standard->requirements[i].needs_place)
			check_place(application,
			    standard->requirements[i].clause,
			    standard->requirements[i].brief, refusals);
	if (*class != '\0' && !standard_has_class(standard, class))
		refusals_add(refusals, arena_print(refusals->arena, "%s/2",
		    standard->number), "", "procedure_class",
		    "application.no-class", class, NULL);
}
