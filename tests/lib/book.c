#include "lib/book.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "domain/record.h"
#include "store/rows.h"
#include "store/state.h"

#define ONE_OF(random, list) (list)[t_random_below(random, array_length(list))]

static const char *const ends[] = { "selesai", "selesai", "selesai", "selesai",
	"dicabut", "digabung" };
static const char *const running[] = { "diterima", "ditelaah", "internal",
	"tim-teknis", "apip", "ditindaklanjuti" };
static const char *const kinds[] = { "pengaduan", "pengaduan", "pengaduan",
	"saran", "koreksi" };
static const char *const channels[] = { "a", "b", "b", "b", "c", "d", "e", "f",
	"f", "g", "h", "i", "j", "k", "l", "m" };
static const char *const problems[] = { "persyaratan", "prosedur", "waktu",
	"biaya", "produk", "sarana", "kompetensi", "lainnya" };
static const char *const objects[] = { "Izin terlambat", "Dimintai biaya",
	"Berkas ditolak", "Antrean dilewati", "Petugas ketus", "Syarat berbeda",
	"Kursi roda", "Jam layanan" };
static const char *const names[] = { "Siti", "Wayan", "Maria", "Yohanes",
	"Nurhayati", "Agus", "Made", "Muhammad", "Dewi", "Asep" };
static const char *const syllables[] = { "ra", "su", "dar", "ma", "wa", "ti",
	"go", "re", "ta", "ek", "se", "ti", "ya", "wan", "iq", "bal", "les",
	"ri", "hi", "da", "yat", "ku", "su", "no", "pra", "bo", "wo", "nu",
	"gro", "ha" };
static const char *const officers[] = { "ani", "dedi", "cici" };

static void
fill_review(struct t_random *random, struct book_entry *entry)
{
	if (t_random_below(random, 4) == 0)
		return;
	entry->problem = ONE_OF(random, problems);
	snprintf(entry->clauses, sizeof entry->clauses, "32/%zu.%zu",
	    1 + t_random_below(random, 9), 1 + t_random_below(random, 5));
	if (t_random_below(random, 2) == 0 &&
	    strcmp(entry->clauses, "32/6.4") != 0)
		strncat(entry->clauses, " 32/6.4", 8);
}

struct book_entry
book_entry(struct t_random *random, int i)
{
	struct date first = { 2025, 1, 1 }, day;
	struct book_entry entry = { .object = ONE_OF(random, objects),
		.channel = ONE_OF(random, channels),
		.kind = ONE_OF(random, kinds),
		.problem = "",
		.named = "" };
	size_t back = t_random_below(random, 5);

	/* In the order they came, but for some that were typed later. */
	day = date_add(first, (int)(i / 8 > (int)back ? i / 8 - (int)back : 0));
	date_print(day, entry.received);
	snprintf(entry.number, sizeof entry.number, "P-L03-2025-%04d", i + 1);
	entry.state = ONE_OF(random, ends);
	if (i % 9 == 0) {
		entry.state = ONE_OF(random, running);
		date_print(date_add(day, 14 + (int)back), entry.due);
	}
	snprintf(entry.name, sizeof entry.name, "%s %s%s%s",
	    ONE_OF(random, names), ONE_OF(random, syllables),
	    ONE_OF(random, syllables), ONE_OF(random, syllables));
	snprintf(entry.nik, sizeof entry.nik, "32140155%08zu",
	    t_random_below(random, 40000));
	snprintf(entry.phone, sizeof entry.phone, "+62812%08zu",
	    t_random_below(random, 40000));
	entry.is_confidential = t_random_below(random, 10) == 0;
	if (t_random_below(random, 20) == 0)
		entry.named = ONE_OF(random, officers);
	fill_review(random, &entry);
	return entry;
}

static enum fail
put_complaint(struct store *store, struct arena *arena,
    const struct book_entry *entry, struct err *err)
{
	struct record record = record_of(TABLE_COMPLAINT, entry->id);

	record_set_text(&record, arena, COMPLAINT_NUMBER, entry->number);
	record_set_text(&record, arena, COMPLAINT_KIND, entry->kind);
	record_set_text(&record, arena, COMPLAINT_CHANNEL, entry->channel);
	record_set_text(&record, arena, COMPLAINT_OBJECT, entry->object);
	record_set_text(&record, arena, COMPLAINT_SERVICE, "32");
	record_set_text(
	    &record, arena, COMPLAINT_RECEIVED_DATE, entry->received);
	record_set_text(&record, arena, COMPLAINT_CONFIDENTIAL,
	    entry->is_confidential ? "Y" : "T");
	record_set_text(&record, arena, COMPLAINT_NAMED_OFFICER, entry->named);
	record_set_text(&record, arena, COMPLAINT_MATERIAL,
	    "Saya sudah datang tiga kali dan setiap kali diminta kembali.");
	return store_put(store, &record, err);
}

static enum fail
put_complainant(struct store *store, struct arena *arena,
    const struct book_entry *entry, struct err *err)
{
	struct record record = record_of(TABLE_COMPLAINANT,
	    id_derived("complainant", &entry->id, "pelapor"));

	record_set_id(&record, COMPLAINANT_COMPLAINT_ID, entry->id);
	record_set_text(&record, arena, COMPLAINANT_PART, "pelapor");
	if (entry->is_confidential) {
		record_set_text(&record, arena, COMPLAINANT_SEALED, "c2VhbA");
	} else {
		record_set_text(&record, arena, COMPLAINANT_NAME, entry->name);
		record_set_text(&record, arena, COMPLAINANT_NIK, entry->nik);
		record_set_text(
		    &record, arena, COMPLAINANT_PHONE, entry->phone);
	}
	return store_put(store, &record, err);
}

static enum fail
put_review(struct store *store, struct arena *arena,
    const struct book_entry *entry, struct err *err)
{
	struct record record =
	    record_of(TABLE_REVIEW, id_derived("review", &entry->id, "1"));

	if (*entry->clauses == '\0')
		return FAIL_NONE;
	record_set_id(&record, REVIEW_COMPLAINT_ID, entry->id);
	record_set_integer(&record, REVIEW_ROUND, 1);
	record_set_text(&record, arena, REVIEW_PROBLEM, entry->problem);
	record_set_text(&record, arena, REVIEW_CLAUSES, entry->clauses);
	record_set_text(&record, arena, REVIEW_CLASS, "internal");
	return store_put(store, &record, err);
}

enum fail
book_put(struct store *store, struct arena *arena, struct book_entry *entry,
    struct err *err)
{
	struct record event = record_of(TABLE_EVENT, store_new_id(store));
	struct case_state at = { .table = TABLE_COMPLAINT,
		.state = entry->state,
		.due = entry->due };
	enum fail fail;

	entry->id = store_new_id(store);
	at.id = entry->id;
	record_set_id(&event, EVENT_PARENT, entry->id);
	record_set_text(&event, arena, EVENT_STATE, entry->state);
	fail = put_complaint(store, arena, entry, err);
	if (!fail)
		fail = put_complainant(store, arena, entry, err);
	if (!fail)
		fail = store_put(store, &event, err);
	if (!fail)
		fail = store_state_put(store, &at, err);
	return fail ? fail : put_review(store, arena, entry, err);
}
