#include "desk/desk.h"
#include "desk/exchange.h"
#include "screens/app.h"
#include "screens/header.h"
#include "screens/pager.h"
#include "screens/screens.h"
#include "screens/words.h"

/* The counters that exchange, each with when it was last heard of. */
struct stations_state {
	struct screen screen;
	struct pager pager;
};

static const char *
state_words(const struct exchange_peer *peer, struct arena *arena)
{
	if (peer->is_us)
		return words("stations.us");
	if (peer->is_retired)
		return words("stations.retired");
	if (peer->trouble != NULL)
		return sentence(arena, peer->trouble);
	if (peer->digest_differs)
		return words("stations.differs");
	if (peer->silent_days > 0)
		return sentence_of(arena, "stations.silent",
		    arena_print(arena, "%d", peer->silent_days), NULL);
	if (peer->behind > 0)
		return sentence_of(arena, "stations.behind",
		    arena_print(arena, "%lld", (long long)peer->behind),
		    NULL);
	return peer->seen_ms == 0 ? "" : words("stations.fine");
}

static void
add_peer(struct pager *pager, const struct exchange_peer *peer,
    struct arena *arena)
{
	const char *seen = "";
	bool is_fine = peer->trouble == NULL && !peer->digest_differs &&
	    peer->silent_days == 0;

	if (!peer->is_us)
		seen = peer->seen_ms == 0 ? words("stations.never") :
					    moment_text(arena, peer->seen_ms);
	pager_add(pager, peer->is_retired ? FACE_QUIET :
	    is_fine ? FACE_PLAIN : FACE_WARNING, 0,
	    arena_print(arena, "%-6s  %-18s   %s", peer->station, seen,
	    state_words(peer, arena)));
}

static enum fail
stations_open(struct screen *screen, const void *arg, struct err *err)
{
	struct stations_state *state = (struct stations_state *)screen;
	struct arena *arena = screen->arena;
	const struct exchange_peer us = {
		.station = desk_station(screen_desk(screen)),
		.is_us = true,
	};
	struct exchange exchange = { 0 };
	bool has_us = false;
	enum fail fail;

	(void)arg;
	pager_init(&state->pager, arena);
	fail = desk_exchange(screen_desk(screen), arena, &exchange, err);
	if (fail)
		return fail;
	pager_add(&state->pager, FACE_TITLE, 0, words(exchange.n_peers == 0 ?
	    "stations.none" : "stations.columns"));
	/* This counter need not have heard of itself. */
	for (size_t i = 0; i < exchange.n_peers; i++)
		has_us = has_us || exchange.peers[i].is_us;
	if (!has_us && exchange.n_peers > 0)
		add_peer(&state->pager, &us, arena);
	for (size_t i = 0; i < exchange.n_peers; i++)
		add_peer(&state->pager, &exchange.peers[i], arena);
	return FAIL_NONE;
}

static struct step
stations_key(struct screen *screen, const struct key *key)
{
	return pager_key(&((struct stations_state *)screen)->pager, key,
	    frame_body(screen->app->canvas).rows - 1) ? step_stay() :
	    step_unused();
}

static void
stations_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->trail = sentence_of(arena, "stations.trail", NULL);
	frame->state = words("frame.back");
	frame->hint = words("pager.hint");
}

static void
stations_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	body.column += 2;
	body.columns -= 3;
	pager_paint(&((const struct stations_state *)screen)->pager, canvas,
	    body);
}

static const struct key_binding stations_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
};
static const struct keymap stations_keymap = { stations_bindings,
	array_length(stations_bindings) };

const struct screen_ops stations_screen = {
	.name = "stations",
	.size = sizeof(struct stations_state),
	.keymap = &stations_keymap,
	.open = stations_open,
	.key = stations_key,
	.frame = stations_frame,
	.paint = stations_paint,
};
