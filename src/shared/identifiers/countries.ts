/**
 * Which numbers a country gives its businesses, what it calls them, and how they are checked. `null` as check: taken as typed.
 * Sources: the registers themselves; python-stdnum's documentation, which stdnum follows, names each.
 */
import * as atBusiness from 'stdnum/lib/cjs/at/businessid.js';
import * as atTin from 'stdnum/lib/cjs/at/tin.js';
import * as auAbn from 'stdnum/lib/cjs/au/abn.js';
import * as auAcn from 'stdnum/lib/cjs/au/acn.js';
import * as beVat from 'stdnum/lib/cjs/be/vat.js';
import * as brCnpj from 'stdnum/lib/cjs/br/cnpj.js';
import * as caBn from 'stdnum/lib/cjs/ca/bn.js';
import * as caGst from 'stdnum/lib/cjs/ca/gst.js';
import * as chUid from 'stdnum/lib/cjs/ch/uid.js';
import * as czIco from 'stdnum/lib/cjs/cz/ico.js';
import * as deStnr from 'stdnum/lib/cjs/de/stnr.js';
import * as dkCvr from 'stdnum/lib/cjs/dk/cvr.js';
import * as esNif from 'stdnum/lib/cjs/es/nif.js';
import * as fiYtunnus from 'stdnum/lib/cjs/fi/ytunnus.js';
import * as frSiren from 'stdnum/lib/cjs/fr/siren.js';
import * as frSiret from 'stdnum/lib/cjs/fr/siret.js';
import * as gbUtr from 'stdnum/lib/cjs/gb/utr.js';
import * as hrOib from 'stdnum/lib/cjs/hr/oib.js';
import * as inGstin from 'stdnum/lib/cjs/in/gstin.js';
import * as inPan from 'stdnum/lib/cjs/in/pan.js';
import * as isKennitala from 'stdnum/lib/cjs/is/kennitala.js';
import * as itCodice from 'stdnum/lib/cjs/it/codicefiscale.js';
import * as itIva from 'stdnum/lib/cjs/it/iva.js';
import * as jpCn from 'stdnum/lib/cjs/jp/cn.js';
import * as maIce from 'stdnum/lib/cjs/ma/ice.js';
import * as mxRfc from 'stdnum/lib/cjs/mx/rfc.js';
import * as noOrgnr from 'stdnum/lib/cjs/no/orgnr.js';
import * as nzIrd from 'stdnum/lib/cjs/nz/ird.js';
import * as plRegon from 'stdnum/lib/cjs/pl/regon.js';
import * as ptNif from 'stdnum/lib/cjs/pt/nif.js';
import * as roCui from 'stdnum/lib/cjs/ro/cui.js';
import * as seOrgnr from 'stdnum/lib/cjs/se/orgnr.js';
import * as sgUen from 'stdnum/lib/cjs/sg/uen.js';
import * as usEin from 'stdnum/lib/cjs/us/ein.js';
import * as zaVat from 'stdnum/lib/cjs/za/vat.js';
import type { Text } from '../messages/catalogue.ts';
import { identifierTexts as texts } from '../messages/identifiers.ts';
import type { CountryCode } from '../model/values.ts';
import { byForm, byStdnum, type Check } from './check.ts';

export interface Kind {
  label: Text;
  /** A number that passes, for the message about one that does not; empty where anything is taken. */
  example: string;
  /** `vat`: by the VAT rules of the country. */
  check: Check | 'vat' | null;
}

export interface CountryNumbers {
  /** What an invoice calls the tax number of the seller and of a business buyer; null: the country has none. */
  vatNumber: Kind | null;
  registrationNumber: Kind;
  /** A second tax number that a seller prints where it has no VAT number; null: not asked. */
  taxRegistration: Kind | null;
}

const vat = (label: Text, example: string): Kind => ({ label, example, check: 'vat' });
const kind = (label: Text, example: string, check: Check): Kind => ({ label, example, check });
const free = (label: Text): Kind => ({ label, example: '', check: null });

const siren = kind(texts.siren, '404 833 048', byStdnum(frSiren, frSiret));
const french = (example = 'FR83404833048'): CountryNumbers => ({
  vatNumber: vat(texts.vat, example),
  registrationNumber: siren,
  taxRegistration: null,
});
const swiss: CountryNumbers = {
  vatNumber: vat(texts.vatSwiss, 'CHE-116.281.710 TVA'),
  registrationNumber: kind(texts.uid, 'CHE-116.281.710', byStdnum(chUid)),
  taxRegistration: null,
};
const british: CountryNumbers = {
  vatNumber: vat(texts.vatBritish, 'GB980780684'),
  // https://www.gov.uk/government/publications/uniform-resource-identifiers-uri-customer-guide: two letters and six digits, or eight digits.
  registrationNumber: kind(texts.companiesHouse, '01234567', byForm(/^([A-Z]{2}\d{6}|\d{8})$/)),
  taxRegistration: kind(texts.utr, '1955839661', byStdnum(gbUtr)),
};
const registered = (vatNumber: Kind, registrationNumber: Kind): CountryNumbers => ({
  vatNumber,
  registrationNumber,
  taxRegistration: null,
});

