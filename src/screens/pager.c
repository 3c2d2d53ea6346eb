#include "screens/pager.h"

#include "base/text.h"
#include "base/wrap.h"
#include "screens/screen.h"

void
pager_init(struct pager *pager, struct arena *arena)
{
	*pager = (struct pager){ .arena = arena };
}

void
pager_add(struct pager *pager, enum face face, int indent, const char *text)
{
	pager->lines = arena_grow(pager->arena, pager->lines, pager->n,
	    &pager->room, sizeof *pager->lines);
	pager->lines[pager->n++] = (struct pager_line){ face, indent,
		arena_text(pager->arena, text) };
}

void
pager_flow(struct pager *pager, enum face face, int indent, size_t columns,
    const char *text)
{
	scoped_arena arena = arena_new();
	struct wrap wrap =
	    wrap_text(arena, text, columns - (size_t)indent);

	for (size_t i = 0; i < wrap.n; i++)
		pager_add(pager, face, indent, arena_bytes(arena,
		    text + wrap.line[i].begin,
		    wrap.line[i].end - wrap.line[i].begin));
}

void
pager_item(struct pager *pager, enum face face, int indent, size_t columns,
    const char *mark, const char *text)
{
	int hang = indent + (int)text_columns(mark) + 1;
	size_t from = pager->n;

	pager_flow(pager, face, hang, columns, text);
	pager->lines[from].indent = indent;
	pager->lines[from].text = arena_print(pager->arena, "%s %s", mark,
	    pager->lines[from].text);
}

static size_t
last_top(const struct pager *pager, int rows)
{
	return pager->n > (size_t)rows ? pager->n - (size_t)rows : 0;
}

bool
pager_key(struct pager *pager, const struct key *key, int rows)
{
	size_t page = rows > 1 ? (size_t)rows - 1 : 1;
	size_t last = last_top(pager, rows);

	switch ((int)key->code) {
	case K_UP: pager->top -= pager->top > 0; break;
	case K_DOWN: pager->top++; break;
	case K_PAGE_UP:
		pager->top -= pager->top > page ? page : pager->top;
		break;
	case K_PAGE_DOWN: pager->top += page; break;
	case K_HOME:
	case K_FIRST: pager->top = 0; break;
	case K_END:
	case K_LAST: pager->top = last; break;
	default: return false;
	}
	if (pager->top > last)
		pager->top = last;
	return true;
}

void
pager_paint(const struct pager *pager, struct canvas *canvas,
    struct area area)
{
	int rows = area.rows - 1;
	size_t last = last_top(pager, rows);
	size_t top = pager->top > last ? last : pager->top;
	size_t end = top + (size_t)rows;
	scoped_arena arena = arena_new();

	if (end > pager->n)
		end = pager->n;
	for (size_t i = top; i < end; i++)
		canvas_put_in(canvas, area.row + (int)(i - top),
		    area.column + pager->lines[i].indent,
		    area.columns - pager->lines[i].indent,
		    pager->lines[i].face, pager->lines[i].text);
	if (pager->n > (size_t)rows)
		canvas_put_right(canvas, area.row + rows, area.column,
		    area.columns, FACE_QUIET, sentence_of(arena,
		    "pager.lines", arena_print(arena, "%zu-%zu", top + 1,
		    end), arena_print(arena, "%zu", pager->n), NULL));
	canvas_cursor(canvas, area.row, area.column);
}
