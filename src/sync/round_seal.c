#include <string.h>

#include "store/parcel.h"
#include "sync/round_inside.h"

/* What a parcel may have beyond its limit: its own head. */
enum { SLACK = 1 << 20 };

static enum fail
make_file(struct work *work, const struct parcel *parcel,
    const struct buf *payload, struct buf *file, uint8_t hash[HASH_SIZE],
    struct err *err)
{
	const struct container_keys keys = {
		.signer = &work->keys->sign,
		.data_key = work->key->key,
		.entropy = &work->round->entropy,
	};
	struct container_head head = {
		.kind = CONTAINER_OPS,
		.fleet = work->fleet->keyring.fleet,
		.writer = parcel->writer,
		.number = parcel->number,
		.first_seq = (uint64_t)parcel->first,
		.last_seq = (uint64_t)parcel->last,
		.schema = (uint32_t)work->schema,
		.vocabulary = PARCEL_VOCABULARY,
		.hlc = parcel->hlc,
	};

	memcpy(head.prev, parcel->prev, sizeof head.prev);
	memcpy(head.key_id, work->key->id, sizeof head.key_id);
	buf_init(file, container_size_limit(CONTAINER_OPS));
	return container_seal(
	    &head, payload->text, payload->size, &keys, file, hash, err);
}

/* One parcel in one transaction: from its commit on the bytes are fixed. */
static enum fail
seal_one(struct work *work, bool *ret_is_last, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_buf payload = { 0 };
	scoped_buf file = { 0 };
	uint8_t hash[HASH_SIZE];
	struct parcel parcel;
	enum fail fail = transaction_begin(&transaction, work->store, "", err);

	buf_init(&payload, PARCEL_SIZE_MAX + SLACK);
	if (!fail)
		fail = work_point(work, "S01", err);
	if (!fail)
		fail = store_parcel_next(work->store, &payload, &parcel, err);
	if (fail || parcel.n == 0) {
		*ret_is_last = true;
		return fail;
	}
	fail = make_file(work, &parcel, &payload, &file, hash, err);
	if (!fail)
		fail = work_point(work, "S02", err);
	if (!fail)
		fail = store_bundle_seal(
		    work->store, &parcel, hash, file.text, file.size, err);
	if (!fail)
		fail = work_point(work, "S03", err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (fail)
		return fail;
	work->run->sealed++;
	return work_point(work, "S04", err);
}

enum fail
round_seal(struct work *work, struct err *err)
{
	enum fail fail = work_phase(work, EXCHANGE_SEALING, 0, err);
	bool is_last = false;

	while (!fail && !is_last) {
		fail = seal_one(work, &is_last, err);
		if (!fail)
			fail = work_done_one(work, err);
	}
	return fail;
}
