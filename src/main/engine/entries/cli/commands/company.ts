/** `company create|info|edit|accept-copy`. */

import type { CompanySummary } from '#shared/contract/company.ts';
import type { CompanyProfile } from '#shared/model/company.ts';
import { companyDefaults } from '#shared/model/company-defaults.ts';
import { Colour, CountryCode, CurrencyCode } from '#shared/model/values.ts';
import type { CommandSpec, Context } from '../command.ts';
import type { OptionName } from '../options.ts';
import type { Options } from '../parse.ts';
import { UsageError } from '../usage.ts';

const profileOptions: readonly OptionName[] = [
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
];

export const companyCommands: readonly CommandSpec[] = [
  {
    name: 'company create',
    options: profileOptions,
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
  {
    name: 'company edit',
    options: profileOptions,
    examples: ['company edit --file acme.liasse --address "1 Quay" --city Bristol --iban GB33BUKB20201555555555'],
    company: 'write',
    run: edit,
  },
  {
    name: 'company accept-copy',
    options: ['file', 'reason'],
    needed: ['reason'],
    examples: ['company accept-copy --file acme.liasse --reason "the newer file is lost"'],
    company: 'write',
    run: acceptCopy,
  },
];

/** The profile with what the options say in place of what stands there. */
function changed(options: Options, before: CompanyProfile): CompanyProfile {
  const addressLines = options.texts('address');
  return {
    ...before,
    name: options.text('name') ?? before.name,
    addressLines: addressLines.length > 0 ? addressLines : before.addressLines,
    postcode: options.text('postcode') ?? before.postcode,
    city: options.text('city') ?? before.city,
    region: options.text('region') ?? before.region,
    country: options.parsed('country', CountryCode, 'FR, GB, DE…') ?? before.country,
    vatNumber: options.text('vat') ?? before.vatNumber,
    taxRegistration: options.text('tax-registration') ?? before.taxRegistration,
    registrationNumber: options.text('registration') ?? before.registrationNumber,
    legalNote: options.text('legal-note') ?? before.legalNote,
    email: options.text('email') ?? before.email,
    phone: options.text('phone') ?? before.phone,
    iban: options.text('iban') ?? before.iban,
    bic: options.text('bic') ?? before.bic,
    currency: options.parsed('currency', CurrencyCode, 'EUR, GBP, USD…') ?? before.currency,
    language: options.oneOf('language', ['fr', 'en']) ?? before.language,
    zone: options.text('zone') ?? before.zone,
    paper: options.oneOf('paper', ['A4', 'LETTER']) ?? before.paper,
    colour: options.parsed('colour', Colour, '#rrggbb') ?? before.colour,
    paymentTermsDays: options.integer('terms', 0, 365) ?? before.paymentTermsDays,
    message: options.text('message') ?? before.message,
    defaultSupply: options.oneOf('supply', ['goods', 'services']) ?? before.defaultSupply,
    defaultTaxClass:
      options.oneOf('tax-class', ['standard', 'reduced', 'second_reduced', 'super_reduced', 'zero', 'exempt']) ??
      before.defaultTaxClass,
  };
}

/** The options that would give what an invoice has to carry and the company lacks; empty where nothing is missing. */
function missingText({ t }: Pick<Context, 't'>, company: CompanyProfile): string {
  const missing = [
    ...(company.addressLines.length === 0 ? ['--address'] : []),
    ...(company.postcode === null ? ['--postcode'] : []),
    ...(company.city === null ? ['--city'] : []),
    ...(company.vatNumber === null ? ['--vat'] : []),
    ...(company.iban === null ? ['--iban'] : []),
  ];
  return missing.length === 0 ? '' : `\n${t('companyMissing', { options: missing.join(', ') })}`;
}

async function edit({ options, session, print, t }: Context) {
  const { id: _id, createdAt: _at, rowVersion, ...profile } = await session.call('company.get', {});
  const company = await session.call('company.update', { profile: changed(options, profile), rowVersion });
  return {
    result: { company },
    text: `${print.facts(profileFacts({ t }, company))}${missingText({ t }, company)}`,
  };
}

async function acceptCopy({ options, session, t }: Context) {
  const result = await session.call('company.acceptRestoredCopy', { reason: options.needed('reason') });
  return { result, text: t('copyAccepted') };
}

async function create({ options, session, io, path, print, t }: Context) {
  const file = options.text('file') ?? io.env['LIASSE_FILE'];
  if (!file) throw new UsageError('cli_company_not_named');
  const name = options.needed('name');
  options.needed('country');
  const country = options.parsed('country', CountryCode, 'FR, GB, DE…') ?? '';
  const defaults = companyDefaults(country, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const nothingYet: CompanyProfile = {
    ...defaults,
    name,
    tradingName: null,
    addressLines: [],
    postcode: null,
    city: null,
    region: null,
    country,
    vatNumber: null,
    taxRegistration: null,
    registrationNumber: null,
    legalNote: null,
    email: null,
    phone: null,
    contactName: null,
    iban: null,
    bic: null,
    logo: null,
    message: null,
  };
  const opened = await session.create(path(file), changed(options, nothingYet));
  const { company } = await session.call('company.summary', {});
  return {
    result: { ...opened, company },
    text: `${t('companyCreated', { path: opened.path })}\n${print.facts(profileFacts({ t }, company))}${missingText({ t }, company)}`,
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
