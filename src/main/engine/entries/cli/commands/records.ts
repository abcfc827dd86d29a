/** `customer list|show|edit|tag|archive|duplicates|merge`, `segment list`; tagging and archiving, of products too. */
import type { CustomerPatch } from '#shared/contract/merging.ts';
import type { BulkResult, CustomerRow, Extras } from '#shared/contract/records.ts';
import { CustomerInput } from '#shared/model/customer.ts';
import type { RecordKind, TagRef } from '#shared/model/fields.ts';
import type { CustomerId, ProductId } from '#shared/model/ids.ts';
import { CountryCode, CurrencyCode } from '#shared/model/values.ts';
import { findCustomer, findProduct, segmentNamed, tagsNamed } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import type { OptionName } from '../options.ts';
import { UsageError } from '../usage.ts';

export const DEFAULT_LIMIT = 50;
const STATES = ['active', 'archived', 'incomplete', 'all'] as const;
export const many = [{ value: 'code', many: true }] as const;
const editOptions: readonly OptionName[] = [
  'name',
  'address',
  'postcode',
  'city',
  'region',
  'country',
  'vat',
  'registration',
  'email',
  'phone',
  'language',
  'currency',
  'terms',
  'order',
];

export const recordCommands: readonly CommandSpec[] = [
  {
    name: 'customer list',
    options: ['file', 'search', 'show', 'tag', 'country', 'segment', 'sort', 'descending', 'limit'],
    examples: [
      'customer list --file acme.liasse --tag key --sort city',
      'customer list --file acme.liasse --show incomplete --limit 500 --json',
    ],
    company: 'read',
    run: listCustomers,
  },
  {
    name: 'customer show',
    words: [{ value: 'code' }],
    options: ['file'],
    examples: ['customer show C0042 --file acme.liasse'],
    company: 'read',
    run: showCustomer,
  },
  {
    name: 'customer edit',
    words: [{ value: 'code' }],
    options: ['file', ...editOptions, 'clear'],
    examples: ['customer edit C0042 --file acme.liasse --city Bristol --clear phone,email'],
    company: 'write',
    run: editCustomer,
  },
  {
    name: 'customer tag',
    words: many,
    options: ['file', 'tag', 'untag'],
    examples: ['customer tag C0042 C0043 --file acme.liasse --tag key --untag new'],
    company: 'write',
    run: (context) => tag(context, 'customer'),
  },
  {
    name: 'customer archive',
    words: many,
    options: ['file', 'restore'],
    examples: ['customer archive C0042 --file acme.liasse', 'customer archive C0042 --restore --file acme.liasse'],
    company: 'write',
    run: (context) => archive(context, 'customer'),
  },
  {
    name: 'customer duplicates',
    options: ['file', 'limit'],
    examples: ['customer duplicates --file acme.liasse'],
    company: 'read',
    run: duplicates,
  },
  {
    name: 'customer merge',
    words: [{ value: 'code' }, { value: 'code', many: true }],
    options: ['file', 'dry-run'],
    examples: [
      'customer merge C0042 C0977 --file acme.liasse --dry-run',
      'customer merge C0042 C0977 --file acme.liasse',
    ],
    company: 'write',
    run: merge,
  },
  {
    name: 'segment list',
    options: ['file'],
    examples: ['segment list --file acme.liasse'],
    company: 'read',
    run: listSegments,
  },
];

export const names = (tags: readonly TagRef[]): string => tags.map(({ name }) => name).join(', ');

async function listCustomers(context: Context): Promise<Outcome> {
  const { session, options, print, t } = context;
  const segment = options.text('segment');
  const country = options.parsed('country', CountryCode, 'FR, GB, DE…');
  const listed = await session.call('customer.list', {
    filter: {
      search: options.text('search') ?? '',
      state: options.oneOf('show', STATES) ?? 'active',
      tagIds: (await tagsNamed(session, 'customer', options.list('tag'))).map(({ id }) => id),
      countries: country === null ? [] : [country],
      segmentId: segment === null ? null : (await segmentNamed(session, segment)).id,
    },
    sort: {
      by: options.oneOf('sort', ['name', 'code', 'city', 'country', 'openLines', 'invoices', 'updatedAt']) ?? 'name',
      descending: options.has('descending'),
    },
    limit: options.integer('limit', 1, 500) ?? DEFAULT_LIMIT,
  });
  const table = print.table(
    [
      { head: t('code') },
      { head: t('name'), most: 32 },
      { head: t('city'), most: 20 },
      { head: t('country') },
      { head: t('tags'), most: 24 },
      { head: t('openLines'), right: true },
      { head: t('invoices'), right: true },
      { head: t('status') },
    ],
    listed.rows.map((row) => [
      row.code,
      row.name ?? '',
      row.city ?? '',
      row.country ?? '',
      names(row.tags),
      print.count(row.openLines),
      print.count(row.invoices),
      row.archived ? t('archived') : row.incomplete ? t('incomplete') : '',
    ]),
  );
  return { result: listed, text: `${table}\n${t('shownOf', { shown: listed.rows.length, total: listed.total })}` };
}

