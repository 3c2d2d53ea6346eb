-- Rows that look alike although two counters made them, and cases that
-- counters led to several states: derived, found once the records of others
-- are here.

-- Pairs of people, firms, applications or complaints that may be the same:
-- one is the lesser key. Kept by src/store/alike.c, which says when.
CREATE TABLE alike (
	one BLOB NOT NULL,
	other BLOB NOT NULL,
	table_number INTEGER NOT NULL,
	PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_other ON alike(other);

-- Cases with open ends in several states: perlu ditinjau. As case_state.
CREATE TABLE case_divided (
	id BLOB NOT NULL PRIMARY KEY,
	table_number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Two steps from one event: such a case is folded again.
UPDATE case_state SET events = -1 WHERE id IN (SELECT parent FROM event
    WHERE previous <> '' GROUP BY parent, previous HAVING count(*) > 1);
