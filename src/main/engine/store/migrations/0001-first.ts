/**
 * The first shape of a company file. A migration is frozen text: it imports nothing and is never edited after a release.
 * Amounts are INTEGER minor units within 2^53 - 1; quantities, prices and rates are decimal TEXT, never summed in SQL.
 * `*_fold` columns hold folded keys for search and order; columns of JSON carry `v` inside and are never filtered on.
 */
const amount = (column: string, nullable = false) =>
  `${column} INTEGER ${nullable ? '' : 'NOT NULL '}CHECK (abs(${column}) <= 9007199254740991)`;

export const sql = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE company (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  company_id TEXT NOT NULL,
  name TEXT NOT NULL,
  profile TEXT NOT NULL,
  logo_sha256 TEXT,
  created_at TEXT NOT NULL,
  row_version INTEGER NOT NULL
) STRICT;

CREATE TABLE customer (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  code_fold TEXT NOT NULL UNIQUE,
  name TEXT,
  name_fold TEXT NOT NULL,
  search_fold TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('business', 'consumer', 'unknown')),
  address_lines TEXT NOT NULL,
  postcode TEXT,
  city TEXT,
  city_fold TEXT NOT NULL,
  region TEXT,
  country TEXT,
  vat_number TEXT,
  registration_number TEXT,
  electronic_address TEXT,
  email TEXT,
  phone TEXT,
  contact_name TEXT,
  language TEXT,
  currency TEXT,
  payment_terms_days INTEGER,
  order_reference TEXT,
  note TEXT,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  row_version INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_by_name ON customer (archived, name_fold, id);

CREATE TABLE product (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  code_fold TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  search_fold TEXT NOT NULL,
  supply TEXT CHECK (supply IN ('goods', 'services')),
  unit TEXT,
  unit_price TEXT,
  currency TEXT,
  tax_class TEXT,
  note TEXT,
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  row_version INTEGER NOT NULL
) STRICT;
CREATE INDEX product_by_name ON product (archived, name_fold, id);

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('customers', 'products', 'lines')),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  rows INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  left_alone INTEGER NOT NULL,
  rejected INTEGER NOT NULL
) STRICT;

CREATE TABLE column_map (
  kind TEXT NOT NULL,
  shape TEXT NOT NULL,
  map TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, shape)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'any')),
  prefix TEXT NOT NULL,
  pattern TEXT NOT NULL,
  reset TEXT NOT NULL CHECK (reset IN ('yearly', 'never')),
  start_at INTEGER NOT NULL CHECK (start_at > 0),
  customer_id TEXT REFERENCES customer (id),
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  last_date TEXT,
  created_at TEXT NOT NULL,
  row_version INTEGER NOT NULL
) STRICT;

CREATE TABLE series_counter (
  series_id TEXT NOT NULL REFERENCES series (id),
  counter_key TEXT NOT NULL,
  last_seq INTEGER NOT NULL,
  last_number TEXT NOT NULL,
  PRIMARY KEY (series_id, counter_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE bill_run (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('collecting', 'drafting', 'reviewing', 'finalising', 'producing', 'closed', 'abandoned')),
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL CHECK (period_to > period_from),
  issue_date TEXT NOT NULL,
  series_id TEXT NOT NULL REFERENCES series (id),
  credit_series_id TEXT NOT NULL REFERENCES series (id),
  include_undated INTEGER NOT NULL CHECK (include_undated IN (0, 1)),
  folder TEXT,
  created_at TEXT NOT NULL,
  row_version INTEGER NOT NULL
) STRICT;

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  run_id TEXT REFERENCES bill_run (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  customer_code TEXT NOT NULL,
  customer_name TEXT,
  customer_fold TEXT NOT NULL,
  search_fold TEXT NOT NULL,
  country TEXT,
  reference TEXT,
  reference_fold TEXT NOT NULL,
  currency TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  status TEXT NOT NULL CHECK (status IN ('open', 'approved', 'held', 'excluded', 'finalised')),
  line_count INTEGER NOT NULL,
  ${amount('net')},
  ${amount('tax')},
  ${amount('gross')},
  level_rank INTEGER NOT NULL CHECK (level_rank BETWEEN 0 AND 3),
  finding_count INTEGER NOT NULL,
  first_finding TEXT,
  taxes TEXT NOT NULL,
  document TEXT NOT NULL,
  explanation TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  tax_table_version TEXT NOT NULL,
  approved_fingerprint TEXT,
  approved_at TEXT,
  approved_by TEXT,
  changed_since_approval INTEGER NOT NULL DEFAULT 0 CHECK (changed_since_approval IN (0, 1)),
  hold_reason TEXT,
  invoice_id TEXT,
  row_version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_group ON draft (run_id, customer_id, reference_fold, currency) WHERE run_id IS NOT NULL;
CREATE INDEX draft_by_gross ON draft (run_id, gross DESC, id);
CREATE INDEX draft_by_status ON draft (run_id, status, level_rank);

CREATE TABLE pending_line (
  id TEXT PRIMARY KEY,
  import_id TEXT REFERENCES import_batch (id),
  source_sheet TEXT,
  source_row INTEGER,
  source_key TEXT UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('open', 'drafted', 'billed', 'held', 'excluded')),
  held_for TEXT,
  draft_id TEXT REFERENCES draft (id),
  customer_id TEXT REFERENCES customer (id),
  customer_code TEXT,
  customer_country TEXT,
  invoice_reference TEXT,
  reference_fold TEXT NOT NULL,
  date TEXT,
  product_id TEXT REFERENCES product (id),
  product_code TEXT,
  description TEXT,
  search_fold TEXT NOT NULL,
  quantity TEXT NOT NULL,
  unit TEXT,
  unit_price TEXT,
  discount_percent TEXT,
  currency TEXT NOT NULL,
  tax_class TEXT,
  supply TEXT,
  order_reference TEXT,
  corrects TEXT,
  note TEXT,
  ${amount('net', true)},
  ordinal INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  CHECK ((status IN ('drafted', 'billed')) = (draft_id IS NOT NULL))
) STRICT;
CREATE INDEX pending_line_by_status ON pending_line (status, date);
CREATE INDEX pending_line_by_draft ON pending_line (draft_id, ordinal);
CREATE INDEX pending_line_by_customer ON pending_line (customer_id, status);

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  run_id TEXT REFERENCES bill_run (id),
  draft_id TEXT REFERENCES draft (id) ON DELETE CASCADE,
  line_id TEXT REFERENCES pending_line (id) ON DELETE CASCADE,
  check_id TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('error', 'warning', 'note')),
  params TEXT NOT NULL
) STRICT;
CREATE INDEX finding_by_draft ON finding (draft_id);
CREATE INDEX finding_by_run ON finding (run_id, check_id);
CREATE INDEX finding_by_line ON finding (line_id);

