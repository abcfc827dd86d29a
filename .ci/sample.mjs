/**
 * Makes the sample company of resources/sample: `node .ci/sample.mjs [folder]`.
 *
 * Everything is invented: names are put together from word lists, domains end in .example (RFC 2606), telephone numbers lie in
 * ranges kept for fiction where a country has one, tax numbers and the IBAN have right check digits over made-up figures.
 * The same bytes come out every time: a seeded generator, no clock, no locale.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { below, chance, frenchIban, pick, random, siren, vatMakers } from './sample-random.mjs';
import { countries, goods, others, rentals, services } from './sample-words.mjs';
import { root } from './shell.mjs';

const slug = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øœæ]/g, 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

// Customers ----------------------------------------------------------------------------------------------------------

const taken = new Set();

/** A name that no customer before has: the numbered halls of the same house are how real lists look as well. */
function newName(make) {
  let name = make();
  for (let hall = 2; taken.has(name); hall += 1)
    name = hall > 3 ? make() : `${name.replace(/ (II|III)$/, '')} ${'I'.repeat(hall)}`;
  taken.add(name);
  return name;
}

function business(code, country) {
  const words = countries[country];
  const form = pick(words.forms);
  const name = newName(() => `${pick(words.first)} ${pick(words.last)}`);
  const [postcode, city] = pick(words.cities);
  const own = country === 'FR' ? siren() : '';
  return {
    code,
    name: `${name} ${form}`.trim(),
    kind: 'business',
    address1: words.line(1 + below(140), pick(words.streets)),
    address2: chance(0.15) ? pick(['Bâtiment B', 'Cour intérieure', '3e étage', 'Service comptabilité']) : '',
    postcode,
    city,
    region: country === 'US' ? (city === 'New York' ? 'NY' : 'CA') : '',
    country,
    vatNumber: vatMakers[country]?.(own) ?? '',
    registrationNumber: own,
    email: `compta@${slug(name)}.example`,
    phone: chance(0.7) ? words.phone() : '',
    contactName: chance(0.5) ? pick(words.people) : '',
    language: words.language,
    currency: words.currency,
    paymentTermsDays: pick(['30', '30', '30', '45', '60', '15', '']),
    orderReference: chance(0.12) ? `BC-${1000 + below(9000)}` : '',
  };
}

function consumer(code, country) {
  const words = countries[country];
  const [postcode, city] = pick(words.cities);
  const name = newName(() => `${pick(words.people).split(' ')[0]} ${pick(words.people).split(' ').slice(1).join(' ')}`);
  return {
    ...business(code, country),
    name,
    kind: 'consumer',
    postcode,
    city,
    vatNumber: '',
    registrationNumber: '',
    email: `${slug(name)}@courriel.example`,
    contactName: '',
    orderReference: '',
  };
}

function makeCustomers() {
  const plan = Object.entries(countries).flatMap(([country, words]) =>
    Array.from({ length: words.count }, () => country),
  );
  const list = plan.map((country, index) => {
    const code = `C${String(index + 1).padStart(4, '0')}`;
    const consumers = country === 'FR' ? index % 14 === 5 : country === 'DE' && index % 10 === 3;
    return consumers ? consumer(code, country) : business(code, country);
  });
  const with_ = (index, change) => {
    list[index] = { ...list[index], ...change };
  };
  // Names that test a page's width, and a sole trader.
  with_(7, {
    name: 'Association pour la Promotion des Arts Vivants, de la Lumière Scénique et des Musiques Traditionnelles du Haut-Pays des Sept Rivières',
  });
  with_(96, {
    name: 'Gesellschaft für Veranstaltungstechnik und Großbühnenbeleuchtung Oberschwäbisch-Hohenzollern mbH & Co. KG',
  });
  with_(12, { name: 'Éloïse Ménard-Tréguier EI' });
  // What is incomplete, so that the checks have something to point at.
  with_(20, { address1: '', address2: '', postcode: '', city: '' });
  with_(34, { name: '' });
  with_(41, { country: '' });
  with_(98, { vatNumber: '' });
  with_(113, { vatNumber: 'BE0123456700' });
  with_(120, { vatNumber: '' });
  return list;
}

// Products -----------------------------------------------------------------------------------------------------------

