/** The tables as Kysely sees them: the newest shape, one interface a table. */
import type { Generated } from 'kysely';

export interface MetaTable {
  key: string;
  value: string;
}

export interface CompanyTable {
  id: number;
  company_id: string;
  name: string;
  profile: string;
  logo_sha256: string | null;
  created_at: string;
  row_version: number;
}

export interface CustomerTable {
  id: string;
  code: string;
  code_fold: string;
  name: string | null;
  name_fold: string;
  search_fold: string;
  kind: 'business' | 'consumer' | 'unknown';
  address_lines: string;
  postcode: string | null;
  city: string | null;
  city_fold: string;
  region: string | null;
  country: string | null;
  vat_number: string | null;
  registration_number: string | null;
  electronic_address: string | null;
  email: string | null;
  phone: string | null;
  contact_name: string | null;
  language: string | null;
  currency: string | null;
  payment_terms_days: number | null;
  order_reference: string | null;
  note: string | null;
  archived: Generated<number>;
  created_at: string;
  updated_at: string;
  row_version: number;
}

export interface ProductTable {
  id: string;
  code: string;
  code_fold: string;
  name: string;
  name_fold: string;
  search_fold: string;
  supply: 'goods' | 'services' | null;
  unit: string | null;
  unit_price: string | null;
  currency: string | null;
  tax_class: string | null;
  note: string | null;
  archived: Generated<number>;
  created_at: string;
  updated_at: string;
  row_version: number;
}

export interface ImportBatchTable {
  id: string;
  kind: 'customers' | 'products' | 'lines';
  file_name: string;
  file_sha256: string;
  at: string;
  actor: string;
  rows: number;
  created: number;
  updated: number;
  left_alone: number;
  rejected: number;
}

export interface ColumnMapTable {
  kind: string;
  shape: string;
  map: string;
  at: string;
}

export interface SeriesTable {
  id: string;
  name: string;
  kind: 'invoice' | 'credit_note' | 'any';
  prefix: string;
  pattern: string;
  reset: 'yearly' | 'never';
  start_at: number;
  customer_id: string | null;
  is_default: number;
  archived: number;
  last_date: string | null;
  created_at: string;
  row_version: number;
}

export interface SeriesCounterTable {
  series_id: string;
  counter_key: string;
  last_seq: number;
  last_number: string;
}

export interface BillRunTable {
  id: string;
  name: string;
  status: 'collecting' | 'drafting' | 'reviewing' | 'finalising' | 'producing' | 'closed' | 'abandoned';
  period_from: string;
  period_to: string;
  issue_date: string;
  series_id: string;
  credit_series_id: string;
  include_undated: number;
  folder: string | null;
  created_at: string;
  row_version: number;
}

export interface DraftTable {
  id: string;
  run_id: string | null;
  customer_id: string;
  customer_code: string;
  customer_name: string | null;
  customer_fold: string;
  search_fold: string;
  country: string | null;
  reference: string | null;
  reference_fold: string;
  currency: string;
  kind: 'invoice' | 'credit_note';
  status: 'open' | 'approved' | 'held' | 'excluded' | 'finalised';
  line_count: number;
  net: number;
  tax: number;
  gross: number;
  level_rank: number;
  finding_count: number;
  first_finding: string | null;
  taxes: string;
  document: string;
  explanation: string;
  fingerprint: string;
  tax_table_version: string;
  approved_fingerprint: string | null;
  approved_at: string | null;
  approved_by: string | null;
  changed_since_approval: Generated<number>;
  hold_reason: string | null;
  invoice_id: string | null;
  row_version: number;
}

