/** `company create`, `company info`. */

import type { CompanySummary } from '#shared/contract/company.ts';
import { companyDefaults } from '#shared/model/company-defaults.ts';
import { Colour, CountryCode, CurrencyCode } from '#shared/model/values.ts';
import type { CommandSpec, Context } from '../command.ts';
import { UsageError } from '../usage.ts';

export const companyCommands: readonly CommandSpec[] = [
  {
    name: 'company create',
    options: [
      'file',
      'name',
      'country',
      'currency',
      'language',
      'address',
      'postcode',
      'city',
      'region',
      'vat',
      'tax-registration',
      'registration',
      'legal-note',
      'email',
      'phone',
      'iban',
      'bic',
      'zone',
      'paper',
      'colour',
      'terms',
      'message',
      'supply',
      'tax-class',
    ],
    needed: ['name', 'country'],
    examples: [
      'company create --file acme.liasse --name "Acme Trading Ltd" --country GB --vat GB123456782',
      'company create --file atelier.liasse --name "Atelier du Quai" --country FR --terms 45 --supply services',
    ],
    company: 'none',
    run: create,
  },
  {
    name: 'company info',
    options: ['file'],
    examples: ['company info --file acme.liasse', 'company info --file acme.liasse --json'],
    company: 'read',
    run: info,
  },
];

async function create({ options, session, io, path, print, t }: Context) {
  const file = options.text('file') ?? io.env['LIASSE_FILE'];
  if (!file) throw new UsageError('cli_company_not_named');
  const name = options.needed('name');
  options.needed('country');
  const country = options.parsed('country', CountryCode, 'FR, GB, DE…') ?? '';
  const defaults = companyDefaults(country, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const opened = await session.create(path(file), {
    name,
    tradingName: null,
    addressLines: options.texts('address'),
    postcode: options.text('postcode'),
    city: options.text('city'),
    region: options.text('region'),
    country,
    vatNumber: options.text('vat'),
    taxRegistration: options.text('tax-registration'),
    registrationNumber: options.text('registration'),
    legalNote: options.text('legal-note'),
    email: options.text('email'),
    phone: options.text('phone'),
    contactName: null,
    iban: options.text('iban'),
    bic: options.text('bic'),
    currency: options.parsed('currency', CurrencyCode, 'EUR, GBP, USD…') ?? defaults.currency,
    language: options.oneOf('language', ['fr', 'en']) ?? defaults.language,
    zone: options.text('zone') ?? defaults.zone,
    paper: options.oneOf('paper', ['A4', 'LETTER']) ?? defaults.paper,
    colour: options.parsed('colour', Colour, '#rrggbb') ?? defaults.colour,
    logo: null,
    paymentTermsDays: options.integer('terms', 0, 365) ?? defaults.paymentTermsDays,
    message: options.text('message'),
    defaultSupply: options.oneOf('supply', ['goods', 'services']) ?? defaults.defaultSupply,
    defaultTaxClass:
      options.oneOf('tax-class', ['standard', 'reduced', 'second_reduced', 'super_reduced', 'zero', 'exempt']) ??
      defaults.defaultTaxClass,
  });
  const { company } = await session.call('company.summary', {});
  return {
    result: { ...opened, company },
    text: `${t('companyCreated', { path: opened.path })}\n${print.facts(profileFacts({ t }, company))}`,
  };
}

function profileFacts({ t }: Pick<Context, 't'>, company: CompanySummary['company']): [string, string | null][] {
  return [
    [t('name'), company.name],
    [t('country'), company.country],
    [t('vatNumber'), company.vatNumber],
    [t('currency'), company.currency],
    [t('language'), company.language],
    [t('zone'), company.zone],
    [t('terms'), t('days', { count: company.paymentTermsDays })],
  ];
}

async function info({ session, print, t }: Context) {
  const summary = await session.call('company.summary', {});
  const series = await session.call('series.list', {});
  const { counts } = summary;
  const facts = print.facts([
    ...profileFacts({ t }, summary.company),
    [t('file'), session.company?.path ?? null],
    [t('access'), session.company?.access === 'read-only' ? t('readOnly') : null],
    [t('customers'), print.count(counts.customers)],
    [t('products'), print.count(counts.products)],
    [t('openLines'), print.count(counts.openLines)],
    [t('heldLines'), print.count(counts.heldLines)],
    [t('runsInProgress'), print.count(counts.runsInReview)],
    [t('invoices'), print.count(counts.invoices)],
  ]);
  const amounts = print.table(
    [
      { head: t('currency') },
      { head: t('openLines'), right: true },
      { head: t('drafts'), right: true },
      { head: t('issuedThisMonth'), right: true },
    ],
    summary.amounts.map((row) => [
      row.currency,
      print.money(row.openLines, row.currency),
      print.money(row.drafts, row.currency),
      print.money(row.issuedThisMonth, row.currency),
    ]),
  );
  const numbers = print.table(
    [{ head: t('series') }, { head: t('lastNumber') }, { head: t('lastDate') }, { head: t('nextExample') }],
    series
      .filter((one) => !one.archived)
      .map((one) => [one.name, one.lastNumber ?? '', print.date(one.lastDate), one.example ?? '']),
  );
  const copy = summary.restoredCopy;
  const restored =
    copy === null
      ? []
      : [
          copy.knownDocuments === null
            ? t('headUnreadable', { here: copy.fileDocuments })
            : t('restoredCopy', { known: copy.knownDocuments, here: copy.fileDocuments }),
        ];
  return {
    result: { ...summary, opened: session.company, series },
    text: [facts, ...restored, ...(summary.amounts.length > 0 ? [amounts] : []), numbers].join('\n\n'),
  };
}
