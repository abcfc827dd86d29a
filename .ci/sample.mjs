/**
 * Makes the sample company of resources/sample: `node .ci/sample.mjs [folder]`.
 *
 * Everything is invented: names are put together from word lists, domains end in .example (RFC 2606), telephone numbers lie in
 * ranges kept for fiction where a country has one, tax numbers and the IBAN have right check digits over made-up figures.
 * The same bytes come out every time: a seeded generator, no clock, no locale.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './shell.mjs';

/** mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(20_260_901);
const below = (count) => Math.floor(random() * count);
const pick = (list) => list[below(list.length)];
const chance = (share) => random() < share;
const digits = (count) => Array.from({ length: count }, () => below(10)).join('');

// Check digits -------------------------------------------------------------------------------------------------------

/** Luhn check digit of a row of figures (ISO/IEC 7812-1): SIREN, Italian partita IVA. */
function luhn(figures) {
  const sum = [...figures].reverse().reduce((total, figure, index) => {
    const doubled = Number(figure) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

const weighted = (figures, weights) => weights.reduce((sum, weight, index) => sum + weight * Number(figures[index]), 0);

/** ISO 7064 MOD 11,10, as German VAT numbers use it. */
function mod1110(figures) {
  let product = 10;
  for (const figure of figures) {
    const sum = (Number(figure) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return String((11 - product) % 10);
}

/** French company number: nine figures with a Luhn digit; numbers that begin with 0 are not given out. */
function siren() {
  const body = `0${digits(7)}`;
  return body + luhn(body);
}

/** Tries figures until the country's rule yields a check digit. */
function until(make) {
  for (;;) {
    const made = make();
    if (made !== null) return made;
  }
}

const vatMakers = {
  FR: (own) => `FR${String((12 + 3 * (Number(own) % 97)) % 97).padStart(2, '0')}${own}`,
  DE: () => {
    const body = `${1 + below(9)}${digits(7)}`;
    return `DE${body}${mod1110(body)}`;
  },
  BE: () => {
    const body = `0${1 + below(9)}${digits(6)}`;
    return `BE${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
  },
  NL: () =>
    until(() => {
      const body = digits(8);
      const check = weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      return check === 10 ? null : `NL${body}${check}B0${1 + below(9)}`;
    }),
  ES: () => {
    const body = `${pick(['08', '28', '41', '46'])}${digits(5)}`;
    return `ESB${body}${luhn(body)}`;
  },
  IT: () => {
    const body = `${digits(7)}0${10 + below(80)}`;
    return `IT${body}${luhn(body)}`;
  },
  IE: () => {
    const body = digits(7);
    return `IE${body}${'WABCDEFGHIJKLMNOPQRSTUV'[weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 23]}`;
  },
  PT: () => {
    const body = `5${digits(7)}`;
    const rest = 11 - (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
    return `PT${body}${rest > 9 ? 0 : rest}`;
  },
  LU: () => {
    const body = `${1 + below(9)}${digits(5)}`;
    return `LU${body}${String(Number(body) % 89).padStart(2, '0')}`;
  },
  AT: () => {
    const body = digits(7);
    const sum = [...body].reduce((total, figure, index) => {
      const value = Number(figure) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return `ATU${body}${(10 - ((sum + 4) % 10)) % 10}`;
  },
  CH: () =>
    until(() => {
      const body = digits(8);
      const check = (11 - (weighted(body, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11;
      return check === 10 ? null : `CHE-${body.slice(0, 3)}.${body.slice(3, 6)}.${body.slice(6)}${check} TVA`;
    }),
  NO: () =>
    until(() => {
      const body = `9${digits(7)}`;
      const check = (11 - (weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
      return check === 10 ? null : `NO${body}${check}MVA`;
    }),
  // Ranges at either end were never given out, and libraries know it.
  GB: () => {
    const body = `${2 + below(6)}${digits(6)}`;
    return `GB${body}${String(97 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 97)).padStart(2, '0')}`;
  },
};

/** French account number with its RIB key, then the IBAN's own check digits (ISO 13616). Bank code 99999 belongs to nobody. */
function frenchIban(branch, account) {
  const key = 97 - ((89 * 99_999 + 15 * Number(branch) + 3 * Number(account)) % 97);
  const bban = `99999${branch}${account}${String(key).padStart(2, '0')}`;
  const figures = [...`${bban}FR00`].map((letter) => Number.parseInt(letter, 36)).join('');
  return `FR${String(98n - (BigInt(figures) % 97n)).padStart(2, '0')}${bban}`;
}

// Words --------------------------------------------------------------------------------------------------------------

const countries = {
  FR: {
    count: 92,
    cities: [
      ['75011', 'Paris'],
      ['69007', 'Lyon'],
      ['33000', 'Bordeaux'],
      ['44000', 'Nantes'],
      ['59000', 'Lille'],
      ['67000', 'Strasbourg'],
      ['31000', 'Toulouse'],
      ['13002', 'Marseille'],
      ['35000', 'Rennes'],
      ['38000', 'Grenoble'],
      ['84000', 'Avignon'],
      ['42000', 'Saint-Étienne'],
    ],
    streets: [
      'rue des Tanneurs',
      'avenue de la Filature',
      'quai des Brumes',
      'place du Marché-Neuf',
      'impasse du Vieux-Théâtre',
      'boulevard des Alizés',
      'rue de l’Éclusier',
    ],
    first: ['Théâtre', 'Festival', 'Atelier', 'Compagnie', 'Studio', 'Agence', 'Maison', 'Association', 'Cabaret'],
    last: [
      'des Hirondelles',
      'du Grand Large',
      'de la Clairière',
      'Belle Étoile',
      'des Sept Chênes',
      'de l’Échappée',
      'Mirabelle',
      'du Pont-Neuf',
      'Nuit Blanche',
      'Côté Cour',
      'des Îles d’Or',
      'Garance',
    ],
    forms: ['SARL', 'SAS', 'SCOP', ''],
    people: ['Maëlle Guérin', 'Loïc Hervé', 'Inès Roussel', 'François Noël', 'Zoé Lefèvre', 'Aurélien Briand'],
    phone: () => `+33 1 99 00 ${digits(2)} ${digits(2)}`,
    line: (number, street) => `${number} ${street}`,
    currency: 'EUR',
    language: 'fr',
  },
  DE: {
    count: 20,
    cities: [
      ['10115', 'Berlin'],
      ['20095', 'Hamburg'],
      ['50667', 'Köln'],
      ['80331', 'München'],
      ['04109', 'Leipzig'],
    ],
    streets: ['Mühlenweg', 'Lindenstraße', 'Am Alten Hafen', 'Brunnengasse'],
    first: ['Bühnenhaus', 'Lichtwerk', 'Messebau', 'Filmstudio', 'Kulturhof'],
    last: ['Schönbrunner', 'Nordlicht', 'Weißdorn', 'Drei Eichen', 'Müllerhain'],
    forms: ['GmbH', 'GmbH & Co. KG', 'UG (haftungsbeschränkt)'],
    people: ['Jürgen Weiß', 'Anke Schröder', 'Björn Köhler'],
    phone: () => `+49 30 23125 ${digits(3)}`,
    line: (number, street) => `${street} ${number}`,
    currency: 'EUR',
    language: 'en',
  },
  BE: {
    count: 16,
    cities: [
      ['1000', 'Bruxelles'],
      ['4000', 'Liège'],
      ['9000', 'Gent'],
      ['5000', 'Namur'],
    ],
    streets: ['rue du Moulin', 'chaussée des Érables', 'Kasteelstraat'],
    first: ['Théâtre', 'Scène', 'Atelier', 'Studio'],
    last: ['de la Meuse', 'du Beffroi', 'Zonnebloem', 'des Dentelles'],
    forms: ['SRL', 'BV', 'ASBL'],
    people: ['Benoît Lambert', 'Anneleen Peeters'],
    phone: () => `+32 2 555 ${digits(2)} ${digits(2)}`,
    line: (number, street) => `${street} ${number}`,
    currency: 'EUR',
    language: 'fr',
  },
  NL: {
    count: 9,
    cities: [
      ['1011 AB', 'Amsterdam'],
      ['3011 CD', 'Rotterdam'],
      ['3511 EF', 'Utrecht'],
    ],
    streets: ['Molenkade', 'Tulpenlaan', 'Oude Gracht'],
    first: ['Podium', 'Lichtstudio', 'Theaterhuis'],
    last: ['De Zeemeeuw', 'Noordwal', 'Van den Ijssel'],
    forms: ['B.V.', 'N.V.'],
    people: ['Sanne de Vries', 'Daan Jansen'],
    phone: () => `+31 20 555 ${digits(4)}`,
    line: (number, street) => `${street} ${number}`,
    currency: 'EUR',
    language: 'en',
  },
  ES: {
    count: 11,
    cities: [
      ['28013', 'Madrid'],
      ['08002', 'Barcelona'],
      ['41001', 'Sevilla'],
      ['46002', 'València'],
    ],
    streets: ['Calle del Olivar', 'Avenida de las Cigüeñas', 'Plaza Mayor Vieja'],
    first: ['Teatro', 'Estudios', 'Producciones', 'Ferias'],
    last: ['La Golondrina', 'del Sur', 'Ibáñez y Muñoz', 'Peñaflor'],
    forms: ['S.L.', 'S.A.'],
    people: ['Íñigo Núñez', 'Begoña Castañeda'],
    phone: () => `+34 910 55 ${digits(2)} ${digits(2)}`,
    line: (number, street) => `${street}, ${number}`,
    currency: 'EUR',
    language: 'en',
  },
  IT: {
    count: 11,
    cities: [
      ['20121', 'Milano'],
      ['00186', 'Roma'],
      ['10121', 'Torino'],
      ['40121', 'Bologna'],
    ],
    streets: ['Via dei Gelsomini', 'Corso delle Acacie', 'Piazza del Sole'],
    first: ['Teatro', 'Officina', 'Spettacoli', 'Fiera'],
    last: ['del Girasole', 'Luce & Ombra', 'La Città Vecchia', 'Campanile'],
    forms: ['S.r.l.', 'S.p.A.'],
    people: ['Niccolò Ferrante', 'Chiara Bellandi'],
    phone: () => `+39 02 5555 ${digits(4)}`,
    line: (number, street) => `${street} ${number}`,
    currency: 'EUR',
    language: 'en',
  },
  IE: {
    count: 5,
    cities: [
      ['D02 X285', 'Dublin'],
      ['T12 W8KP', 'Cork'],
    ],
    streets: ['Harbour Row', 'Mill Lane'],
    first: ['Saltmarsh', 'Greenhollow'],
    last: ['Stages', 'Film Lighting', 'Events'],
    forms: ['Ltd', 'DAC'],
    people: ['Siobhán Ní Dhálaigh', 'Cormac Ó Briain'],
    phone: () => `+353 20 911 ${digits(4)}`,
    line: (number, street) => `${number} ${street}`,
    currency: 'EUR',
    language: 'en',
  },
  PT: {
    count: 5,
    cities: [
      ['1100-053', 'Lisboa'],
      ['4000-008', 'Porto'],
    ],
    streets: ['Rua das Andorinhas', 'Largo da Oliveira'],
    first: ['Teatro', 'Produções'],
    last: ['São Brás', 'da Ribeira', 'Coração do Tejo'],
    forms: ['Lda.', 'S.A.'],
    people: ['João Conceição', 'Inês Magalhães'],
    phone: () => `+351 210 55 ${digits(4)}`,
    line: (number, street) => `${street} ${number}`,
    currency: 'EUR',
    language: 'en',
  },
  LU: {
    count: 4,
    cities: [
      ['1616', 'Luxembourg'],
      ['4011', 'Esch-sur-Alzette'],
    ],
    streets: ['rue des Vergers', 'montée du Château'],
    first: ['Scènes', 'Expo'],
    last: ['de la Moselle', 'du Grund', 'des Ardennes'],
    forms: ['S.à r.l.'],
    people: ['Josée Schmit'],
    phone: () => `+352 55 ${digits(2)} ${digits(2)}`,
    line: (number, street) => `${number}, ${street}`,
    currency: 'EUR',
    language: 'fr',
  },
  AT: {
    count: 5,
    cities: [
      ['1010', 'Wien'],
      ['5020', 'Salzburg'],
    ],
    streets: ['Kastanienallee', 'Am Mühlbach'],
    first: ['Bühne', 'Lichthaus'],
    last: ['Donaublick', 'Edelweiß', 'Sankt Veit'],
    forms: ['GmbH'],
    people: ['Käthe Österreicher'],
    phone: () => `+43 1 555 ${digits(4)}`,
    line: (number, street) => `${street} ${number}`,
    currency: 'EUR',
    language: 'en',
  },
  CH: {
    count: 8,
    cities: [
      ['1201', 'Genève'],
      ['1003', 'Lausanne'],
      ['8001', 'Zürich'],
    ],
    streets: ['chemin des Noyers', 'rue du Vieux-Port', 'Seefeldgasse'],
    first: ['Théâtre', 'Congrès', 'Studio'],
    last: ['du Léman', 'des Trois Rois', 'Alpenglühen'],
    forms: ['SA', 'Sàrl', 'AG'],
    people: ['Rémy Favre', 'Ursina Bühler'],
    phone: () => `+41 22 555 ${digits(2)} ${digits(2)}`,
    line: (number, street) => `${street} ${number}`,
    currency: 'CHF',
    language: 'fr',
  },
  NO: {
    count: 3,
    cities: [
      ['0150', 'Oslo'],
      ['5003', 'Bergen'],
    ],
    streets: ['Fjordveien', 'Gamle Bryggegate'],
    first: ['Scene', 'Lyshuset'],
    last: ['Nordavind', 'Ålesund', 'Bjørkelund'],
    forms: ['AS'],
    people: ['Sølvi Ødegård'],
    phone: () => `+47 55 50 ${digits(2)} ${digits(2)}`,
    line: (number, street) => `${street} ${number}`,
    currency: 'EUR',
    language: 'en',
  },
  GB: {
    count: 9,
    cities: [
      ['EC1A 1BB', 'London'],
      ['M1 1AE', 'Manchester'],
      ['EH1 1YZ', 'Edinburgh'],
    ],
    streets: ['Weavers Yard', 'Kiln Street', 'Old Lantern Road'],
    first: ['Thistledown', 'Blackwater', 'Copperfield'],
    last: ['Playhouse', 'Exhibitions', 'Film Services', 'Touring'],
    forms: ['Ltd', 'LLP', 'plc'],
    people: ['Imogen Hartley', 'Callum Reid'],
    phone: () => `+44 20 7946 0${digits(3)}`,
    line: (number, street) => `${number} ${street}`,
    currency: 'GBP',
    language: 'en',
  },
  US: {
    count: 2,
    cities: [
      ['10001', 'New York'],
      ['90012', 'Los Angeles'],
    ],
    streets: ['Juniper Avenue', 'Old Foundry Street'],
    first: ['Silverlake', 'Brightwater'],
    last: ['Pictures', 'Stageworks'],
    forms: ['Inc.', 'LLC'],
    people: ['Avery Collins'],
    phone: () => `+1 212 555 01${digits(2)}`,
    line: (number, street) => `${number} ${street}`,
    currency: 'USD',
    language: 'en',
  },
};

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
  with_(95, {
    name: 'Gesellschaft für Veranstaltungstechnik und Großbühnenbeleuchtung Oberschwäbisch-Hohenzollern mbH & Co. KG',
  });
  with_(12, { name: 'Éloïse Ménard-Tréguier EI' });
  // What is incomplete, so that the checks have something to point at.
  with_(20, { address1: '', address2: '', postcode: '', city: '' });
  with_(33, { name: '' });
  with_(41, { country: '' });
  with_(98, { vatNumber: '' });
  with_(113, { vatNumber: 'BE0123456700' });
  with_(120, { vatNumber: '' });
  return list;
}

// Products -----------------------------------------------------------------------------------------------------------

const rentals = [
  ['Projecteur découpe LED 300 W', '48'],
  ['Projecteur Fresnel 2 kW', '22.5'],
  ['Lyre spot motorisée', '85'],
  ['Lyre wash motorisée', '79'],
  ['Barre LED pixel 1 m', '31.9'],
  ['PAR LED RGBW', '12.4'],
  ['Poursuite 1200 W', '95'],
  ['Console lumière 2048 canaux', '210'],
  ['Console lumière de secours', '120'],
  ['Gradateur 12 × 3 kW', '64'],
  ['Bloc de puissance mobile', '38.5'],
  ['Machine à brouillard', '27'],
  ['Machine à effet neige', '33'],
  ['Stroboscope LED', '29.5'],
  ['Cyclorama 8 couleurs', '56'],
  ['Écran LED, m²', '74.9'],
  ['Totem lumineux 2 m', '18'],
  ['Guirlande guinguette 20 m', '9.5'],
  ['Tente d’accueil éclairée', '145'],
  ['Groupe électrogène 60 kVA', '260'],
];
const services = [
  ['Montage et réglage, heure', 'h', '52'],
  ['Démontage, heure', 'h', '46.5'],
  ['Régisseur lumière, journée', 'jour', '385'],
  ['Pupitreur, journée', 'jour', '410'],
  ['Électricien de plateau, journée', 'jour', '365'],
  ['Étude et plan de feux', 'forfait', '640'],
  ['Transport régional', 'forfait', '180'],
  ['Transport national, km', 'km', '1.18'],
  ['Livraison de nuit', 'forfait', '240'],
  ['Astreinte week-end', 'jour', '155'],
  ['Formation console, demi-journée', 'session', '290'],
  ['Contrôle électrique annuel', 'unité', '33.333'],
];
const goods = [
  ['Lampe halogène 575 W', 'pièce', '18.75'],
  ['Lampe LED de rechange', 'pièce', '42.9'],
  ['Gélatine, feuille', 'feuille', '6.85'],
  ['Rouleau de gélatine 7,6 m', 'rouleau', '54'],
  ['Câble DMX 10 m', 'pièce', '16.2'],
  ['Câble Socapex 20 m', 'pièce', '189'],
  ['Rallonge 16 A 25 m', 'pièce', '34.5'],
  ['Crochet aluminium', 'pièce', '7.4'],
  ['Élingue de sécurité', 'pièce', '4.95'],
  ['Ruban adhésif toile noir', 'rouleau', '8.6'],
  ['Ruban aluminium', 'rouleau', '11.2'],
  ['Liquide à brouillard 5 l', 'bidon', '29.8'],
  ['Pile AA, la boîte de 24', 'boîte', '13.44'],
  ['Gants de rigger', 'paire', '21'],
  ['Batterie V-mount', 'pièce', '199'],
  ['Connecteur XLR 5', 'pièce', '3.875'],
  ['Gobo métal', 'pièce', '14.9'],
  ['Gobo verre sur mesure', 'pièce', '78'],
  ['Trappe de ventilation', 'pièce', '12.6'],
  ['Fusible 10 A, le cent', 'cent', '19.9'],
];
/** What does not bear the standard rate, and what has no price of its own. */
const others = [
  ['Manuel « Éclairer la scène », livre', 'goods', 'ex.', '38', 'reduced'],
  ['Programme de soirée imprimé', 'goods', 'ex.', '2.15', 'reduced'],
  ['Billet d’entrée refacturé', 'services', 'billet', '14', 'reduced'],
  ['Hébergement équipe, nuitée', 'services', 'nuit', '89', 'second_reduced'],
  ['Repas équipe refacturé', 'services', 'repas', '17.5', 'second_reduced'],
  ['Formation certifiante', 'services', 'jour', '540', 'exempt'],
  ['Matériel d’occasion, lot', 'goods', 'lot', '', 'standard'],
  ['Prestation sur devis', 'services', 'forfait', '', 'standard'],
];

function makeProducts() {
  let next = 100;
  const code = (letters) => {
    next += 10;
    return `${letters}-${next}`;
  };
  return [
    ...rentals.map(([name, unitPrice]) => ({
      code: code('LOC'),
      name: `Location ${name.charAt(0).toLowerCase()}${name.slice(1)}, par jour`,
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
