#include "lib/counter.h"

#include "desk/assets.h"
#include "desk/checklist.h"
#include "desk/officer.h"
#include "domain/checklist.h"
#include "domain/standard.h"

static const struct officer officers[] = {
	{ .staff_id = "ani", .name = "Ani Lestari", .post = "Petugas" },
	{ .staff_id = "dedi", .name = "Dedi Kurnia", .post = "",
	    .roles = ROLE_BIT(ROLE_CLERK), .superior = "" },
	{ .staff_id = "budi", .name = "Budi Santoso", .post = "",
	    .roles = ROLE_BIT(ROLE_CHECKER), .superior = "" },
	{ .staff_id = "sri", .name = "Sri Mulyani", .post = "",
	    .roles = ROLE_BIT(ROLE_COMPLAINT), .superior = "" },
	{ .staff_id = "yusuf", .name = "Yusuf Hamdani", .post = "",
	    .roles = ROLE_BIT(ROLE_SUPERIOR), .superior = "" },
	{ .staff_id = "hendra", .name = "Hendra Wijaya", .post = "",
	    .roles = ROLE_BIT(ROLE_HEAD), .superior = "" },
	{ .staff_id = "ratna", .name = "Ratna Dewi", .post = "",
	    .roles = ROLE_BIT(ROLE_INSPECTOR), .superior = "" },
	{ .staff_id = "admin", .name = "Tono Admin", .post = "",
	    .roles = ROLE_BIT(ROLE_ADMIN), .superior = "" },
};

static void
open_desk(struct counter *counter)
{
	struct desk_options options = {
		.assets = getenv("LOKET_SRCDIR"),
		.cost = passphrase_cost_least(),
		.entropy = counter->reg->options.entropy,
	};
	struct err err = { 0 };

	assert_non_null(options.assets);
	t_done(desk_open(counter->reg->store, &options, &counter->desk, &err),
	    err);
}

/* What the admin gave them, until they choose their own. */
#define FIRST_PASSPHRASE "empat kata dari admin dahulu"

/* Who reads identities chooses his own, and is handed the key by the admin. */
static void
give_keys(struct counter *counter)
{
	static const char *const readers[] = { "sri", "hendra", "ratna" };
	struct err err = { 0 };

	for (size_t i = 0; i < array_length(readers); i++) {
		t_done(desk_passphrase_reset(counter->desk, readers[i],
		    FIRST_PASSPHRASE, &err), err);
	}
	desk_sign_out(counter->desk);
	for (size_t i = 0; i < array_length(readers); i++) {
		t_done(desk_sign_in(counter->desk, readers[i],
		    FIRST_PASSPHRASE, NULL, &err), err);
		t_done(desk_passphrase_change(counter->desk, FIRST_PASSPHRASE,
		    COUNTER_PASSPHRASE, &err), err);
		desk_sign_out(counter->desk);
	}
	counter_sign_in(counter, "ani");
	desk_sign_out(counter->desk);
}

static void
add_officers(struct counter *counter)
{
	struct err err = { 0 };

	t_done(desk_officer_first(counter->desk, &officers[0],
	    COUNTER_PASSPHRASE, &err), err);
	counter_sign_in(counter, "ani");
	for (size_t i = 1; i < array_length(officers); i++)
		t_done(desk_officer_add(counter->desk, &officers[i],
		    COUNTER_PASSPHRASE, &err), err);
	give_keys(counter);
}

struct counter *
counter_on(struct register_fixture *reg)
{
	struct arena *arena = arena_new();
	struct counter *counter = arena_alloc(arena, sizeof *counter);
	struct err err = { 0 };

	t_done(crypto_start(&err), err);
	counter->arena = arena;
	counter->reg = reg;
	open_desk(counter);
	add_officers(counter);
	return counter;
}

void
counter_off(struct counter *counter)
{
	desk_close(counter->desk);
	arena_free(counter->arena);
}

int
counter_setup(void **state)
{
	register_setup(state);
	*state = counter_on(*state);
	return 0;
}

int
counter_teardown(void **state)
{
	struct counter *counter = *state;
	void *reg = counter->reg;

	counter_off(counter);
	register_teardown(&reg);
	return 0;
}

void
counter_reopen(struct counter *counter)
{
	desk_close(counter->desk);
	register_reopen(counter->reg);
	open_desk(counter);
}

void
counter_at(struct counter *counter, const char *local)
{
	assert_true(local_parse(local, &counter->reg->now_ms));
}

void
counter_sign_in(struct counter *counter, const char *staff_id)
{
	struct err err = { 0 };

	t_done(desk_sign_in(counter->desk, staff_id, COUNTER_PASSPHRASE, NULL,
	    &err), err);
}

struct field_context
counter_context(struct counter *counter)
{
	struct field_context context;
	struct err err = { 0 };

	t_done(desk_context(counter->desk, counter->arena, &context, &err),
	    err);
	return context;
}

void
counter_type(struct counter *counter, struct answers *answers,
    const char *field, const char *typed)
{
	struct field_context context = counter_context(counter);
	int at = form_field(answers_form(answers), field);

	if (at == FIELD_ABSENT)
		fail_msg("the form has no field %s", field);
	answers_type(answers, (size_t)at, typed, strlen(typed), &context);
}

