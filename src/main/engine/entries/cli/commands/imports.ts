/** `import customers|products|lines`: look, map, rehearse or take. */
import type { ImportRequest } from '#shared/contract/imports.ts';
import { errorText } from '#shared/messages/errors/index.ts';
import { EngineError } from '#shared/model/error.ts';
import {
  type ColumnMap,
  type ImportField,
  type ImportKind,
  type ImportOutcome,
  type Inspection,
  importFields,
  type ReadOptions,
} from '#shared/model/imports.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { UsageError } from '../usage.ts';

const reading = [
  'encoding',
  'delimiter',
  'decimal',
  'dates',
  'sheet',
  'header-row',
  'map',
  'dry-run',
  'rejects',
] as const;
/** So many rejections are told; the rest is counted (all of them are in --rejects and in --json up to 500). */
const TOLD = 20;

const spec = (kind: ImportKind, more: CommandSpec['options'], examples: readonly string[]): CommandSpec => ({
  name: `import ${kind}`,
  words: [{ value: 'file' }],
  options: ['file', ...reading, ...more],
  fields: importFields[kind],
  examples,
  company: 'write',
  run: (context) => importCommand(context, kind),
});

export const importCommands: readonly CommandSpec[] = [
  spec(
    'customers',
    [],
    [
      'import customers clients.xlsx --file acme.liasse --dry-run',
      'import customers clients.csv --file acme.liasse --map "vatNumber=N° TVA,note="',
    ],
  ),
  spec('products', [], ['import products articles.csv --file acme.liasse']),
  spec(
    'lines',
    ['create-customers', 'create-products', 'take-repeated'],
    [
      'import lines sales.csv --file acme.liasse --create-customers --rejects rejected.csv',
      'import lines ventes.csv --file acme.liasse --encoding windows-1252 --delimiter ";" --decimal "," --dates dmy',
    ],
  ),
];

async function importCommand(context: Context, kind: ImportKind): Promise<Outcome> {
  const { options, words, path } = context;
  const rehearse = options.has('dry-run');
  const rejects = options.text('rejects');
  const { inspection, map, outcome } = await importFile(context, kind, path(words[0] ?? ''), {
    rehearse,
    createCustomers: options.has('create-customers'),
    createProducts: options.has('create-products'),
    takeRepeated: options.has('take-repeated'),
    rejectsPath: rejects === null ? null : path(rejects),
  });
  return {
    result: {
      dryRun: rehearse,
      inspection: { ...inspection, sample: undefined },
      map: namedMap(inspection, map),
      outcome,
    },
    text: [
      detectionText(context, inspection),
      mapText(context, inspection, map),
      unmappedText(context, kind, map),
      outcomeText(context, outcome, rehearse),
      rejectionText(context, outcome),
      unknownCustomersText(context, outcome),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    leftovers: outcome.reject > 0,
  };
}

/** Inspects and takes (or rehearses) one file, with the options of the command line where there are any. */
export async function importFile(
  context: Context,
  kind: ImportKind,
  path: string,
  how: {
    rehearse: boolean;
    createCustomers: boolean;
    createProducts: boolean;
    takeRepeated: boolean;
    rejectsPath: string | null;
  },
): Promise<{ inspection: Inspection; map: ColumnMap; outcome: ImportOutcome }> {
  const { session, options } = context;
  const inspection = await inspect(context, kind, path);
  const map = correctedMap(kind, inspection, options.list('map'));
  checkMap(kind, inspection, map);
  if (inspection.dateOrderAmbiguous && map.some(({ field }) => field === 'date')) {
    throw new UsageError('cli_dates_needed', { file: inspection.fileName });
  }
  const request: ImportRequest = {
    path,
    kind,
    options: inspection.options,
    map,
    createCustomers: how.createCustomers,
    createProducts: how.createProducts,
    takeRepeated: how.takeRepeated,
    rememberMap: !how.rehearse,
    rejectsPath: how.rejectsPath,
  };
  const { result } = await session.job(how.rehearse ? 'import.rehearse' : 'import.commit', request);
  return { inspection, map, outcome: result };
}

/** Looks into the file; a sheet that it does not have is told with those that it has. */
async function inspect({ session, options }: Context, kind: ImportKind, path: string): Promise<Inspection> {
  const asked = readOptions(options);
  try {
    return await session.call('import.inspect', { path, kind, options: asked });
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'sheet_not_found') throw error;
    const { fileName, sheets } = await session.call('import.inspect', {
      path,
      kind,
      options: { ...asked, sheet: null },
    });
    throw new UsageError('cli_sheet_unknown', {
      file: fileName,
      sheet: asked.sheet ?? '',
      sheets: sheets.join(', '),
    });
  }
}

