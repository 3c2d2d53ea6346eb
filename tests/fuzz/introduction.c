#include "sync/introduction.h"

#include <assert.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "lib/container.h"

/*
 * Any text that a sponsor signed, read as the introduction of a newcomer. It
 * is refused unless the newcomer signed the same facts himself.
 */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct sample sample = sample_make(CONTAINER_INTRODUCTION);
	struct introduction introduction = { 0 };
	struct file_bytes file;
	struct id writer, sponsor;
	enum fail fail;

	sample.head.number = 1;
	if (sample_seal(&sample, bytes, size, NULL)) {
		assert(size > container_limit(CONTAINER_INTRODUCTION));
		sample_done(&sample);
		return 0;
	}
	file = (struct file_bytes){ sample.file.text, sample.file.size };
	fail = introduction_peek(
	    &file, &sample.head.fleet, &writer, &sponsor, NULL);
	assert(!fail && id_equal(&writer, &sample.head.writer));
	fail = introduction_open(&file, &sample.head.fleet,
	    sample.signer.public_key, &introduction, NULL);
	assert(fail ||
	    (id_equal(&introduction.member.writer, &writer) &&
		id_equal(&introduction.member.sponsor, &sponsor)));
	sample_done(&sample);
	return 0;
}
