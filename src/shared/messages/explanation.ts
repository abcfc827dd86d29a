/** How an amount came about, step by step: one text a step of the engine's explanation. */
import { defineTexts } from './catalogue.ts';

export const explanationTexts = defineTexts({
  price_product: { fr: 'Ligne {position} : prix de la fiche produit.', en: 'Line {position}: price from the product.' },
  price_missing: {
    fr: 'Ligne {position} : aucun prix, compté zéro.',
    en: 'Line {position}: no price, counted as zero.',
  },
  price_sign_moved: {
    fr: 'Ligne {position} : prix négatif, le signe passe à la quantité (EN 16931, BR-27).',
    en: 'Line {position}: negative price, its sign moves to the quantity (EN 16931, BR-27).',
  },
  line_net: {
    fr: 'Ligne {position} : {quantity} × {price} = {exact}, arrondi à {amount} {currency}.',
    en: 'Line {position}: {quantity} × {price} = {exact}, rounded to {amount} {currency}.',
  },
  line_discount: {
    fr: 'Ligne {position} : remise de {percent} % = {amount}, reste {net} {currency}.',
    en: 'Line {position}: discount of {percent}% = {amount}, leaves {net} {currency}.',
  },
  line_tax: {
    fr: 'Ligne {position} : catégorie {category}, {rate} %, au {date} ({seller} → {buyer}).',
    en: 'Line {position}: category {category}, {rate}%, on {date} ({seller} → {buyer}).',
  },
  rate_tax: {
    fr: 'TVA {rate} % ({category}), {lines} lignes : {base} × {rate} % = {amount} {currency}.',
    en: 'VAT {rate}% ({category}), {lines} lines: {base} × {rate}% = {amount} {currency}.',
  },
  tax_point_latest_line_date: {
    fr: 'Fait générateur : {date}, dernière date de livraison.',
    en: 'Tax point: {date}, the latest date of supply.',
  },
  tax_point_issue_date: { fr: 'Fait générateur : {date}, date d’émission.', en: 'Tax point: {date}, the issue date.' },
});
