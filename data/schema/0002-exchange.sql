-- The exchange between counters: what came from others, what went out, how it
-- goes. All of it this counter's own; nothing here travels as a table.

-- The lives of this database. A restored or cloned file takes a new one; what
-- no bundle had of the old life's entries belongs to the new.
CREATE TABLE _life (
	number INTEGER NOT NULL PRIMARY KEY,
	writer BLOB NOT NULL UNIQUE,
	letter TEXT NOT NULL,    -- of its number series
	made_ms INTEGER NOT NULL,
	first INTEGER NOT NULL   -- seq in _op of its first entry: number 1 of it
) STRICT;
INSERT INTO _life(number, writer, letter, made_ms, first)
    SELECT 1, writer, letter, made_ms, 1 FROM _self;

-- The log of others, in the order it came. Shape and law are those of _op.
CREATE TABLE _foreign (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- as it came
	writer BLOB NOT NULL,          -- in whose bundle it came
	seq INTEGER NOT NULL,          -- of that writer
	txn INTEGER NOT NULL,          -- seq of its transaction's first entry
	hlc INTEGER NOT NULL,
	sid INTEGER NOT NULL,          -- idx of _sid
	table_number INTEGER NOT NULL, -- may be one that this program lacks
	pk BLOB NOT NULL,
	kind INTEGER NOT NULL,
	officer TEXT NOT NULL,
	station TEXT NOT NULL,
	body BLOB NOT NULL,            -- sids in it are idx of _sid
	sum BLOB NOT NULL,
	UNIQUE (sid, hlc)              -- an entry comes once, in whose bundle ever
) STRICT;
CREATE INDEX _foreign_row ON _foreign(table_number, pk);
CREATE TRIGGER _foreign_insert BEFORE INSERT ON _foreign
BEGIN SELECT loket_log(); END;
CREATE TRIGGER _foreign_update BEFORE UPDATE ON _foreign
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER _foreign_delete BEFORE DELETE ON _foreign
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;

-- Rows with entries that need a newer program: looked at again by that.
CREATE TABLE _park (
	number INTEGER NOT NULL PRIMARY KEY, -- of _foreign
	table_number INTEGER NOT NULL,
	pk BLOB NOT NULL,
	cell INTEGER NOT NULL                -- lowest unknown; 0: the table is
) STRICT;

-- Every bundle that is part of this register, in the order it became so.
CREATE TABLE _applied (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	hash BLOB NOT NULL UNIQUE,
	writer BLOB NOT NULL,
	bno INTEGER NOT NULL,    -- its number among the writer's bundles
	prev BLOB NOT NULL,      -- zeros: none
	first INTEGER NOT NULL,  -- entries of the writer, from and to
	last INTEGER NOT NULL,
	state INTEGER NOT NULL,  -- 1 sealed here, 2 sent, 3 another's
	size INTEGER NOT NULL,   -- of the file
	at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX _applied_writer ON _applied(writer, bno);
CREATE INDEX _applied_prev ON _applied(prev);
CREATE INDEX _applied_state ON _applied(state);

-- Their files verbatim, in pieces.
CREATE TABLE _bundle (
	number INTEGER NOT NULL, -- of _applied
	piece INTEGER NOT NULL,  -- from 0
	bytes BLOB NOT NULL,
	PRIMARY KEY (number, piece)
) STRICT, WITHOUT ROWID;

-- Who may write the reference tables; entries from and until count.
CREATE TABLE _reference (
	writer BLOB NOT NULL,
	from_seq INTEGER NOT NULL,
	until_seq INTEGER NOT NULL,
	PRIMARY KEY (writer, from_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE _run (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	cause TEXT NOT NULL,
	share TEXT NOT NULL,
	pid INTEGER NOT NULL,
	started_ms INTEGER NOT NULL,
	ended_ms INTEGER NOT NULL,  -- 0: it runs, or was killed
	shown_ms INTEGER NOT NULL,
	phase INTEGER NOT NULL,
	done INTEGER NOT NULL,
	total INTEGER NOT NULL,
	bytes_done INTEGER NOT NULL,
	bytes_total INTEGER NOT NULL,
	seconds_left INTEGER NOT NULL,
	sealed INTEGER NOT NULL,
	sent INTEGER NOT NULL,
	pulled INTEGER NOT NULL,
	applied INTEGER NOT NULL,
	refused INTEGER NOT NULL,
	entries INTEGER NOT NULL,
	exit INTEGER NOT NULL,
	code TEXT NOT NULL,         -- of the fact that says why
	arguments TEXT NOT NULL     -- of that, each ended by a line feed
) STRICT;

CREATE TABLE _peer (
	writer BLOB NOT NULL PRIMARY KEY,
	station TEXT NOT NULL,
	letter TEXT NOT NULL,
	is_active INTEGER NOT NULL,
	heartbeat INTEGER NOT NULL,
	first_ms INTEGER NOT NULL,
	seen_ms INTEGER NOT NULL,
	made_ms INTEGER NOT NULL,
	sealed INTEGER NOT NULL,
	applied INTEGER NOT NULL,
	has_of_us INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	ahead_ms INTEGER NOT NULL,
	conflicts INTEGER NOT NULL,
	digest_differs INTEGER NOT NULL,
	code TEXT NOT NULL,
	arguments TEXT NOT NULL,
	text BLOB NOT NULL          -- its last heartbeat
) STRICT, WITHOUT ROWID;

CREATE TABLE _quarantine (
	path TEXT NOT NULL PRIMARY KEY,
	writer BLOB NOT NULL,
	code TEXT NOT NULL,
	arguments TEXT NOT NULL,
	first_ms INTEGER NOT NULL,
	last_ms INTEGER NOT NULL,
	times INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the exchange remembers between its runs.
CREATE TABLE _note (
	name TEXT NOT NULL PRIMARY KEY,
	bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
