/**
 * Names that columns bear in French and English files, and the commonest of German ones, folded and without blanks; the most telling first.
 * Sources: exports of Sage, EBP, Ciel, Pennylane, QuickBooks, Xero, Stripe, Shopify and the files people make by hand.
 */
import type { ImportField, ImportKind } from '#shared/model/imports.ts';
import { fold } from '../values/words.ts';

type Names = Partial<Record<ImportField, string>>;

const currency = 'devise currency currencycode codedevise monnaie deviseiso isocurrency';
const note = 'note notes remarque remarques commentaire commentaires comment comments memo observation observations';

const customers: Names = {
  code:
    'codeclient customercode customerid clientcode clientid customerno customernumber customerref clientno clientnumber numeroclient nclient noclient numclient ' +
    'referenceclient refclient idclient codetiers numerotiers comptetiers compteclient compteauxiliaire compauxnum accountcode accountnumber accountno accountref ' +
    'customeraccount code id identifiant reference ref numero number compte kundennummer kundennr kunde debitor debitornummer debitorennummer',
  name:
    'raisonsociale nom name customername clientname nomclient nomduclient companyname company societe entreprise denomination denominationsociale legalname ' +
    'contactname intitule libelle compauxlib displayname organisation organization client customer businessname nomcommercial firma kundenname',
  kind: 'typeclient customertype clienttype kind type categorieclient naturedutiers typedetiers segment',
  address1:
    'adresse1 address1 addressline1 adresse address rue street ligneadresse1 adresseligne1 poaddressline1 billingaddress billingaddress1 billingstreet ' +
    'adressefacturation adressedefacturation voie streetaddress address1line addresslineone strasse',
  address2:
    'adresse2 address2 addressline2 ligneadresse2 adresseligne2 poaddressline2 billingaddress2 complement complementadresse complementdadresse street2',
  address3:
    'adresse3 address3 addressline3 ligneadresse3 adresseligne3 poaddressline3 billingaddress3 street3 boitepostale bp',
  postcode: 'codepostal postcode postalcode zip zipcode cp popostalcode billingzip billingpostalcode codezip npa plz',
  city: 'ville city town localite commune pocity billingcity locality ort',
  region: 'region state province departement county etat canton poregion billingstate stateprovince billingprovince',
  country: 'pays country countrycode codepays paysiso pocountry billingcountry countryname nation isocountry land',
  vatNumber:
    'tvaintracommunautaire tvaintracom tvaintra numerotva ntva notva numtva numerodetva numerotvaintracommunautaire ntvaintracommunautaire numerodetvaintracommunautaire ' +
    'vatnumber vatno vatid vat vatregistrationnumber vatregno vatcode taxnumber taxid taxregistrationnumber identifianttva codetva tva',
  registrationNumber:
    'siret siren numerosiret nsiret numerosiren nsiren rcs registrationnumber companynumber companyregistrationnumber companyno companyregno registration crn bce numeroentreprise ide',
  electronicAddress:
    'adresseelectronique adressedefacturationelectronique electronicaddress endpointid peppolid peppol peppolparticipantid routageid coderoutage',
  email:
    'email courriel mail emailaddress adressemail adresseemail adressecourriel contactemail billingemail emailfacturation',
  phone:
    'telephone phone tel phonenumber telephonenumber numerodetelephone numerotelephone mobile portable telephonefixe contactphone fixe',
  contactName:
    'contact interlocuteur nomcontact nomducontact contactperson personnecontact personneacontacter attention contactfullname primarycontact',
  language: 'langue language lang codelangue languagecode locale',
  currency,
  paymentTermsDays:
    'delaidepaiement delaipaiement delaireglement delaidereglement paymentterms paymenttermsdays termsdays terms termsdepaiement conditionsdepaiement conditionsdereglement ' +
    'echeancejours joursecheance nbjours delaijours netdays paymentdays creditdays creditterms delai',
  orderReference:
    'boncommande bondecommande numerocommande ncommande orderreference ponumber purchaseorder customerpo po refcommande referencecommande commande',
  note,
};

const products: Names = {
  code:
    'codeproduit codearticle productcode productid itemcode itemid stockcode sku referencearticle refarticle referenceproduit refproduit reference ref articleno itemno itemnumber ' +
    'productno productnumber inventoryitemcode numeroarticle narticle idarticle idproduit code id identifiant ean gtin codebarres barcode article numero artikelnummer artikelnr artikel',
  name:
    'designation libelle nom name productname description itemname intitule title libelleproduit libellearticle nomproduit nomarticle nomduproduit itemdescription ' +
    'productdescription produit product item articledescription bezeichnung artikel',
  supply:
    'naturedeloperation nature typeproduit producttype typearticle itemtype supply supplytype type biensouservice goodsorservices categorie famille',
  unit: 'unite unit uom unitofmeasure unitedevente unitedemesure conditionnement mesure unitname',
  unitPrice:
    'puht prixunitaireht prixht pvht prixdeventeht prixunitaire pu prix tarif tarifht unitprice price priceexclvat unitpriceexclvat netprice salesprice saleprice sellingprice ' +
    'listprice unitamount rate itemrate prixvente prixdevente montantunitaire salesunitprice unitcost einzelpreis preis',
  currency,
  taxClass:
    'taxclass classedetva classetva typetva tauxtva tauxdetva codetva vatrate vatcode vatclass taxrate taxcode taxtype tva vat taxe tax itemtaxcode',
  note,
};

