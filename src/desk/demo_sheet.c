#include "desk/demo_sheet.h"

#include <string.h>

/* A sheet while it is filled. */
struct filling {
	struct demo_data *data;
	struct arena *arena;
	struct answers *answers;
	struct field_context context;
};

static void
type(struct filling *filling, const char *name, const char *text)
{
	int field = form_field(answers_form(filling->answers), name);
	struct fact fact;

	if (field == FIELD_ABSENT)
		return;
	answers_type(filling->answers, (size_t)field, text, strlen(text),
	    &filling->context);
	if (answers_form(filling->answers)->fields[field].is_twice)
		answers_confirm(filling->answers, (size_t)field, text,
		    strlen(text), &filling->context, &fact);
}

static enum fail
begin(struct desk *desk, struct demo_data *data, const char *form_name,
    struct arena *arena, struct filling *ret_filling, struct err *err)
{
	const struct form *form;
	enum fail fail = desk_form(desk, form_name, NULL, &form, err);

	*ret_filling = (struct filling){ .data = data, .arena = arena };
	if (!fail)
		fail = desk_context(desk, arena, &ret_filling->context, err);
	if (fail)
		return fail;
	ret_filling->answers = answers_new(arena, form);
	answers_default(ret_filling->answers, &ret_filling->context);
	return FAIL_NONE;
}

static const struct village *
draw_village(struct filling *filling)
{
	const struct regions *regions = filling->context.regions;

	return &regions->villages[demo_draw(filling->data, regions->n)];
}

/*
 * Of several draws each stands in its own line: C does not say in which
 * order arguments are drawn, and the same seed is to give the same data.
 */
static void
type_name(struct filling *filling, const char *field, enum demo_list given)
{
	const char *family = demo_word(filling->data, DEMO_FAMILY);
	const char *name = demo_word(filling->data, given);

	type(filling, field, arena_print(filling->arena, "%s %s", name,
	    family));
}

static void
type_address(struct filling *filling, const char *field)
{
	int number = 1 + (int)demo_draw(filling->data, 200);
	const char *street = demo_word(filling->data, DEMO_STREET);

	type(filling, field, arena_print(filling->arena, "%s No. %d", street,
	    number));
}

/* "32.14.01.1003" and a birth date to "321401" DDMMYY "99nn". */
static void
type_person(struct filling *filling)
{
	struct demo_data *data = filling->data;
	const struct village *village = draw_village(filling);
	bool is_woman = demo_happens(data, 50);
	int day = 1 + (int)demo_draw(data, 28);
	int month = 1 + (int)demo_draw(data, 12);
	int year = 60 + (int)demo_draw(data, 40);
	int serial = 1 + (int)demo_draw(data, 99);
	const char *code = village->code;

	type(filling, "nik", arena_print(filling->arena,
	    "%.2s%.2s%.2s%02d%02d%02d99%02d", code, code + 3, code + 6,
	    is_woman ? day + 40 : day, month, year, serial));
	type(filling, "birth_date", arena_print(filling->arena,
	    "%02d/%02d/19%02d", day, month, year));
	type_name(filling, "name", is_woman ? DEMO_WOMAN : DEMO_MAN);
	type(filling, "phone", arena_print(filling->arena, "0812000%05d",
	    (int)demo_draw(data, 100000)));
	type_address(filling, "address");
	type(filling, "village", code);
}

static void
type_company(struct filling *filling)
{
	struct demo_data *data = filling->data;
	bool is_inside = demo_happens(data, 40);
	int end = (int)demo_draw(data, 100000);
	int middle = (int)demo_draw(data, 10000);
	const char *tail = demo_word(data, DEMO_TAIL);
	const char *firm = demo_word(data, DEMO_FIRM);
	const char *kind = demo_word(data, DEMO_KIND);

	type(filling, "nib", arena_print(filling->arena, "0000%04d%05d",
	    middle, end));
	type(filling, "company_name", arena_print(filling->arena, "%s %s %s",
	    kind, firm, tail));
	type(filling, "kbli", demo_happens(data, 70) ? "22210/2020"
	    : "22201/2025");
	type(filling, "siinas_account", arena_print(filling->arena,
	    "contoh%04d", (int)demo_draw(data, 10000)));
	type(filling, "siinas_date", "h-10");
	type(filling, "location", is_inside ? "dalam" : "luar");
	if (is_inside)
		type(filling, "estate", demo_word(data, DEMO_ESTATE));
	else
		type(filling, "article_65", demo_word(data, DEMO_GROUND));
	type_address(filling, "site_address");
	type(filling, "site_village", draw_village(filling)->code);
}

enum fail
demo_application(struct desk *desk, struct demo_data *data,
    bool is_consultation, struct arena *arena, struct answers **ret_answers,
    struct err *err)
{
	struct filling filling;
	bool has_proxy = demo_happens(data, 15);
	enum fail fail = begin(desk, data, "application", arena, &filling,
	    err);

	if (fail)
		return fail;
	type_company(&filling);
	type(&filling, "scale", is_consultation ? "mikro"
	    : demo_happens(data, 70) ? "kecil" : "menengah");
	type_person(&filling);
	type(&filling, "proxy", has_proxy ? "Y" : "T");
	if (has_proxy) {
		type_name(&filling, "proxy_name", DEMO_MAN);
		type(&filling, "proxy_letter", demo_word(data, DEMO_LETTER));
	}
	type(&filling, "queue_number", arena_print(arena, "A-%03d",
	    1 + (int)demo_draw(data, 80)));
	type(&filling, "note", demo_word(data, DEMO_NOTE));
	*ret_answers = filling.answers;
	return FAIL_NONE;
}

/* Why, for the moves that ask a reason. */
static const char *
reason_of(struct demo_data *data, const struct move *move)
{
	if (move->effect != CLOCK_END)
		return "";
	if (move->action == ACTION_CANCEL)
		return demo_word(data, DEMO_CANCEL);
	return demo_word(data, move->action == ACTION_CHECK ? DEMO_REFUSE
	    : DEMO_WITHDRAW);
}

enum fail
demo_move(struct desk *desk, struct demo_data *data, const struct move *move,
    const struct record *application, struct arena *arena,
    struct answers **ret_answers, struct err *err)
{
	struct filling filling;
	enum fail fail;

	*ret_answers = NULL;
	if (*move->form == '\0')
		return FAIL_NONE;
	fail = begin(desk, data, move->form, arena, &filling, err);
	if (fail)
		return fail;
	type(&filling, "reason", reason_of(data, move));
	type(&filling, "nib", record_text(application, APPLICATION_NIB));
	type(&filling, "certificate_number", arena_print(arena,
	    "CONTOH/%05d", (int)demo_draw(data, 100000)));
	type(&filling, "certificate_date", "h");
	type(&filling, "signed", "Y");
	type(&filling, "signer", demo_word(data, DEMO_SIGNER));
	type(&filling, "receiver", record_text(application,
	    APPLICATION_NAME));
	type(&filling, "receiver_as", "pemohon");
	type(&filling, "identity_seen", "ktp");
	*ret_answers = filling.answers;
	return FAIL_NONE;
}
