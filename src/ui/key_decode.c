#include "ui/key_decode.h"

#include <string.h>

#include "base/text.h"
#include "ui/key_sequence.h"

enum { ESCAPE = 0x1B, IN_MAX = 1 << 24, REST_MS = 1000, PASTE_MS = 2000 };

static const char paste_end[] = "\033[201~";
enum { PASTE_END = sizeof(paste_end) - 1 };

void
key_decoder_init(struct key_decoder *decoder)
{
	*decoder = (struct key_decoder){ 0 };
	buf_init(&decoder->in, IN_MAX);
	buf_init(&decoder->paste, DECODE_PASTE_MAX + 1);
}

void
key_decoder_done(struct key_decoder *decoder)
{
	if (decoder == NULL)
		return;
	buf_done(&decoder->in);
	buf_done(&decoder->paste);
}

void
key_decoder_learn(struct key_decoder *decoder, const char *bytes,
    enum key_code code)
{
	size_t size = strlen(bytes);
	struct key_sequence *extra;

	/* one byte is a control character and has its meaning already */
	if (size < 2 || size >= DECODE_SEQUENCE_SIZE || bytes[0] != ESCAPE ||
	    decoder->n_extra == DECODE_EXTRA_MAX)
		return;
	extra = &decoder->extra[decoder->n_extra++];
	memcpy(extra->bytes, bytes, size + 1);
	extra->code = code;
}

static size_t
left(const struct key_decoder *decoder)
{
	return decoder->in.size - decoder->at;
}

static const char *
bytes_of(const struct key_decoder *decoder)
{
	return decoder->in.size > 0 ? decoder->in.text + decoder->at : "";
}

void
key_decoder_feed(struct key_decoder *decoder, const char *bytes, size_t size)
{
	if (decoder->at > 0) {
		size_t rest = left(decoder);

		memmove(decoder->in.text, bytes_of(decoder), rest);
		buf_cut(&decoder->in, rest);
		decoder->at = 0;
	}
	buf_add(&decoder->in, bytes, size);
}

bool
key_decoder_is_waiting(const struct key_decoder *decoder)
{
	return left(decoder) > 0 || decoder->is_pasting;
}

int
key_decoder_patience(const struct key_decoder *decoder, int escape_ms)
{
	if (decoder->is_pasting)
		return PASTE_MS;
	if (left(decoder) == 1 && *bytes_of(decoder) == ESCAPE)
		return escape_ms;
	return REST_MS;
}

void
key_decoder_drop(struct key_decoder *decoder)
{
	buf_clear(&decoder->in);
	buf_clear(&decoder->paste);
	decoder->at = 0;
	decoder->paste_lost = 0;
	decoder->is_pasting = false;
}

/* How many bytes at the end of size may begin the end of a paste. */
static size_t
held_back(const char *bytes, size_t size)
{
	size_t most = size < PASTE_END - 1 ? size : PASTE_END - 1;

	for (size_t n = most; n > 0; n--)
		if (memcmp(bytes + size - n, paste_end, n) == 0)
			return n;
	return 0;
}

static void
take_pasted(struct key_decoder *decoder, size_t size)
{
	size_t room = DECODE_PASTE_MAX - decoder->paste.size;
	size_t kept = size < room ? size : room;

	buf_add(&decoder->paste, bytes_of(decoder), kept);
	decoder->paste_lost += size - kept;
	decoder->at += size;
}

static struct key
give_paste(struct key_decoder *decoder)
{
	struct key key = {
		.code = K_PASTE,
		.paste = decoder->paste.size > 0 ? decoder->paste.text : "",
		.paste_size = decoder->paste.size,
		.paste_lost = decoder->paste_lost,
	};

	decoder->is_pasting = false;
	decoder->is_paste_given = true;
	return key;
}

/* Inside a paste: everything to its end belongs to it. */
static bool
go_on_pasting(struct key_decoder *decoder, bool is_late, struct key *ret_key)
{
	const char *bytes = bytes_of(decoder);
	size_t size = left(decoder);
	const char *end = size == 0 ? NULL :
	    memmem(bytes, size, paste_end, PASTE_END);

	if (end != NULL) {
		take_pasted(decoder, (size_t)(end - bytes));
		decoder->at += PASTE_END;
		*ret_key = give_paste(decoder);
		return true;
	}
	/* the end never came: better a paste than a keyboard that is dead */
	if (is_late) {
		take_pasted(decoder, size);
		*ret_key = give_paste(decoder);
		return true;
	}
	if (size > 0)
		take_pasted(decoder, size - held_back(bytes, size));
	return false;
}

static bool
is_plain(uint32_t point, bool with_lines)
{
	if (point == '\r' || point == '\n' || point == '\t')
		return with_lines;
	return point >= 0x20 && (point < 0x7F || point >= 0xA0);
}

/* Bytes of plain characters at the beginning; not the last, if it is half. */
static size_t
run_of_text(const char *bytes, size_t size, bool with_lines, size_t *ret_n)
{
	size_t at = 0, length;
	uint32_t point;

	*ret_n = 0;
	while (at < size) {
		length = text_decode(bytes + at, size - at, &point);
		if (length == 0 || !is_plain(point, with_lines))
			break;
		at += length;
		++*ret_n;
	}
	return at;
}