/** The field without which nothing can be made, as the import itself demands it; here the file's columns are at hand. */
const requiredField: Record<ImportKind, ImportField> = { customers: 'code', products: 'code', lines: 'quantity' };

function checkMap(kind: ImportKind, { fileName, options, sheets, columns }: Inspection, map: ColumnMap): void {
  const field = requiredField[kind];
  if (map.some((entry) => entry.field === field)) return;
  const params = {
    file: fileName,
    field,
    columns: columns.join(', '),
    example: columns[0] ?? '',
    fields: importFields[kind].join(', '),
  };
  if (sheets.length < 2) throw new UsageError('cli_map_incomplete', params);
  throw new UsageError('cli_map_incomplete_in_sheet', {
    ...params,
    sheet: options.sheet ?? '',
    sheets: sheets.join(', '),
  });
}

function readOptions(options: Context['options']): ReadOptions {
  const delimiter = options.oneOf('delimiter', [',', ';', '|', 'tab']);
  return {
    encoding: options.oneOf('encoding', ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
    delimiter: delimiter === 'tab' ? '\t' : delimiter,
    quote: null,
    decimalMark: options.oneOf('decimal', [',', '.']),
    dateOrder: options.oneOf('dates', ['ymd', 'dmy', 'mdy']),
    sheet: options.text('sheet'),
    headerRow: options.integer('header-row', 1, 1000),
  };
}

/** The saved or guessed map with `field=Column` corrections; `field=` leaves the field out. */
function correctedMap(kind: ImportKind, inspection: Inspection, corrections: readonly string[]): ColumnMap {
  let map = inspection.savedMap ?? inspection.guessedMap;
  const fields: readonly string[] = importFields[kind];
  for (const correction of corrections) {
    const at = correction.indexOf('=');
    const typed = (at < 0 ? correction : correction.slice(0, at)).trim();
    const field = fields.find((one) => one.toLowerCase() === typed.toLowerCase());
    if (at < 0 || field === undefined)
      throw new UsageError('cli_field_unknown', { field: typed, fields: fields.join(', ') });
    const wanted = correction.slice(at + 1).trim();
    map = map.filter((entry) => entry.field !== field);
    if (wanted === '') continue;
    const column = inspection.columns.findIndex((name) => name.trim().toLowerCase() === wanted.toLowerCase());
    if (column < 0)
      throw new UsageError('cli_column_unknown', { column: wanted, columns: inspection.columns.join(', ') });
    map = [...map.filter((entry) => entry.column !== column), { column, field }];
  }
  return [...map].sort((a, b) => a.column - b.column);
}

const namedMap = (inspection: Inspection, map: ColumnMap) =>
  map.map(({ column, field }) => ({ column, name: inspection.columns[column] ?? '', field }));

function detectionText({ t, print }: Context, inspection: Inspection): string {
  const { options, sheets } = inspection;
  const others = sheets.filter((sheet) => sheet !== options.sheet);
  const facts = print.facts([
    [t('importedFile'), `${inspection.fileName} (${inspection.format})`],
    [t('sheet'), options.sheet],
    [t('encoding'), options.encoding],
    [t('delimiter'), options.delimiter === '\t' ? 'tab' : options.delimiter],
    [t('decimalMark'), options.decimalMark],
    [t('dateOrder'), options.dateOrder],
    [t('headerRow'), options.headerRow === null ? null : String(options.headerRow)],
  ]);
  return options.sheet === null || others.length === 0
    ? facts
    : `${facts}\n${t('otherSheets', { sheet: options.sheet, others: others.join(', ') })}`;
}

function mapText({ t, print }: Context, inspection: Inspection, map: ColumnMap): string {
  return print.table(
    [{ head: t('column'), most: 40 }, { head: t('field') }, { head: t('firstValue'), most: 40 }],
    inspection.columns.map((name, column) => [
      name,
      map.find((entry) => entry.column === column)?.field ?? t('ignored'),
      inspection.sample[0]?.cells[column] ?? '',
    ]),
  );
}

/** What follows for the records where no column is an important field. */
function unmappedText({ t }: Context, kind: ImportKind, map: ColumnMap): string {
  const lacks = (field: ImportField): boolean => !map.some((entry) => entry.field === field);
  return [
    ...(kind === 'customers' && lacks('name') ? [t('unmapped.name')] : []),
    ...(kind === 'lines' && lacks('customerCode') ? [t('unmapped.customerCode')] : []),
    ...(kind === 'lines' && lacks('date') ? [t('unmapped.date')] : []),
  ].join('\n');
}

/** The customers' codes that the company does not know, each once, with the way on. */
function unknownCustomersText({ t }: Context, outcome: ImportOutcome): string {
  const codes = new Set(
    outcome.rejections
      .filter(({ error }) => error.code === 'customer_unknown')
      .map(({ error }) => error.params['code']),
  );
  if (codes.size === 0) return '';
  const named = [...[...codes].slice(0, TOLD), ...(codes.size > TOLD ? ['…'] : [])].join(', ');
  // Beyond the first 500 rejections there may be other codes.
  const sure = outcome.rejections.length === outcome.reject;
  return t(sure ? 'unknownCustomers' : 'unknownCustomersAtLeast', { count: codes.size, codes: named });
}

function outcomeText({ t, print }: Context, outcome: ImportOutcome, rehearse: boolean): string {
  const facts = print.facts([
    [t('rows'), print.count(outcome.rows)],
    [t('created'), print.count(outcome.create)],
    [t('ofThemHeld'), outcome.held > 0 ? print.count(outcome.held) : null],
    [t('updated'), print.count(outcome.update)],
    [t('left'), print.count(outcome.leave)],
    [t('rejected'), print.count(outcome.reject)],
    [t('customersCreated'), outcome.createdCustomers > 0 ? print.count(outcome.createdCustomers) : null],
    [t('productsCreated'), outcome.createdProducts > 0 ? print.count(outcome.createdProducts) : null],
    ...outcome.amounts.map(({ currency, create, held }): [string, string] => [
      t('amountOf', { currency }),
      held === 0
        ? print.money(create, currency)
        : t('amountWithHeld', { amount: print.money(create, currency), held: print.money(held, currency) }),
    ]),
  ]);
  const { leaveFromOther: other } = outcome;
  const repeated = other
    ? t(other.files > 1 ? 'repeatedOfFiles' : 'repeatedOfFile', {
        count: other.count,
        file: other.file,
        date: print.date(other.at.slice(0, 10)),
      })
    : '';
  return [rehearse ? t('rehearsed') : '', facts, repeated].filter((part) => part !== '').join('\n');
}

function rejectionText({ t, print, language }: Context, outcome: ImportOutcome): string {
  if (outcome.rejections.length === 0) return '';
  const withSheet = outcome.rejections.some((one) => one.sheet !== null);
  const told = outcome.rejections.slice(0, TOLD).map((one) => {
    const text = errorText(one.error, language);
    return [
      ...(withSheet ? [one.sheet ?? ''] : []),
      String(one.row),
      one.column ?? '',
      one.value ?? '',
      text.what,
      text.remedy,
    ];
  });
  const table = print.table(
    [
      ...(withSheet ? [{ head: t('sheet'), most: 20 }] : []),
      { head: t('row'), right: true },
      { head: t('column'), most: 24 },
      { head: t('value'), most: 30 },
      { head: t('reason') },
      { head: t('remedy') },
    ],
    told,
  );
  const rest = outcome.reject - told.length;
  return rest > 0 ? `${table}\n${t('moreRejected', { count: rest })}` : table;
}