const lines: Names = {
  invoiceReference:
    'invoiceno invoicenumber invoiceid invoiceref invoicereference invoice numerofacture nfacture nofacture numfacture numerodefacture referencefacture reffacture facture idfacture ' +
    'documentno documentnumber docno docnum docnumber numerodocument ndocument numerodepiece numeropiece npiece nopiece piece pieceref billno billnumber salesid orderid ordernumber ' +
    'orderno referencedocument refdocument reference ref document beleg belegnummer belegnr rechnung rechnungsnummer',
  customerCode:
    'codeclient customerid customercode clientcode clientid customerno customernumber customerref clientno clientnumber numeroclient nclient noclient numclient nduclient ' +
    'referenceclient refclient idclient codetiers comptetiers compteclient compteauxiliaire compauxnum customeraccount accountnumber accountno accountcode accountref tiers client customer compte account kundennummer kundennr kunde debitor debitornummer debitorennummer',
  customerName:
    'raisonsociale nomclient nomduclient clientname customername contactname companyname company societe entreprise denomination compauxlib billtoname destinataire client customer nom name firma kundenname',
  customerCountry:
    'pays country paysclient customercountry countrycode codepays clientcountry billingcountry pocountry countryname paysdestination shippingcountry land',
  date:
    'date invoicedate datefacture datedefacture datedelafacture dateprestation datedeprestation datelivraison datedelivraison servicedate supplydate deliverydate dateoperation ' +
    'datedoperation datevente datedevente datepiece piecedate saledate salesdate orderdate transactiondate documentdate docdate datedocument datecommande jour day createdutc createdat created datum',
  productCode:
    'stockcode codeproduit codearticle productcode productid itemcode itemid sku referencearticle refarticle referenceproduit refproduit articleno itemno itemnumber productno ' +
    'productnumber inventoryitemcode numeroarticle narticle idarticle idproduit article produit product item itemproductservice productservice ean gtin codebarres barcode code artikelnummer artikelnr artikel',
  description:
    'designation description libelle itemdescription productdescription productname itemname nomproduit nomarticle libellearticle libelleproduit intitule prestation detail details ' +
    'linedescription objet descriptif title service produit product article item bezeichnung artikel',
  quantity:
    'quantite qte quantity qty itemquantity qtefacturee quantitefacturee units nombre nb nbr qnty volume heures hours nbheures nbjours jours days quantites qtelivree menge',
  unit: 'unite unit uom unitofmeasure unitedemesure unitedevente mesure',
  unitPrice:
    'puht prixunitaireht prixht pvht prixdeventeht prixunitaire unitprice pu prix price unitpriceexclvat priceexclvat netprice unitamount itemrate rate tarif tarifht salesprice ' +
    'saleprice sellingprice tauxhoraire hourlyrate montantunitaire montantunitaireht prixvente prixdevente einzelpreis preis',
  discountPercent:
    'remise remisepct tauxremise tauxderemise pourcentageremise remisepourcent discountpercent discountpct discountrate discount rabais ristourne pourcentremise percentdiscount',
  currency,
  taxClass: products.taxClass ?? '',
  supply: products.supply ?? '',
  orderReference:
    'boncommande bondecommande numerocommande ncommande orderreference ponumber purchaseorder customerpo po refcommande referencecommande commande numerobondecommande',
  corrects:
    'facturecorrigee factureorigine facturedorigine factureinitiale factureannulee corrects originalinvoice originalinvoiceno originalinvoicenumber precedinginvoice correctedinvoice creditof avoirsurfacture',
  note,
};

/** Column name → fields that it may mean, with the rank of the name in the field's list (0 is the most telling). */
function index(names: Names): Map<string, { field: string; rank: number }[]> {
  const found = new Map<string, { field: string; rank: number }[]>();
  for (const [field, words] of Object.entries(names)) {
    words.split(' ').forEach((word, rank) => {
      const fields = found.get(word) ?? [];
      fields.push({ field, rank });
      found.set(word, fields);
    });
  }
  return found;
}

const tables: Record<ImportKind, Map<string, { field: string; rank: number }[]>> = {
  customers: index(customers),
  products: index(products),
  lines: index(lines),
};

/** A column's name without accents, case, blanks or punctuation; 'N°' and '№' read as "numero". */
export function squeezeHeader(name: string): string {
  const numbered = name.replaceAll(/\bn\s*[°º]|№/gi, ' numero ').replaceAll('%', ' pct ');
  // CamelCase needs no cutting: what is compared has no blanks at all.
  return fold(numbered).replaceAll(' ', '');
}

/** A longer text is no column's name; every cell of the first rows is looked at for one. */
const LONGEST_NAME = 200;

/** The fields that a column's name may mean, best first; empty for an unknown name. */
export function fieldsOfHeader(name: string, kind: ImportKind): { field: string; rank: number }[] {
  if (name.length > LONGEST_NAME) return [];
  const table = tables[kind];
  const whole = table.get(squeezeHeader(name));
  if (whole) return whole;
  // 'PU HT (€)', 'Prix unitaire [EUR]', 'Montant unitaire en €': the name before the remark.
  const bare = name
    .replace(/[([{].*$/, '')
    .replace(/\s+(en|in)\s+\S+\s*$/i, '')
    .replace(/[€£$]/g, '');
  return bare === name || bare.trim() === '' ? [] : (table.get(squeezeHeader(bare)) ?? []);
}