/* Is so much there at once that nobody typed it? */
static bool
take_burst(struct key_decoder *decoder, struct key *ret_key)
{
	const char *bytes = bytes_of(decoder);
	size_t size = left(decoder), n, run;

	if (size < DECODE_BURST)
		return false;
	run = run_of_text(bytes, size, size >= DECODE_FLOOD, &n);
	if (n < DECODE_FLOOD)
		run = run_of_text(bytes, size, false, &n);
	if (n < DECODE_BURST)
		return false;
	take_pasted(decoder, run);
	*ret_key = give_paste(decoder);
	return true;
}

/* May these bytes be the beginning of a character whose rest is to come? */
static bool
is_half(const char *bytes, size_t size)
{
	static const char filled[] = "\x80\x80\x80";
	unsigned char lead = (unsigned char)bytes[0];
	size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
	char whole[4];
	uint32_t point;

	if (lead < 0xC2 || lead > 0xF4 || size >= wanted)
		return false;
	/* filled up with the lowest and the highest byte that may follow */
	memcpy(whole, bytes, size);
	memcpy(whole + size, filled, wanted - size);
	if (text_decode(whole, wanted, &point) > 0)
		return true;
	memset(whole + size, 0xBF, wanted - size);
	return text_decode(whole, wanted, &point) > 0;
}

static bool
take_text(struct key_decoder *decoder, bool is_late, struct key *ret_key)
{
	const char *bytes = bytes_of(decoder);
	uint32_t point;
	size_t size = left(decoder);
	size_t length = text_decode(bytes, size, &point);

	if (length > 0 && is_plain(point, false)) {
		*ret_key = key_text(bytes);
		decoder->at += length;
		return true;
	}
	if (!is_late && is_half(bytes, size))
		return false;
	*ret_key = key_of(K_UNKNOWN);
	decoder->at++;
	return true;
}

/* A control character other than ESC. */
static enum key_code
control(unsigned char byte)
{
	static const enum key_code codes[0x20] = {
		[0x01] = K_CTRL_A, [0x02] = K_CTRL_B, [0x03] = K_CTRL_C,
		[0x04] = K_CTRL_D, [0x05] = K_CTRL_E, [0x06] = K_CTRL_F,
		[0x07] = K_CTRL_G, [0x08] = K_BACKSPACE, [0x09] = K_TAB,
		[0x0A] = K_ENTER, [0x0B] = K_CTRL_K, [0x0D] = K_ENTER,
		[0x0E] = K_CTRL_N, [0x0F] = K_CTRL_O, [0x10] = K_CTRL_P,
		[0x11] = K_CTRL_Q, [0x12] = K_CTRL_R, [0x13] = K_CTRL_S,
		[0x14] = K_CTRL_T, [0x15] = K_CTRL_U, [0x16] = K_CTRL_V,
		[0x17] = K_CTRL_W, [0x18] = K_CTRL_X, [0x19] = K_CTRL_Y,
		[0x1A] = K_CTRL_Z,
	};

	if (byte == 0x7F)
		return K_BACKSPACE;
	if (byte == 0x0C)
		return K_NONE;
	return codes[byte] == K_NONE ? K_UNKNOWN : codes[byte];
}

/* What one look at the bytes brought. */
enum taken { TAKEN_KEY, TAKEN_NOTHING, TAKEN_ANSWER };

/* ESC and what follows. */
static enum taken
take_escape(struct key_decoder *decoder, bool is_late, struct key *ret_key)
{
	struct sequence found = sequence_read(bytes_of(decoder), left(decoder),
	    is_late, decoder->extra, decoder->n_extra);

	if (found.size == 0)
		return TAKEN_NOTHING;
	decoder->at += found.size;
	decoder->is_pasting = found.begins_paste;
	if (found.code == K_NONE)
		return TAKEN_ANSWER;
	*ret_key = key_of(found.code);
	return TAKEN_KEY;
}

static enum taken
take(struct key_decoder *decoder, bool is_late, struct key *ret_key)
{
	unsigned char byte;

	if (decoder->is_pasting)
		return go_on_pasting(decoder, is_late, ret_key) ? TAKEN_KEY :
		    TAKEN_NOTHING;
	if (left(decoder) == 0)
		return TAKEN_NOTHING;
	byte = (unsigned char)*bytes_of(decoder);
	if (byte == ESCAPE)
		return take_escape(decoder, is_late, ret_key);
	if (take_burst(decoder, ret_key))
		return TAKEN_KEY;
	if (byte >= 0x20 && byte != 0x7F)
		return take_text(decoder, is_late, ret_key) ? TAKEN_KEY :
		    TAKEN_NOTHING;
	*ret_key = key_of(control(byte));
	decoder->at++;
	return TAKEN_KEY;
}

bool
key_decoder_next(struct key_decoder *decoder, bool is_late,
    struct key *ret_key)
{
	enum taken taken;

	if (decoder->is_paste_given) {
		buf_clear(&decoder->paste);
		decoder->paste_lost = 0;
		decoder->is_paste_given = false;
	}
	do
		taken = take(decoder, is_late, ret_key);
	while (taken == TAKEN_ANSWER);
	return taken == TAKEN_KEY;
}
