/** How much of a foreign file is believed. Each limit has its own error, so that a person learns which one was met. */

/** Widest table read; a spreadsheet of a finance office has tens of columns. */
export const MAX_COLUMNS = 500;
/** Longest CSV record in bytes: beyond it, a quote was not closed or it is no table. Keeps memory flat. */
export const MAX_RECORD_BYTES = 1_000_000;
/** Most rows taken from one file. The index of line keys costs about 100 bytes a row. */
export const MAX_ROWS = 1_500_000;
/** Rows that inspection reads to detect the decimal mark and the order of dates. */
export const DETECT_ROWS = 100_000;
/** Rows under the header that inspection shows. */
export const SAMPLE_ROWS = 50;
/** Longest value repeated in a rejection. */
export const SHOWN_VALUE = 200;

/** Workbooks are read whole: the packed file. */
export const MAX_WORKBOOK_BYTES = 100_000_000;
/** All parts of a workbook unpacked together. */
export const MAX_UNPACKED_BYTES = 300_000_000;
/** A part may unpack to this many times its packed size, once it is larger than {@link RATIO_FROM_BYTES}. */
export const MAX_RATIO = 200;
export const RATIO_FROM_BYTES = 10_000_000;
export const MAX_ZIP_ENTRIES = 10_000;
/** A gzip-compressed CSV unpacked. It streams, so only time is at stake. */
export const MAX_GUNZIPPED_BYTES = 1_000_000_000;
/** Rows and columns that the file format allows (ISO/IEC 29500, as Excel reads it). */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** At most one progress message in this many milliseconds. */
export const PROGRESS_MS = 200;
