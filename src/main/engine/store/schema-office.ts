/** Tables of the office as Kysely sees them: what people add to records, users, settings, the undo journal, erasures. */
import type { Generated } from 'kysely';

export interface CustomFieldTable {
  id: string;
  record: 'customer' | 'product';
  name: string;
  name_fold: string;
  kind: 'text' | 'number' | 'date' | 'choice' | 'yes_no';
  options: string;
  position: number;
  archived: Generated<number>;
  row_version: number;
}

export interface CustomValueTable {
  record_id: string;
  field_id: string;
  value: string;
  value_fold: string;
}

export interface TagTable {
  id: string;
  record: 'customer' | 'product';
  name: string;
  name_fold: string;
}

export interface RecordTagTable {
  record_id: string;
  tag_id: string;
}

export interface SegmentTable {
  id: string;
  name: string;
  name_fold: string;
  filter: string;
  row_version: number;
}

export interface SavedViewTable {
  id: string;
  list: string;
  name: string;
  spec: string;
  position: number;
  created_at: string;
  row_version: number;
}

export interface AppUserTable {
  id: string;
  name: string;
  name_fold: string;
  roles: string;
  secret: string | null;
  archived: Generated<number>;
  created_at: string;
  row_version: number;
}

export interface SettingTable {
  key: string;
  value: string;
}

export interface UndoEntryTable {
  seq: Generated<number>;
  id: string;
  at: string;
  actor: string;
  action: string;
  params: string;
  scopes: string;
  rows: number;
  undone_by: string | null;
  undoes: string | null;
}

export interface UndoChangeTable {
  entry: number;
  scope: number;
  row_key: string | number;
  before: string | null;
  after: string | null;
}

export interface DocumentErasureTable {
  seq: number;
  document_id: number;
  at: string;
  actor: string;
  reason: string;
  keep_until: string;
  rule: string;
  seal: string;
}

export interface DoomedFileTable {
  sha256: string;
  at: string;
}

export interface OfficeSchema {
  custom_field: CustomFieldTable;
  custom_value: CustomValueTable;
  tag: TagTable;
  record_tag: RecordTagTable;
  segment: SegmentTable;
  saved_view: SavedViewTable;
  app_user: AppUserTable;
  setting: SettingTable;
  undo_entry: UndoEntryTable;
  undo_change: UndoChangeTable;
  document_erasure: DocumentErasureTable;
  doomed_file: DoomedFileTable;
}