async function showCustomer({ session, words, print, t }: Context): Promise<Outcome> {
  const { id } = await findCustomer(session, words[0] ?? '');
  const customer = await session.call('customer.get', { id });
  const open = await session.call('customer.openItems', { id });
  const fields = new Map(
    (await session.call('field.list', { record: 'customer' })).map((field) => [field.id, field.name]),
  );
  const sums = open.sums.map((sum) =>
    t('openSums', {
      lines: print.money(sum.openLines.net, sum.currency),
      drafts: print.money(sum.drafts.gross, sum.currency),
      invoices: print.money(sum.invoices.gross, sum.currency),
    }),
  );
  const facts = print.facts([
    [t('code'), customer.code],
    [t('name'), customer.name],
    [t('address'), customer.addressLines.join(', ')],
    [t('city'), [customer.postcode, customer.city].filter(Boolean).join(' ')],
    [t('country'), customer.country],
    [t('vatNumber'), customer.vatNumber],
    ['E-mail', customer.email],
    [t('tags'), names(customer.tags)],
    ...customFacts(customer, fields),
    [t('status'), customer.archived ? t('archived') : ''],
    [t('mergedInto'), customer.mergedInto?.code ?? null],
    [t('mergedFrom'), customer.merged.map(({ code }) => code).join(', ')],
  ]);
  return { result: { customer, openItems: open }, text: [facts, ...sums].join('\n') };
}

export const customFacts = ({ custom }: Extras, fields: ReadonlyMap<string, string>): [string, string][] =>
  Object.entries(custom).map(([id, value]) => [fields.get(id) ?? id, value]);

/** What --clear may empty: everything that a customer may lack, under the name of the option that fills it. */
const CLEARABLE = {
  name: { name: null },
  address: { addressLines: [] },
  postcode: { postcode: null },
  city: { city: null },
  region: { region: null },
  country: { country: null },
  vat: { vatNumber: null },
  registration: { registrationNumber: null },
  email: { email: null },
  phone: { phone: null },
  language: { language: null },
  currency: { currency: null },
  terms: { paymentTermsDays: null },
  order: { orderReference: null },
} as const satisfies Record<string, CustomerPatch>;

async function editCustomer({ session, options, words, print, t }: Context): Promise<Outcome> {
  const { id } = await findCustomer(session, words[0] ?? '');
  const { rowVersion, ...before } = await session.call('customer.get', { id });
  const text = (option: OptionName, field: keyof CustomerPatch): CustomerPatch => {
    const value = options.text(option);
    return value === null ? {} : { [field]: value };
  };
  const address = options.texts('address');
  const terms = options.integer('terms', 0, 365);
  // Reason for the cast: the keys of a constant.
  const clearable = Object.keys(CLEARABLE) as (keyof typeof CLEARABLE)[];
  const cleared = options.someOf('clear', clearable).map((field): CustomerPatch => CLEARABLE[field]);
  const customer = CustomerInput.parse({
    ...before,
    ...Object.assign({}, ...cleared),
    ...text('name', 'name'),
    ...(address.length > 0 ? { addressLines: address } : {}),
    ...text('postcode', 'postcode'),
    ...text('city', 'city'),
    ...text('region', 'region'),
    ...(options.has('country') ? { country: options.parsed('country', CountryCode, 'FR, GB, DE…') } : {}),
    ...text('vat', 'vatNumber'),
    ...text('registration', 'registrationNumber'),
    ...text('email', 'email'),
    ...text('phone', 'phone'),
    ...(options.has('language') ? { language: options.oneOf('language', ['fr', 'en']) } : {}),
    ...(options.has('currency') ? { currency: options.parsed('currency', CurrencyCode, 'EUR, GBP, USD…') } : {}),
    ...(terms === null ? {} : { paymentTermsDays: terms }),
    ...text('order', 'orderReference'),
  });
  const saved = await session.call('customer.save', { id, rowVersion, customer });
  return {
    result: { customer: saved },
    text: print.facts([
      [t('code'), saved.code],
      [t('name'), saved.name],
      [t('city'), saved.city],
      [t('country'), saved.country],
    ]),
  };
}

