-- The tables of this counter's own. The synced tables (person, application,
-- event ...) are not here: they are made from the registry in
-- include/domain/table.h, with their indexes and triggers.
--
-- Names that begin with an underscore belong to the log and the exchange.
-- Times are UTC milliseconds (_ms); versions are hlc and idx of _sid.

CREATE TABLE _self (
	one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- a single row
	writer BLOB NOT NULL,          -- this life of this file, 16 bytes
	station TEXT NOT NULL,         -- counter code, L01
	letter TEXT NOT NULL,          -- of the number series: A (not written) to Z
	is_practice INTEGER NOT NULL,  -- 1: LATIHAN
	hlc INTEGER NOT NULL,          -- highest version given: ms << 16 | count
	made_ms INTEGER NOT NULL       -- when this life began
) STRICT;

CREATE TABLE _migration (
	number INTEGER NOT NULL PRIMARY KEY, -- of the file in data/schema
	name TEXT NOT NULL,                  -- 0001-initial.sql
	hash BLOB NOT NULL,                  -- BLAKE2b-256 of its text
	at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE _sid (
	idx INTEGER NOT NULL PRIMARY KEY, -- how _op, _ver and _head name it
	sid BLOB NOT NULL UNIQUE,         -- 8 random bytes for each process
	writer BLOB NOT NULL,             -- whose process it was
	started_ms INTEGER NOT NULL,
	hlc INTEGER NOT NULL              -- others': highest version applied
) STRICT;

-- The log of this writer: one row made or changed is one entry. It is the
-- history, what travels, and the evidence.
CREATE TABLE _op (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- dense
	txn INTEGER NOT NULL,          -- seq of its transaction's first entry
	hlc INTEGER NOT NULL,          -- version of the cells it writes
	sid INTEGER NOT NULL,          -- idx of _sid
	table_number INTEGER NOT NULL, -- of the registry
	pk BLOB NOT NULL,              -- the row's key, 16 bytes
	kind INTEGER NOT NULL,         -- 1 the row was made, 2 changed
	officer TEXT NOT NULL,         -- staff id, '' for the program itself
	station TEXT NOT NULL,
	body BLOB NOT NULL,            -- cells: src/store/op.h
	sum BLOB NOT NULL              -- 8 bytes of BLAKE2b over all the above
) STRICT;
CREATE INDEX _op_row ON _op(table_number, pk);
CREATE TRIGGER _op_insert BEFORE INSERT ON _op
BEGIN SELECT loket_log(); END;
CREATE TRIGGER _op_update BEFORE UPDATE ON _op
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER _op_delete BEFORE DELETE ON _op
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;

-- The version of each cell. Cell 0 is the making of the row and stands for
-- every cell never changed since.
CREATE TABLE _ver (
	table_number INTEGER NOT NULL,
	pk BLOB NOT NULL,
	cell INTEGER NOT NULL, -- number of the registry, from 1
	hlc INTEGER NOT NULL,
	sid INTEGER NOT NULL,
	PRIMARY KEY (table_number, pk, cell)
) STRICT, WITHOUT ROWID;

-- Only for cells with two or more values that nobody has replaced.
CREATE TABLE _head (
	table_number INTEGER NOT NULL,
	pk BLOB NOT NULL,
	cell INTEGER NOT NULL,
	hlc INTEGER NOT NULL,
	sid INTEGER NOT NULL,
	value BLOB NOT NULL,   -- as in the body of _op
	writer BLOB NOT NULL,  -- who wrote it
	seq INTEGER NOT NULL,  -- and in which entry
	PRIMARY KEY (table_number, pk, cell, hlc, sid)
) STRICT, WITHOUT ROWID;

-- Versions named as replaced by an entry that came before they did.
CREATE TABLE _pend (
	table_number INTEGER NOT NULL,
	pk BLOB NOT NULL,
	cell INTEGER NOT NULL,
	hlc INTEGER NOT NULL,
	sid BLOB NOT NULL, -- 8 bytes: _sid may not know it yet
	PRIMARY KEY (table_number, pk, cell, hlc, sid)
) STRICT, WITHOUT ROWID;

-- Rows the log did not know, set aside by a repair.
CREATE TABLE _stray (
	number INTEGER NOT NULL PRIMARY KEY,
	table_number INTEGER NOT NULL,
	pk BLOB NOT NULL,
	body BLOB NOT NULL, -- its cells, as in the body of _op
	found_ms INTEGER NOT NULL,
	officer TEXT NOT NULL -- who repaired
) STRICT;

CREATE TABLE series (
	book TEXT NOT NULL,    -- L applications, P complaints and suggestions
	year INTEGER NOT NULL,
	letter TEXT NOT NULL,  -- of _self when it was given
	last INTEGER NOT NULL, -- the last number given
	PRIMARY KEY (book, year, letter)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
	officer TEXT NOT NULL,
	form TEXT NOT NULL,
	key TEXT NOT NULL,             -- the record it changes, or ''
	body TEXT NOT NULL,            -- what was typed
	field TEXT NOT NULL,           -- where the cursor stood
	at_ms INTEGER NOT NULL,        -- last change
	discarded_ms INTEGER NOT NULL, -- 0: not thrown away
	PRIMARY KEY (officer, form, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
	officer TEXT NOT NULL PRIMARY KEY,
	verifier TEXT NOT NULL,         -- argon2id with its cost; '' none
	changed_ms INTEGER NOT NULL,
	failures INTEGER NOT NULL,      -- attempts since the last success
	attempted_ms INTEGER NOT NULL,
	succeeded_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
	name TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL,
	officer TEXT NOT NULL, -- who set it
	at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE asset (
	number INTEGER NOT NULL PRIMARY KEY, -- later kept, higher
	name TEXT NOT NULL,                  -- forms/application.form
	version TEXT NOT NULL,
	hash BLOB NOT NULL,                  -- BLAKE2b-256 of the text
	text BLOB NOT NULL,
	at_ms INTEGER NOT NULL,
	UNIQUE (name, version, hash)
) STRICT;

-- The text in use, of those kept.
CREATE TABLE asset_last (
	name TEXT NOT NULL PRIMARY KEY,
	number INTEGER NOT NULL REFERENCES asset(number)
) STRICT, WITHOUT ROWID;

-- Where each case stands: derived from its events, so that lists are quick.
CREATE TABLE case_state (
	id BLOB NOT NULL PRIMARY KEY,
	table_number INTEGER NOT NULL,
	state TEXT NOT NULL,
	due TEXT NOT NULL,             -- ~ when no clock runs: sorts last
	due_is_provisional INTEGER NOT NULL,
	started TEXT NOT NULL,
	stopped TEXT NOT NULL,
	number TEXT NOT NULL,          -- the record's, ~ when it has none
	received_date TEXT NOT NULL,   -- the record's
	events INTEGER NOT NULL        -- how many it was folded from
) STRICT, WITHOUT ROWID;
CREATE INDEX case_received ON case_state(table_number, received_date, id);
CREATE INDEX case_due ON case_state(table_number, due, id);
CREATE INDEX case_number ON case_state(table_number, number, id);
CREATE INDEX case_state_received
    ON case_state(table_number, state, received_date, id);
CREATE INDEX case_state_due ON case_state(table_number, state, due, id);
CREATE INDEX case_state_number ON case_state(table_number, state, number, id);

-- Names, folded for searching. Derived.
CREATE TABLE search_text (
	number INTEGER NOT NULL PRIMARY KEY, -- newer records, higher
	table_number INTEGER NOT NULL,
	id BLOB NOT NULL UNIQUE,
	folded TEXT NOT NULL
) STRICT;
CREATE INDEX search_text_begin ON search_text(table_number, folded);
CREATE VIRTUAL TABLE search USING fts5(folded, content='search_text',
    content_rowid='number', columnsize=0, tokenize='trigram case_sensitive 1');