static struct answers *
new_sheet(struct counter *counter, const char *name)
{
	struct field_context context = counter_context(counter);
	const struct form *form;
	struct answers *answers;
	struct err err = { 0 };

	t_done(desk_form(counter->desk, name, NULL, &form, &err), err);
	answers = answers_new(counter->arena, form);
	answers_default(answers, &context);
	return answers;
}

struct answers *
counter_sheet(struct counter *counter)
{
	static const char *const typed[][2] = {
		{ "nib", "1234567890123" },
		{ "company_name", "PT Contoh Plastik" },
		{ "kbli", "22210/2020" },
		{ "scale", "menengah" },
		{ "siinas_account", "contohplastik" },
		{ "siinas_date", "26/10/2026" },
		{ "location", "luar" },
		{ "article_65", "Surat RDTR 14/10" },
		{ "site_address", "Jl. Raya Cibening 7" },
		{ "site_village", "32.14.02.2001" },
		{ "nik", "3214011503900001" },
		{ "name", "Désirée Ayu Lestari" },
		{ "birth_date", "15/03/1990" },
		{ "phone", "0812-3456-7890" },
		{ "address", "Jl. Veteran No. 12" },
		{ "village", "32.14.01.1002" },
		{ "proxy", "T" },
	};
	struct answers *answers = new_sheet(counter, "application");

	for (size_t i = 0; i < array_length(typed); i++)
		counter_type(counter, answers, typed[i][0], typed[i][1]);
	return answers;
}

struct id
counter_receive(struct counter *counter)
{
	struct intake intake = {
		.id = desk_new_id(counter->desk),
		.answers = counter_sheet(counter),
		.duplicate_reason = "permohonan kedua",
	};
	struct received received;
	struct err err = { 0 };

	t_done(desk_receive(counter->desk, &intake, NULL, &received, &err),
	    err);
	return received.id;
}

struct application
counter_read(struct counter *counter, struct id id)
{
	struct application application;
	struct err err = { 0 };

	t_done(desk_application(counter->desk, &id, counter->arena,
	    &application, &err), err);
	return application;
}

void
counter_check_all(struct counter *counter, struct id id)
{
	struct application application = counter_read(counter, id);
	struct err err = { 0 };

	for (size_t i = 0; i < application.checklist->n; i++) {
		const struct requirement *requirement =
		    application.checklist->rows[i].requirement;
		struct check check = { .application = id,
			.clause = requirement->clause, .result = "B" };

		if (requirement->stage == STAGE_COMPLETE)
			t_done(desk_check(counter->desk, &check, &err), err);
	}
}

/* A move's sheet, with whatever it asks. */
static struct answers *
move_sheet(struct counter *counter, const char *form)
{
	static const char *const typed[][2] = {
		{ "reason", "alasan contoh" },
		{ "nib", "1234567890123" },
		{ "certificate_date", "h" },
		{ "signed", "Y" },
		{ "signer", "Kepala DPMPTSP" },
		{ "receiver", "Désirée Ayu Lestari" },
		{ "receiver_as", "pemohon" },
		{ "identity_seen", "ktp" },
	};
	static const char number[] = "SS/2026/0001";
	struct answers *answers = new_sheet(counter, form);
	struct field_context context = counter_context(counter);
	int at = form_field(answers_form(answers), "certificate_number");

	for (size_t i = 0; i < array_length(typed); i++)
		if (form_field(answers_form(answers), typed[i][0]) !=
		    FIELD_ABSENT)
			counter_type(counter, answers, typed[i][0],
			    typed[i][1]);
	if (at != FIELD_ABSENT) {
		counter_type(counter, answers, "certificate_number", number);
		assert_int_equal(answers_confirm(answers, (size_t)at, number,
		    strlen(number), &context, NULL), FINE);
	}
	return answers;
}

enum fail
counter_move(struct counter *counter, struct id id, const char *name,
    struct moved *ret_moved, struct err *err)
{
	const struct life *life = desk_assets(counter->desk)->life;
	const struct move *move = life_move(life, name);
	struct application application = counter_read(counter, id);
	struct move_request request = {
		.application = id,
		.move = name,
		.seen = application.status->ends,
		.n_seen = application.status->n_ends,
	};

	if (move != NULL && *move->form != '\0') {
		request.answers = move_sheet(counter, move->form);
		request.reason = answers_text(request.answers, "reason");
	}
	return desk_move(counter->desk, &request, NULL, ret_moved, err);
}

void
counter_bring_to(struct counter *counter, struct id id, const char *state)
{
	static const char *const path[] = { "complete", "process",
		"technical", "verify", "issue", "handover" };
	struct moved moved;
	struct err err = { 0 };

	if (strcmp(state, "diterima") == 0)
		return;
	if (strcmp(state, "dikembalikan") == 0) {
		t_done(counter_move(counter, id, "return", &moved, &err), err);
		return;
	}
	counter_check_all(counter, id);
	for (size_t i = 0; i < array_length(path); i++) {
		t_done(counter_move(counter, id, path[i], &moved, &err), err);
		if (strcmp(moved.state, state) == 0)
			return;
	}
	fail_msg("no way to %s", state);
}