type Chosen = { record: 'customer'; ids: CustomerId[] } | { record: 'product'; ids: ProductId[] };

async function chosen({ session, words }: Context, record: RecordKind): Promise<Chosen> {
  if (record === 'customer') {
    return { record, ids: (await Promise.all(words.map((code) => findCustomer(session, code)))).map(({ id }) => id) };
  }
  return { record, ids: (await Promise.all(words.map((code) => findProduct(session, code)))).map(({ id }) => id) };
}

const bulk = ({ session }: Context, { record, ids }: Chosen, changes: object): Promise<BulkResult> => {
  const selection = { ids };
  return record === 'customer'
    ? session.call('customer.bulkEdit', { selection, expected: ids.length, changes })
    : session.call('product.bulkEdit', { selection, expected: ids.length, changes });
};

const told = ({ t }: Context, result: BulkResult): Outcome => ({
  result,
  text: t('recordsChanged', { count: result.changed }),
  leftovers: result.skipped.length > 0,
});

export async function tag(context: Context, record: RecordKind): Promise<Outcome> {
  const { session, options } = context;
  const addTags = options.list('tag');
  const removing = options.list('untag');
  if (addTags.length + removing.length === 0) {
    throw new UsageError('cli_missing_option', { option: '--tag, --untag', command: `${record} tag` });
  }
  const removeTags = (await tagsNamed(session, record, removing)).map(({ id }) => id);
  return told(context, await bulk(context, await chosen(context, record), { addTags, removeTags }));
}

export async function archive(context: Context, record: RecordKind): Promise<Outcome> {
  const changes = { archived: !context.options.has('restore') };
  return told(context, await bulk(context, await chosen(context, record), changes));
}

async function duplicates({ session, options, print, t }: Context): Promise<Outcome> {
  const result = await session.call('customer.duplicates', {
    limit: options.integer('limit', 1, 200) ?? DEFAULT_LIMIT,
  });
  const table = print.table(
    [{ head: t('duplicateReason') }, { head: t('duplicateShared'), most: 32 }, { head: t('customers') }],
    result.groups.map((group) => [
      t(`duplicate.${group.reason}`),
      group.shared,
      group.customers.map(({ code }) => code).join(', '),
    ]),
  );
  return { result, text: `${table}\n${t('shownOf', { shown: result.groups.length, total: result.total })}` };
}

/** Takes for every field what the preview proposes: the kept one's value, or the first that says something. */
async function merge({ session, options, words, print, t }: Context): Promise<Outcome> {
  const [keep, ...others] = await Promise.all(words.map((code) => exactCustomer(session, code)));
  if (keep === undefined) throw new UsageError('cli_missing_argument', { argument: 'CODE', command: 'customer merge' });
  const ids = others.map(({ id }) => id);
  const preview = await session.call('customer.mergePreview', { keep: keep.id, others: ids });
  const conflicts = preview.fields.filter((row) => row.conflict);
  const table = print.table(
    [{ head: t('field') }, ...preview.customers.map(({ code }) => ({ head: code, most: 28 }))],
    conflicts.map((row) => [
      row.field,
      ...row.values.map((value) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))),
    ]),
  );
  const moves = t('mergeMoves', {
    lines: preview.moves.openLines + preview.moves.heldLines,
    drafts: preview.moves.drafts,
    invoices: preview.moves.invoicesStaying,
  });
  if (options.has('dry-run')) {
    return { result: preview, text: [table, moves, t('rehearsed')].join('\n'), leftovers: preview.refusals.length > 0 };
  }
  const fields = Object.fromEntries(preview.fields.map((row) => [row.field, row.values[row.proposed]]));
  const rowVersions = Object.fromEntries(preview.customers.map((row) => [row.id, row.rowVersion]));
  const result = await session.call('customer.merge', { keep: keep.id, others: ids, fields, rowVersions });
  return { result, text: moves };
}

/** Also an archived one: a merge names customers by their code, in whatever state. */
async function exactCustomer(session: Context['session'], code: string): Promise<CustomerRow> {
  return findCustomer(session, code, 'all');
}

async function listSegments({ session, print, t }: Context): Promise<Outcome> {
  const rows = await session.call('segment.list', {});
  const table = print.table(
    [{ head: t('name') }, { head: t('customers'), right: true }],
    rows.map((row) => [row.name, print.count(row.customers)]),
  );
  return { result: { rows, total: rows.length }, text: table };
}
