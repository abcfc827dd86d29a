/** The classic invoice as the form stands: a picture of what the engine prints, with its words and its places. */

import { readableColour } from '#shared/format/colour.ts';
import { formatDate } from '#shared/format/date.ts';
import { checkIdentifier } from '#shared/identifiers/identifiers.ts';
import { fill, type Text } from '#shared/messages/catalogue.ts';
import { paperTexts } from '#shared/messages/paper.ts';
import { wizardTexts as texts } from '#shared/messages/ui/wizard.ts';
import { accountFor } from '#shared/model/company.ts';
import { minorDigits, money } from '../../app/format.ts';
import { isBlank } from '../settings/accounts.ts';
import { exampleNumber } from '../settings/number.ts';
import type { WizardForm } from './model.ts';
import styles from './paper.module.css';

const DAY = 86_400_000;

/** An invented amount of 1,250 in the currency; the tax of the example is a fifth. */
function amounts(form: WizardForm) {
  const net = 1250 * 10 ** minorDigits(form.currency);
  return { net, tax: net / 5, gross: (net * 6) / 5 };
}

export function PaperPreview({ form }: { form: WizardForm }) {
  const { language, currency } = form;
  const say = (text: Text, params = {}) => fill(text, language, params);
  const colour = /^#[0-9a-f]{6}$/i.test(form.colour) ? readableColour(form.colour) : '#161d1f';
  const now = new Date();
  const today = now.toLocaleDateString('sv-SE');
  const days = Number.isInteger(form.paymentTermsDays) ? form.paymentTermsDays : 30;
  const due = new Date(now.getTime() + days * DAY).toLocaleDateString('sv-SE');
  const number = exampleNumber(form.pattern, {
    prefix: form.invoicePrefix,
    date: today,
    rank: form.invoiceStart,
    customer: 'C-0142',
  });
  const { net, tax, gross } = amounts(form);
  const account = accountFor({ bankAccounts: form.bankAccounts.filter((one) => !isBlank(one)) }, currency);
  const name = form.name.trim() || say(texts.yourCompany);
  const written = (slot: 'registrationNumber' | 'vatNumber' | 'taxRegistration'): string | null => {
    const verdict = checkIdentifier(form.country, slot, form[slot]);
    return verdict.state === 'good' ? verdict.written : form[slot]?.trim() || null;
  };
  const french = form.country === 'FR';
  const registration = written('registrationNumber');
  const vat = written('vatNumber');
  const taxNumber = written('taxRegistration');
  const foot = [
    [name, form.address.replaceAll('\n', ', '), [form.postcode, form.city].filter(Boolean).join(' ')]
      .filter((part) => part !== '')
      .join(' · '),
    [
      registration && say(french ? paperTexts.sellerSiren : paperTexts.sellerRegistration, { number: registration }),
      vat && say(paperTexts.sellerVat, { number: vat }),
      taxNumber && say(paperTexts.sellerTaxNumber, { number: taxNumber }),
    ]
      .filter(Boolean)
      .join(' · '),
    form.legalNote,
  ].filter((line): line is string => Boolean(line?.trim()));
  return (
    <div className={styles['sheet']} data-paper={form.paper} lang={language} aria-hidden>
      <header className={styles['head']}>
        <div className={styles['seller']}>
          {form.logo === null ? null : <img src={form.logo} alt="" />}
          <b>{form.tradingName?.trim() || name}</b>
        </div>
        <div className={styles['title']}>
          <span style={{ color: colour }}>{say(paperTexts.invoice)}</span>
          <b>{number}</b>
        </div>
      </header>
      <div className={styles['parties']}>
        <dl>
          <dt>{say(paperTexts.issueDate)}</dt>
          <dd>{formatDate(today, language)}</dd>
          <dt>{say(paperTexts.dueDate)}</dt>
          <dd>{formatDate(due, language)}</dd>
          <dt>{say(paperTexts.customerCode)}</dt>
          <dd>C-0142</dd>
        </dl>
        <address>
          <b>{say(texts.exampleCustomer)}</b>
          {say(texts.exampleStreet)}
          <br />
          {say(texts.exampleTown)}
        </address>
      </div>
      {form.message?.trim() ? <p className={styles['message']}>{form.message}</p> : null}
      <table>
        <thead>
          <tr>
            <th>{say(paperTexts.description)}</th>
            <th>{say(paperTexts.quantity)}</th>
            <th>{say(paperTexts.lineNet)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{say(texts.exampleLine)}</td>
            <td>1</td>
            <td>{money(net, currency, language)}</td>
          </tr>
        </tbody>
      </table>
      <dl className={styles['sums']}>
        <dt>{say(paperTexts.totalNet)}</dt>
        <dd>{money(net, currency, language)}</dd>
        <dt>{say(paperTexts.vat)}</dt>
        <dd>{money(tax, currency, language)}</dd>
        <dt className={styles['payable']}>{say(paperTexts.payable)}</dt>
        <dd className={styles['payable']} style={{ color: colour }}>
          {money(gross, currency, language)}
        </dd>
      </dl>
      <section className={styles['pay']} style={{ borderTopColor: colour }}>
        <div>
          <b>
            {say(account ? paperTexts.payByTransferBefore : paperTexts.payBefore, {
              date: formatDate(due, language, 'long'),
            })}
          </b>
          {account ? (
            <dl>
              <dt>{say(paperTexts.iban)}</dt>
              <dd>{account.iban}</dd>
              {account.bic ? (
                <>
                  <dt>{say(paperTexts.bic)}</dt>
                  <dd>{account.bic}</dd>
                </>
              ) : null}
            </dl>
          ) : null}
        </div>
        {form.contactName || form.phone || form.email ? (
          <div className={styles['question']}>
            <b>{say(paperTexts.questionInvoice)}</b>
            {[form.contactName, form.phone, form.email].map((line) => (line ? <span key={line}>{line}</span> : null))}
          </div>
        ) : null}
      </section>
      <footer>
        {foot.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </footer>
    </div>
  );
}