export interface PendingLineTable {
  id: string;
  import_id: string | null;
  source_sheet: string | null;
  source_row: number | null;
  source_key: string | null;
  status: 'open' | 'drafted' | 'billed' | 'held' | 'excluded';
  held_for: string | null;
  draft_id: string | null;
  customer_id: string | null;
  customer_code: string | null;
  customer_country: string | null;
  invoice_reference: string | null;
  reference_fold: string;
  date: string | null;
  product_id: string | null;
  product_code: string | null;
  description: string | null;
  search_fold: string;
  quantity: string;
  unit: string | null;
  unit_price: string | null;
  discount_percent: string | null;
  currency: string;
  tax_class: string | null;
  supply: string | null;
  order_reference: string | null;
  corrects: string | null;
  note: string | null;
  net: number | null;
  ordinal: number;
  created_at: string;
}

export interface FindingTable {
  id: Generated<number>;
  run_id: string | null;
  draft_id: string | null;
  line_id: string | null;
  check_id: string;
  level: 'error' | 'warning' | 'note';
  params: string;
}

export interface AcceptanceTable {
  run_id: string;
  draft_id: string;
  check_id: string;
  reason: string;
  actor: string;
  at: string;
}

export interface DocumentTable {
  id: number;
  format_version: number;
  kind: 'invoice' | 'credit_note';
  number: string;
  body: Buffer;
  sha256: string;
  previous_hash: string;
  chain_hash: string;
  created_at: string;
}

export interface InvoiceTable {
  id: string;
  document_id: number;
  number: string;
  number_fold: string;
  series_id: string;
  counter_key: string;
  seq: number;
  kind: 'invoice' | 'credit_note';
  customer_id: string;
  customer_code: string;
  customer_name: string;
  customer_fold: string;
  search_fold: string;
  country: string | null;
  run_id: string | null;
  draft_id: string | null;
  reference: string | null;
  reference_fold: string;
  currency: string;
  issue_date: string;
  tax_point: string;
  due_date: string | null;
  net: number;
  tax: number;
  gross: number;
  corrects_invoice_id: string | null;
  created_at: string;
}

export interface InvoiceTaxTable {
  invoice_id: string;
  category: string;
  rate: string;
  base: number;
  tax: number;
}

export interface PictureTable {
  sha256: string;
  mime: string;
  bytes: Buffer;
}

export interface ArchiveFileTable {
  invoice_id: string;
  kind: 'pdf';
  sha256: string;
  bytes: number;
  delivered_path: string;
  at: string;
}

export interface JobTable {
  id: string;
  name: string;
  input: string;
  status: 'queued' | 'running' | 'cancelling' | 'done' | 'failed' | 'cancelled' | 'interrupted';
  phase: string;
  seq: number;
  done: number;
  total: number | null;
  failed: number;
  subject: string | null;
  command_id: string | null;
  actor: string;
  started_at: string;
  ended_at: string | null;
  error: string | null;
  result: string | null;
}

export interface JobItemTable {
  job_id: string;
  ordinal: number;
  key: string;
  label: string;
  status: 'waiting' | 'done' | 'failed';
  error: string | null;
  result: string | null;
}

export interface CommandResultTable {
  command_id: string;
  name: string;
  input_sha256: string;
  result: string;
  at: string;
}

export interface AuditEventTable {
  id: Generated<number>;
  at: string;
  actor: string;
  action: string;
  subject: string | null;
  params: string;
}

export interface Schema {
  meta: MetaTable;
  company: CompanyTable;
  customer: CustomerTable;
  product: ProductTable;
  import_batch: ImportBatchTable;
  column_map: ColumnMapTable;
  series: SeriesTable;
  series_counter: SeriesCounterTable;
  bill_run: BillRunTable;
  draft: DraftTable;
  pending_line: PendingLineTable;
  finding: FindingTable;
  acceptance: AcceptanceTable;
  document: DocumentTable;
  invoice: InvoiceTable;
  invoice_tax: InvoiceTaxTable;
  picture: PictureTable;
  archive_file: ArchiveFileTable;
  job: JobTable;
  job_item: JobItemTable;
  command_result: CommandResultTable;
  audit_event: AuditEventTable;
}
