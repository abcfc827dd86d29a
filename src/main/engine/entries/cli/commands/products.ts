/** `product list|show|tag|archive`. */
import { findProduct, tagsNamed } from '../choose.ts';
import type { CommandSpec, Context, Outcome } from '../command.ts';
import { archive, customFacts, DEFAULT_LIMIT, many, names, tag } from './records.ts';

export const productCommands: readonly CommandSpec[] = [
  {
    name: 'product list',
    options: ['file', 'search', 'show', 'tag', 'sort', 'descending', 'limit'],
    examples: ['product list --file acme.liasse --search cable'],
    company: 'read',
    run: listProducts,
  },
  {
    name: 'product show',
    words: [{ value: 'code' }],
    options: ['file'],
    examples: ['product show P12 --file acme.liasse'],
    company: 'read',
    run: showProduct,
  },
  {
    name: 'product tag',
    words: many,
    options: ['file', 'tag', 'untag'],
    examples: ['product tag P12 P13 --file acme.liasse --tag heavy'],
    company: 'write',
    run: (context) => tag(context, 'product'),
  },
  {
    name: 'product archive',
    words: many,
    options: ['file', 'restore'],
    examples: ['product archive P12 --file acme.liasse'],
    company: 'write',
    run: (context) => archive(context, 'product'),
  },
];

async function listProducts(context: Context): Promise<Outcome> {
  const { session, options, print, t } = context;
  const listed = await session.call('product.list', {
    filter: {
      search: options.text('search') ?? '',
      state: options.oneOf('show', ['active', 'archived', 'all'] as const) ?? 'active',
      tagIds: (await tagsNamed(session, 'product', options.list('tag'))).map(({ id }) => id),
    },
    sort: {
      by: options.oneOf('sort', ['name', 'code', 'unitPrice', 'updatedAt']) ?? 'name',
      descending: options.has('descending'),
    },
    limit: options.integer('limit', 1, 500) ?? DEFAULT_LIMIT,
  });
  const table = print.table(
    [
      { head: t('code') },
      { head: t('name'), most: 40 },
      { head: t('unitPrice'), right: true },
      { head: t('currency') },
      { head: t('tags'), most: 24 },
      { head: t('status') },
    ],
    listed.rows.map((row) => [
      row.code,
      row.name,
      print.decimal(row.unitPrice),
      row.currency ?? '',
      names(row.tags),
      row.archived ? t('archived') : '',
    ]),
  );
  return { result: listed, text: `${table}\n${t('shownOf', { shown: listed.rows.length, total: listed.total })}` };
}

async function showProduct({ session, words, print, t }: Context): Promise<Outcome> {
  const { id } = await findProduct(session, words[0] ?? '');
  const product = await session.call('product.get', { id });
  const fields = new Map(
    (await session.call('field.list', { record: 'product' })).map((field) => [field.id, field.name]),
  );
  const facts = print.facts([
    [t('code'), product.code],
    [t('name'), product.name],
    [t('unitPrice'), `${print.decimal(product.unitPrice)} ${product.currency ?? ''}`.trim()],
    [t('tags'), names(product.tags)],
    ...customFacts(product, fields),
    [t('status'), product.archived ? t('archived') : ''],
  ]);
  return { result: { product }, text: facts };
}