/** As inside a sentence: an abbreviation keeps its capitals. */
const lowerFirst = (name) => (/^\p{Lu}{2}/u.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`);

function makeProducts() {
  let next = 100;
  const code = (letters) => {
    next += 10;
    return `${letters}-${next}`;
  };
  return [
    ...rentals.map(([name, unitPrice]) => ({
      code: code('LOC'),
      name: `Location ${lowerFirst(name)}, par jour`,
      supply: 'services',
      unit: 'jour',
      unitPrice,
      currency: 'EUR',
      taxClass: 'standard',
    })),
    ...services.map(([name, unit, unitPrice]) => ({
      code: code('SRV'),
      name,
      supply: 'services',
      unit,
      unitPrice,
      currency: 'EUR',
      taxClass: 'standard',
    })),
    ...goods.map(([name, unit, unitPrice]) => ({
      code: code('VTE'),
      name,
      supply: 'goods',
      unit,
      unitPrice,
      currency: 'EUR',
      taxClass: 'standard',
    })),
    ...others.map(([name, supply, unit, unitPrice, taxClass]) => ({
      code: code('DIV'),
      name,
      supply,
      unit,
      unitPrice,
      currency: unitPrice === '' ? '' : 'EUR',
      taxClass,
    })),
  ];
}

// Lines --------------------------------------------------------------------------------------------------------------

const LINES = 1000;
const rates = { EUR: 1, GBP: 0.86, CHF: 0.95, USD: 1.1 };
const dayOf = (day) => `${String(day).padStart(2, '0')}/09/2026`;

/** A decimal text with a comma, as a French spreadsheet saves it; at most so many digits after it. */
const comma = (value, places) =>
  value
    .toFixed(places)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace('.', ',');

function quantityOf(product) {
  if (product.unit === 'km') return comma(20 + random() * 600, 1);
  if (product.unit === 'h') return comma((1 + below(64)) / 4, 2);
  if (product.supply === 'services') return String(1 + below(product.code.startsWith('LOC') ? 12 : 4));
  return String(pick([1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 24, 50]));
}

function priceOf(product, currency) {
  const base = product.unitPrice === '' ? 50 + below(900) : Number(product.unitPrice);
  const places = product.unitPrice.split('.')[1]?.length > 2 ? 3 : 2;
  return comma(base * rates[currency], places);
}

function lineOf(customer, product, day, reference) {
  const currency = customer.currency || 'EUR';
  return {
    invoiceReference: reference,
    date: dayOf(day),
    customerCode: customer.code,
    customerName: customer.name,
    productCode: product.code,
    description: product.name,
    quantity: quantityOf(product),
    unit: product.unit,
    unitPrice: priceOf(product, currency),
    discountPercent: chance(0.14) ? pick(['5', '10', '12,5', '2,75', '15']) : '',
    currency,
    corrects: '',
    note: '',
  };
}

function makeLines(customers, products) {
  const lines = [];
  let order = 4200;
  const special = 14;
  while (lines.length < LINES - special) {
    const customer = customers[Math.min(below(customers.length), below(customers.length + 60))];
    order += 1;
    const reference = chance(0.55) ? `CMD-${order}` : '';
    const size = 1 + below(chance(0.08) ? 24 : 7);
    const first = 1 + below(30);
    const stay = Math.min(size, LINES - special - lines.length);
    for (let index = 0; index < stay; index += 1) {
      lines.push(lineOf(customer, pick(products), Math.min(30, first + below(3)), reference));
    }
  }
  // Genuine twins: the same thing delivered twice on one day. Both are billed.
  for (const at of [40, 333, 700]) lines[at + 1] = { ...lines[at] };
  const zero = [150, 480];
  for (const at of zero) lines[at] = { ...lines[at], unitPrice: '0', discountPercent: '' };
  lines[260] = {
    ...lines[260],
    productCode: 'LOC-999',
    description: 'Location prototype laser, par jour',
    unitPrice: '130',
  };
  lines[261] = { ...lines[261], productCode: 'XX-1', description: 'Article hors catalogue', unitPrice: '12,5' };
  lines[590] = { ...lines[590], unitPrice: '' };
  // Returns: whole documents below zero become credit notes, two of them naming the order that they correct.
  const sold = (code) => products.find((product) => product.code.startsWith(code));
  const referenced = lines.filter((line) => line.invoiceReference !== '' && line.currency === 'EUR');
  for (const [index, source] of [referenced[3], referenced[120], referenced[240]].entries()) {
    lines.push({
      ...source,
      invoiceReference: `RET-${310 + index}`,
      date: dayOf(28),
      quantity: '-1',
      discountPercent: '',
      corrects: index < 2 ? source.invoiceReference : '',
      note: 'Retour',
    });
  }
  lines.push({
    ...lineOf(customers[2], sold('VTE'), 29, 'RET-320'),
    quantity: '-3',
    corrects: 'F2026-00117',
    note: 'Retour de la livraison d’août',
  });
  // A return inside an ordinary order.
  lines.push({ ...referenced[60], quantity: '-2', discountPercent: '', note: 'Repris sur place' });
  // Nobody knows whom these are for: held until a person says so.
  for (const day of [4, 11, 12, 25]) {
    lines.push({
      ...lineOf(customers[0], pick(products), day, ''),
      customerCode: '',
      customerName: '',
      note: 'Vente comptoir',
    });
  }
  // No date; after the month; before it.
  lines.push({ ...lineOf(customers[5], sold('SRV'), 9, ''), date: '' });
  lines.push({ ...lineOf(customers[6], sold('SRV'), 9, ''), date: '02/10/2026' });
  lines.push({ ...lineOf(customers[8], sold('LOC'), 9, ''), date: '31/08/2026' });
  // A twin of an order that came by e-mail as well, and an amount far above the usual.
  lines.push({ ...lineOf(customers[9], sold('LOC'), 17, 'CMD-9001'), quantity: '2' });
  lines.push({ ...lineOf(customers[10], sold('SRV'), 18, 'CMD-9002'), quantity: '1200' });
  if (lines.length !== LINES) throw new Error(`${lines.length} lines instead of ${LINES}`);
  return lines;
}

// Files --------------------------------------------------------------------------------------------------------------

const heads = {
  customers: {
    code: 'Code client',
    name: 'Raison sociale',
    kind: 'Type',
    address1: 'Adresse',
    address2: 'Adresse 2',
    postcode: 'Code postal',
    city: 'Ville',
    region: 'Région',
    country: 'Pays',
    vatNumber: 'N° TVA',
    registrationNumber: 'SIREN',
    email: 'E-mail',
    phone: 'Téléphone',
    contactName: 'Contact',
    language: 'Langue',
    currency: 'Devise',
    paymentTermsDays: 'Délai de paiement',
    orderReference: 'Référence commande',
  },
  products: {
    code: 'Code article',
    name: 'Désignation',
    supply: 'Nature',
    unit: 'Unité',
    unitPrice: 'Prix unitaire HT',
    currency: 'Devise',
    taxClass: 'Classe de TVA',
  },
  lines: {
    invoiceReference: 'Référence facture',
    date: 'Date',
    customerCode: 'Code client',
    customerName: 'Client',
    productCode: 'Code article',
    description: 'Désignation',
    quantity: 'Quantité',
    unit: 'Unité',
    unitPrice: 'Prix unitaire HT',
    discountPercent: 'Remise %',
    currency: 'Devise',
    corrects: 'Facture corrigée',
    note: 'Note',
  },
};

/** CSV as a French spreadsheet saves it: UTF-8 with its mark, semicolons, CRLF. */
function csv(head, rows) {
  const cell = (value) => (/[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const table = [Object.values(head), ...rows.map((row) => Object.keys(head).map((field) => row[field] ?? ''))];
  return `\ufeff${table.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

function makeCompany() {
  const own = siren();
  return {
    name: 'Rivelume Location',
    tradingName: 'Rivelume',
    addressLines: ['18 quai des Lamparos', 'Hangar 4'],
    postcode: '44200',
    city: 'Nantes',
    region: null,
    country: 'FR',
    vatNumber: vatMakers.FR(own),
    taxRegistration: null,
    registrationNumber: own,
    legalNote: `SAS au capital de 120\u202f000\u00a0€ – RCS Nantes ${own.slice(0, 3)}\u00a0${own.slice(3, 6)}\u00a0${own.slice(6)}`,
    email: 'facturation@rivelume.example',
    phone: '+33 2 61 91 00 42',
    contactName: 'Service facturation',
    iban: frenchIban('00404', '00018200419'),
    bic: 'RVLMFRP1XXX',
    currency: 'EUR',
    language: 'fr',
    zone: 'Europe/Paris',
    paper: 'A4',
    colour: '#1f4e79',
    logo: null,
    paymentTermsDays: 30,
    message: null,
    defaultSupply: 'services',
    defaultTaxClass: 'standard',
  };
}

const folder = process.argv[2] ?? join(root, 'resources/sample');
mkdirSync(folder, { recursive: true });
const write = (name, text) => writeFileSync(join(folder, name), text);
/** The words that such a list would have instead of ours. */
const french = {
  business: 'entreprise',
  consumer: 'particulier',
  goods: 'bien',
  services: 'service',
  standard: 'normal',
  reduced: 'réduit',
  second_reduced: 'intermédiaire',
  exempt: 'exonéré',
};

write('company.json', `${JSON.stringify(makeCompany(), null, 2)}\n`);
const customers = makeCustomers();
const products = makeProducts();
const lines = makeLines(customers, products);
write(
  'customers.csv',
  csv(
    heads.customers,
    customers.map((row) => ({ ...row, kind: french[row.kind] })),
  ),
);
write(
  'products.csv',
  csv(
    heads.products,
    products.map((row) => ({
      ...row,
      unitPrice: row.unitPrice.replace('.', ','),
      supply: french[row.supply],
      taxClass: french[row.taxClass],
    })),
  ),
);
write('lines.csv', csv(heads.lines, lines));
write('.gitattributes', '# Compared byte by byte with what .ci/sample.mjs makes.\n* -text\n');
console.log(`${folder}: ${customers.length} customers, ${products.length} products, ${lines.length} lines`);
