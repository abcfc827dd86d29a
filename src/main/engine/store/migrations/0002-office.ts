/**
 * The office: custom fields, tags, segments, saved views, merged customers, users, the undo journal, imports taken back, and the
 * one way in which what the law no longer keeps may be erased. A migration is frozen text: it imports nothing and is never
 * edited after a release.
 */
export const sql = `
-- Records: what the office adds to them.
CREATE TABLE custom_field (
  id TEXT PRIMARY KEY,
  record TEXT NOT NULL CHECK (record IN ('customer', 'product')),
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no')),
  -- JSON: a list of texts, for a choice.
  options TEXT NOT NULL,
  position INTEGER NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  row_version INTEGER NOT NULL,
  UNIQUE (record, name_fold)
) STRICT;

CREATE TABLE custom_value (
  record_id TEXT NOT NULL,
  field_id TEXT NOT NULL REFERENCES custom_field (id),
  value TEXT NOT NULL,
  -- Folded text, an ISO date, or a number brought to a text that sorts as the number does.
  value_fold TEXT NOT NULL,
  PRIMARY KEY (record_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX custom_value_by_field ON custom_value (field_id, value_fold, record_id);

CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  record TEXT NOT NULL CHECK (record IN ('customer', 'product')),
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  UNIQUE (record, name_fold)
) STRICT;

CREATE TABLE record_tag (
  record_id TEXT NOT NULL,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (record_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_tag_by_tag ON record_tag (tag_id, record_id);

-- A named choice of customers: the filter is JSON with v inside.
CREATE TABLE segment (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL UNIQUE,
  filter TEXT NOT NULL,
  row_version INTEGER NOT NULL
) STRICT;

-- How somebody likes to see a list: filter, order, columns, widths, as JSON with v inside.
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  spec TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  row_version INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_view_by_list ON saved_view (list, position);

ALTER TABLE customer ADD COLUMN merged_into TEXT REFERENCES customer (id);
ALTER TABLE customer ADD COLUMN erased_at TEXT;
CREATE INDEX customer_by_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_by_code ON customer (archived, code_fold, id);
CREATE INDEX customer_by_city ON customer (archived, city_fold, name_fold, id);
CREATE INDEX customer_by_country ON customer (archived, country, name_fold, id);
CREATE INDEX customer_by_updated ON customer (archived, updated_at, name_fold, id);
CREATE INDEX product_by_code ON product (archived, code_fold, id);
CREATE INDEX product_by_updated ON product (archived, updated_at, name_fold, id);
CREATE INDEX invoice_by_gross ON invoice (gross);

ALTER TABLE bill_run ADD COLUMN segment_id TEXT REFERENCES segment (id);

-- People. Roles: a JSON list of prepare, approve, account, manage; none of them is reading only.
CREATE TABLE app_user (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL UNIQUE,
  roles TEXT NOT NULL,
  -- scrypt, salt and parameters inside; null: signs in by name alone.
  secret TEXT,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  created_at TEXT NOT NULL,
  row_version INTEGER NOT NULL
) STRICT;
ALTER TABLE bill_run ADD COLUMN prepared_by TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN prepared_by TEXT NOT NULL DEFAULT '';
-- When its content last became what it is.
ALTER TABLE draft ADD COLUMN prepared_at TEXT NOT NULL DEFAULT '';
-- JSON list: everybody who changed what it says since it was composed before.
ALTER TABLE draft ADD COLUMN touched_by TEXT NOT NULL DEFAULT '[]';

-- What a job brings in as it stood when it was begun: nobody takes up another's import with a file of his own.
ALTER TABLE job ADD COLUMN file_sha256 TEXT;

-- Choices of the office that travel with the file: JSON with v inside.
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The undo journal: an act, and each row as it was before it.
CREATE TABLE undo_entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  params TEXT NOT NULL,
  -- JSON: for each set of rows its table and the columns that are kept of them.
  scopes TEXT NOT NULL,
  rows INTEGER NOT NULL,
  -- The entry that took this one back, and the one that this takes back.
  undone_by TEXT,
  undoes TEXT
) STRICT;
CREATE INDEX undo_by_actor ON undo_entry (actor, seq);
CREATE TABLE undo_change (
  entry INTEGER NOT NULL REFERENCES undo_entry (seq) ON DELETE CASCADE,
  -- Position in the entry's scopes.
  scope INTEGER NOT NULL,
  -- The id, or a JSON list where the key has several columns.
  row_key ANY NOT NULL,
  -- JSON list of the scope's columns before; null where the act made the row.
  before TEXT,
  -- The same after; null where the act took it away. A row that reads otherwise by now is not put back.
  after TEXT,
  PRIMARY KEY (entry, scope, row_key)
) STRICT, WITHOUT ROWID;

ALTER TABLE import_batch ADD COLUMN undone_at TEXT;
ALTER TABLE import_batch ADD COLUMN undone_by TEXT;
-- JSON with v inside: names of the columns, how they were read. Null where the import is older than this record-keeping.
ALTER TABLE import_batch ADD COLUMN source TEXT;
-- Empty: remembered without a name.
ALTER TABLE column_map ADD COLUMN name TEXT NOT NULL DEFAULT '';
-- What an import made and changed beside its lines, so that the whole of it can be taken back.
CREATE TABLE import_change (
  import_id TEXT NOT NULL REFERENCES import_batch (id),
  record TEXT NOT NULL CHECK (record IN ('customer', 'product')),
  record_id TEXT NOT NULL,
  -- JSON of the row, its custom values and its tags before the import; null where the import made it.
  before TEXT,
  -- Its row version after the import: one that has another by now was changed since.
  version INTEGER NOT NULL,
  PRIMARY KEY (import_id, record, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_change_by_record ON import_change (record_id);
-- Rejected rows, so that a person can still have them to mend after the program was stopped. JSON of a rejection.
CREATE TABLE import_reject (
  import_id TEXT NOT NULL REFERENCES import_batch (id),
  ordinal INTEGER NOT NULL,
  rejection TEXT NOT NULL,
  PRIMARY KEY (import_id, ordinal)
) STRICT;
CREATE INDEX pending_line_by_import ON pending_line (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX pending_line_by_product ON pending_line (product_id) WHERE product_id IS NOT NULL;

-- Whoever takes a customer away asks each table that may name one.
CREATE INDEX draft_by_customer ON draft (customer_id);
CREATE INDEX series_by_customer ON series (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX audit_by_actor ON audit_event (actor, id);

-- Search over everything: the folded texts alone, so that looking through them reads no rows; and the other amount.
CREATE INDEX customer_by_search ON customer (search_fold, id);
CREATE INDEX product_by_search ON product (search_fold, id);
CREATE INDEX invoice_by_search ON invoice (search_fold, id);
CREATE INDEX invoice_by_net ON invoice (net);
CREATE INDEX draft_by_search ON draft (search_fold, status, gross, net, currency, id) WHERE status <> 'finalised';
CREATE INDEX pending_line_by_search ON pending_line (search_fold, status, id) WHERE status IN ('open', 'held');

-- Erasure: once the time of keeping is over, and on record, a document gives up its body and an invoice its customer's name.
-- Hashes, numbers and amounts stay, so that the chain still holds.
CREATE TABLE document_erasure (
  seq INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- The last day of keeping, and JSON of the rule that gave it.
  keep_until TEXT NOT NULL,
  rule TEXT NOT NULL,
  -- Hash over the row and taxes that stay, this record and the seal before it.
  seal TEXT NOT NULL
) STRICT;
-- PDFs whose record is gone, until they are deleted beside the file as well.
CREATE TABLE doomed_file (sha256 TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER document_erasure_stays BEFORE DELETE ON document_erasure
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;
CREATE TRIGGER document_erasure_is_frozen BEFORE UPDATE ON document_erasure
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;

DROP TRIGGER document_is_frozen;
CREATE TRIGGER document_is_frozen BEFORE UPDATE ON document
WHEN NOT (
  EXISTS (SELECT 1 FROM document_erasure WHERE document_id = OLD.id)
  AND NEW.body = x''
  AND NEW.id IS OLD.id AND NEW.format_version IS OLD.format_version AND NEW.kind IS OLD.kind AND NEW.number IS OLD.number
  AND NEW.sha256 IS OLD.sha256 AND NEW.previous_hash IS OLD.previous_hash AND NEW.chain_hash IS OLD.chain_hash
  AND NEW.created_at IS OLD.created_at
)
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;

DROP TRIGGER invoice_is_frozen;
CREATE TRIGGER invoice_is_frozen BEFORE UPDATE ON invoice
WHEN NOT (
  EXISTS (SELECT 1 FROM document_erasure WHERE document_id = OLD.document_id)
  AND NEW.customer_name = '' AND NEW.customer_fold = '' AND NEW.search_fold IS OLD.number_fold
  AND NEW.id IS OLD.id AND NEW.document_id IS OLD.document_id AND NEW.number IS OLD.number
  AND NEW.number_fold IS OLD.number_fold AND NEW.series_id IS OLD.series_id AND NEW.counter_key IS OLD.counter_key
  AND NEW.seq IS OLD.seq AND NEW.kind IS OLD.kind AND NEW.customer_id IS OLD.customer_id
  AND NEW.customer_code IS OLD.customer_code AND NEW.country IS OLD.country AND NEW.run_id IS OLD.run_id
  AND NEW.draft_id IS OLD.draft_id AND NEW.reference IS OLD.reference AND NEW.reference_fold IS OLD.reference_fold
  AND NEW.currency IS OLD.currency AND NEW.issue_date IS OLD.issue_date AND NEW.tax_point IS OLD.tax_point
  AND NEW.due_date IS OLD.due_date AND NEW.net IS OLD.net AND NEW.tax IS OLD.tax AND NEW.gross IS OLD.gross
  AND NEW.corrects_invoice_id IS OLD.corrects_invoice_id AND NEW.created_at IS OLD.created_at
)
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;
`;