CREATE TABLE acceptance (
  run_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  check_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (run_id, draft_id, check_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  format_version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  number TEXT NOT NULL UNIQUE,
  body BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  chain_hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER document_is_frozen BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;
CREATE TRIGGER document_stays BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;
CREATE TRIGGER document_follows BEFORE INSERT ON document
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM document)
  OR NEW.previous_hash <> coalesce((SELECT chain_hash FROM document WHERE id = NEW.id - 1), '')
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;

CREATE TRIGGER document_is_new BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE number = NEW.number OR chain_hash = NEW.chain_hash)
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;

CREATE TABLE invoice (
  id TEXT PRIMARY KEY,
  document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
  number TEXT NOT NULL UNIQUE,
  number_fold TEXT NOT NULL UNIQUE,
  series_id TEXT NOT NULL REFERENCES series (id),
  counter_key TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  customer_code TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  customer_fold TEXT NOT NULL,
  search_fold TEXT NOT NULL,
  country TEXT,
  run_id TEXT REFERENCES bill_run (id),
  draft_id TEXT REFERENCES draft (id),
  reference TEXT,
  reference_fold TEXT NOT NULL,
  currency TEXT NOT NULL,
  issue_date TEXT NOT NULL,
  tax_point TEXT NOT NULL,
  due_date TEXT,
  ${amount('net')},
  ${amount('tax')},
  ${amount('gross')},
  corrects_invoice_id TEXT REFERENCES invoice (id),
  created_at TEXT NOT NULL,
  UNIQUE (series_id, counter_key, seq)
) STRICT;
CREATE INDEX invoice_by_run ON invoice (run_id, document_id);
CREATE INDEX invoice_by_customer ON invoice (customer_id, reference_fold);
CREATE INDEX invoice_by_date ON invoice (issue_date, document_id);
CREATE INDEX invoice_by_draft ON invoice (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX invoice_by_corrected ON invoice (corrects_invoice_id) WHERE corrects_invoice_id IS NOT NULL;
CREATE TRIGGER invoice_is_frozen BEFORE UPDATE ON invoice
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;
CREATE TRIGGER invoice_stays BEFORE DELETE ON invoice
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;
-- Without these a REPLACE would take rows away past the triggers on DELETE.
CREATE TRIGGER invoice_is_new BEFORE INSERT ON invoice
WHEN EXISTS (SELECT 1 FROM invoice WHERE id = NEW.id OR document_id = NEW.document_id OR number = NEW.number
  OR number_fold = NEW.number_fold
  OR (series_id = NEW.series_id AND counter_key = NEW.counter_key AND seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;

CREATE TABLE invoice_tax (
  invoice_id TEXT NOT NULL REFERENCES invoice (id),
  category TEXT NOT NULL,
  rate TEXT NOT NULL,
  ${amount('base')},
  ${amount('tax')},
  PRIMARY KEY (invoice_id, category, rate)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER invoice_tax_is_frozen BEFORE UPDATE ON invoice_tax
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;
CREATE TRIGGER invoice_tax_is_new BEFORE INSERT ON invoice_tax
WHEN EXISTS (SELECT 1 FROM invoice_tax
  WHERE invoice_id = NEW.invoice_id AND category = NEW.category AND rate = NEW.rate)
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;
CREATE TRIGGER invoice_tax_stays BEFORE DELETE ON invoice_tax
BEGIN SELECT RAISE(ABORT, 'document_is_frozen'); END;

CREATE TABLE picture (sha256 TEXT PRIMARY KEY, mime TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;

CREATE TABLE archive_file (
  invoice_id TEXT NOT NULL REFERENCES invoice (id),
  kind TEXT NOT NULL CHECK (kind IN ('pdf')),
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  delivered_path TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (invoice_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  input TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'cancelling', 'done', 'failed', 'cancelled', 'interrupted')),
  phase TEXT NOT NULL,
  seq INTEGER NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER,
  failed INTEGER NOT NULL,
  subject TEXT,
  command_id TEXT UNIQUE,
  actor TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  error TEXT,
  result TEXT
) STRICT;
CREATE INDEX job_by_start ON job (started_at);

CREATE TABLE job_item (
  job_id TEXT NOT NULL REFERENCES job (id),
  ordinal INTEGER NOT NULL,
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'done', 'failed')),
  error TEXT,
  result TEXT,
  PRIMARY KEY (job_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE command_result (
  command_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  input_sha256 TEXT NOT NULL,
  result TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_event (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT,
  params TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit_event (subject, id);
`;
