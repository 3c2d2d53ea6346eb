-- The complaint book as lists need it: derived from complaint, review and
-- case_state, kept by src/store/complaint_line.c.

-- What is asked of a complaint: one row each, once its state was put.
CREATE TABLE complaint_line (
	id BLOB NOT NULL PRIMARY KEY,
	review BLOB,                  -- the latest round, NULL before
	state TEXT NOT NULL,          -- these as in case_state
	due TEXT NOT NULL,
	number TEXT NOT NULL,
	received_date TEXT NOT NULL,
	kind TEXT NOT NULL,           -- these as in complaint
	channel TEXT NOT NULL,
	service TEXT NOT NULL,
	named_officer TEXT NOT NULL,
	problem TEXT NOT NULL,        -- of the latest review that names any
	clauses TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The same turned round: the complaints of each value in each order. A tag
-- is the order (d due, n number, r received), what the value is of (letters
-- of complaint_line.c) and the value.
CREATE TABLE complaint_tag (
	tag TEXT NOT NULL,            -- rl32/6.4
	key TEXT NOT NULL,            -- the order's, ~ when there is none
	id BLOB NOT NULL,
	named_officer TEXT NOT NULL,  -- as in complaint_line
	PRIMARY KEY (tag, key, id)
) STRICT, WITHOUT ROWID;