/** Countries with numbers of their own. The overseas departments of France have the numbers of France. */
export const countries: Readonly<Record<CountryCode, CountryNumbers>> = {
  FR: french(),
  GF: french(),
  GP: french(),
  MC: french(),
  MQ: french(),
  RE: french(),
  YT: french(),
  DE: {
    vatNumber: vat(texts.vatGerman, 'DE136695976'),
    registrationNumber: free(texts.hrb),
    taxRegistration: kind(texts.steuernummer, '181/815/08155', byStdnum(deStnr)),
  },
  AT: {
    vatNumber: vat(texts.vatAustrian, 'ATU13585627'),
    registrationNumber: kind(texts.firmenbuch, 'FN 122119m', byStdnum(atBusiness)),
    taxRegistration: kind(texts.steuernummerAustrian, '59-119/9013', byStdnum(atTin)),
  },
  CH: swiss,
  LI: swiss,
  BE: registered(vat(texts.vat, 'BE0428759497'), kind(texts.bce, '0428.759.497', byStdnum(beVat))),
  LU: registered(vat(texts.vat, 'LU15027442'), kind(texts.rcsLuxembourg, 'B 123456', byForm(/^[A-K]\d{1,6}$/))),
  NL: registered(vat(texts.vatDutch, 'NL004495445B01'), kind(texts.kvk, '12345678', byForm(/^\d{8}$/))),
  ES: registered(vat(texts.vatSpanish, 'ESB58378431'), kind(texts.nifSpanish, 'B58378431', byStdnum(esNif))),
  IT: registered(
    vat(texts.vatItalian, 'IT00743110157'),
    kind(texts.codiceFiscale, '00743110157', byStdnum(itIva, itCodice)),
  ),
  PT: registered(vat(texts.vatPortuguese, 'PT501442600'), kind(texts.nipc, '501442600', byStdnum(ptNif))),
  IE: registered(vat(texts.vat, 'IE6433435F'), kind(texts.croIrish, '123456', byForm(/^\d{5,6}$/))),
  DK: registered(vat(texts.vatDanish, 'DK13585628'), kind(texts.cvr, '13585628', byStdnum(dkCvr))),
  SE: registered(vat(texts.vatSwedish, 'SE556703748501'), kind(texts.orgnrSwedish, '556703-7485', byStdnum(seOrgnr))),
  FI: registered(vat(texts.vatFinnish, 'FI20774740'), kind(texts.ytunnus, '2077474-0', byStdnum(fiYtunnus))),
  PL: registered(vat(texts.vatPolish, 'PL8567346215'), kind(texts.regon, '192598184', byStdnum(plRegon))),
  CZ: registered(vat(texts.vatCzech, 'CZ25123891'), kind(texts.ico, '25123891', byStdnum(czIco))),
  RO: registered(vat(texts.vat, 'RO18547290'), kind(texts.cui, '18547290', byStdnum(roCui))),
  HR: registered(vat(texts.vat, 'HR33392005961'), kind(texts.oib, '33392005961', byStdnum(hrOib))),
  NO: registered(
    vat(texts.vatNorwegian, 'NO988077917MVA'),
    kind(texts.orgnrNorwegian, '988 077 917', byStdnum(noOrgnr)),
  ),
  IS: registered(free(texts.vat), kind(texts.kennitala, '450401-3150', byStdnum(isKennitala))),
  GB: british,
  XI: british,
  US: {
    vatNumber: null,
    registrationNumber: free(texts.stateFile),
    taxRegistration: kind(texts.ein, '12-3456789', byStdnum(usEin)),
  },
  CA: {
    vatNumber: kind(texts.gstCanadian, '123026635 RT0001', byStdnum(caGst)),
    registrationNumber: kind(texts.bnCanadian, '123026635', byStdnum(caBn)),
    taxRegistration: null,
  },
  AU: registered(
    kind(texts.gstAustralian, '51 824 753 556', byStdnum(auAbn)),
    kind(texts.acn, '004 085 616', byStdnum(auAcn)),
  ),
  NZ: registered(
    kind(texts.gstNewZealand, '49-091-850', byStdnum(nzIrd)),
    kind(texts.nzbn, '9429000000000', byForm(/^94\d{11}$/)),
  ),
  MA: registered(free(texts.vat), kind(texts.ice, '001561191000066', byStdnum(maIce))),
  IN: registered(
    kind(texts.gstIndian, '27AAPFU0939F1ZV', byStdnum(inGstin)),
    kind(texts.panIndian, 'ACUPA7085R', byStdnum(inPan)),
  ),
  JP: registered(free(texts.invoiceJapanese), kind(texts.corporateJapanese, '5-8356-7825-6246', byStdnum(jpCn))),
  SG: registered(free(texts.gstSingapore), kind(texts.uen, '00192200M', byStdnum(sgUen))),
  ZA: registered(kind(texts.vatSouthAfrican, '4150185623', byStdnum(zaVat)), free(texts.registration)),
  BR: registered(free(texts.vat), kind(texts.cnpj, '16.727.230/0001-97', byStdnum(brCnpj))),
  MX: registered(free(texts.vat), kind(texts.rfc, 'GODE561231GR8', byStdnum(mxRfc))),
};

/** Where a country's own numbers are not known here. VAT numbers with a prefix that is known are checked all the same. */
export const anywhere: CountryNumbers = {
  vatNumber: { label: texts.vat, example: '', check: 'vat' },
  registrationNumber: free(texts.registration),
  taxRegistration: free(texts.tax),
};

/** Prefixes of VAT numbers that may be left out when they are typed, by country. */
export const vatPrefixes: Readonly<Record<CountryCode, string>> = {
  ...Object.fromEntries(
    'AT BE BG CH CY CZ DE DK EE ES FI FR GB HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK XI'
      .split(' ')
      .map((code) => [code, code]),
  ),
  GF: 'FR',
  GP: 'FR',
  GR: 'EL',
  LI: 'CH',
  MC: 'FR',
  MQ: 'FR',
  RE: 'FR',
  YT: 'FR',
};
