/**
 * What each staged record would do to the company file. The rehearsal and the import go through this same code; the one
 * throws the steps away, the other carries them out.
 */
import { createHash } from 'node:crypto';
import type { CompanyProfile } from '#shared/model/company.ts';
import type { CustomerInput } from '#shared/model/customer.ts';
import { EngineError, toErrorShape } from '#shared/model/error.ts';
import type {
  CustomerRecord,
  ImportOutcome,
  LineRecord,
  ProductRecord,
  Rejection,
  StagedRecord,
} from '#shared/model/imports.ts';
import type { ProductInput } from '#shared/model/product.ts';
import type { CountryCode } from '#shared/model/values.ts';
import { pendingNet } from '../../domain/invoice/pending-net.ts';
import { isCurrency, minorDigits } from '../../domain/money/currency.ts';
import { sum } from '../../domain/money/money.ts';
import { isCountryCode } from '../../domain/text/country.ts';
import { fold } from '../../domain/text/fold.ts';
import { customerOf, customersByCode, emptyCustomer } from '../../store/customers.ts';
import type { ReadDb } from '../../store/database.ts';
import { knownSourceKeys, type SourceFile } from '../../store/lines.ts';
import { emptyProduct, productOf, productsByCode } from '../../store/products.ts';

type Staged<K extends StagedRecord['t']> = Extract<StagedRecord, { t: K }>;

export interface LineStep {
  do: 'line';
  row: number;
  sheet: string | null;
  key: string;
  record: LineRecord;
  currency: string;
  net: number | null;
  /** Folded customer code; null: held. */
  customer: string | null;
  /** Folded product code, where the company knows the product (or will by then). */
  product: string | null;
}
export type Step =
  | { do: 'leave'; from?: SourceFile }
  | { do: 'reject'; rejection: Rejection; given: PlannedRejection['given'] | null }
  | { do: 'create-customer'; fold: string; input: CustomerInput; fromLine: boolean }
  | { do: 'update-customer'; id: string; rowVersion: number; input: CustomerInput }
  | { do: 'create-product'; fold: string; input: ProductInput; fromLine: boolean }
  | { do: 'update-product'; id: string; rowVersion: number; input: ProductInput }
  | LineStep;

/** Made by the plan, not by reading: the staging file has no cells for it, only what was read from them. */
export interface PlannedRejection {
  rejection: Rejection;
  given: LineRecord | CustomerRecord | ProductRecord;
}

export interface PlanOptions {
  company: CompanyProfile;
  /** sha256 of the file that is brought in: tells its own lines from another file's. */
  sha256: string;
  /** Rows that were read and dropped because an earlier one says the same. */
  repeated: number;
  createCustomers: boolean;
  createProducts: boolean;
  /** Lines that another file brought come in again, under a key of this file. */
  takeRepeated: boolean;
  columnOf: Readonly<Record<string, string>>;
}

const SHOWN_REJECTIONS = 500;
/** Bounds the memory of a file that has nothing to do with the company. */
const MOST_REFUSED = 50_000;

export class ImportPlan {
  readonly outcome: ImportOutcome;
  /** What the plan itself rejected; at most {@link MOST_REFUSED} are kept. */
  readonly refused: PlannedRejection[] = [];
  private readonly options: PlanOptions;
  private readonly newCustomers = new Set<string>();
  private readonly newProducts = new Set<string>();
  private readonly others = new Map<string, { source: SourceFile; count: number }>();
  private readonly amounts = new Map<string, { create: number; held: number }>();

  constructor(kind: ImportOutcome['kind'], fileName: string, options: PlanOptions) {
    this.options = options;
    this.outcome = {
      kind,
      fileName,
      rows: options.repeated,
      create: 0,
      update: 0,
      leave: options.repeated,
      leaveFromOther: null,
      reject: 0,
      createdCustomers: 0,
      createdProducts: 0,
      held: 0,
      amounts: [],
      rejections: [],
    };
  }

  /** The steps for one batch, in order; counts go into {@link outcome}. */
  async steps(db: ReadDb, batch: readonly StagedRecord[]): Promise<Step[]> {
    const steps: Step[] = [];
    const customers = batch.filter((record): record is Staged<'customers'> => record.t === 'customers');
    const products = batch.filter((record): record is Staged<'products'> => record.t === 'products');
    const lines = batch.filter((record): record is Staged<'lines'> => record.t === 'lines');
    for (const record of batch) {
      if (record.t === 'reject') steps.push({ do: 'reject', rejection: record.rejection, given: null });
    }
    if (customers.length > 0) steps.push(...(await this.customerSteps(db, customers)));
    if (products.length > 0) steps.push(...(await this.productSteps(db, products)));
    if (lines.length > 0) steps.push(...(await this.lineSteps(db, lines)));
    for (const step of steps) this.count(step);
    for (const step of steps) {
      if (step.do !== 'reject' || step.given === null || this.refused.length >= MOST_REFUSED) continue;
      this.refused.push({ rejection: step.rejection, given: step.given });
    }
    return steps;
  }

  /** The outcome with its amounts, once every batch has passed. */
  finish(): ImportOutcome {
    this.outcome.amounts = [...this.amounts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { create, held }]) => ({ currency, create, held }));
    const others = [...this.others.values()].sort((a, b) => b.count - a.count);
    const [most] = others;
    if (most) {
      const count = others.reduce((all, other) => all + other.count, 0);
      const { name, at } = most.source;
      this.outcome.leaveFromOther = { count, file: name, at, files: others.length };
    }
    return this.outcome;
  }

  /** A rejection that names the file's own column. */
  private refuse(
    staged: { sheet: string | null; row: number; record: PlannedRejection['given'] },
    field: string,
    value: string | null,
    error: EngineError,
  ): Step {
    const column = this.options.columnOf[field] ?? field;
    return {
      do: 'reject',
      rejection: { sheet: staged.sheet, row: staged.row, column, value, error: toErrorShape(error) },
      given: staged.record,
    };
  }

  private count(step: Step): void {
    const { outcome } = this;
    const fromLine = 'fromLine' in step && step.fromLine;
    if (!fromLine) outcome.rows += 1;
    switch (step.do) {
      case 'leave':
        outcome.leave += 1;
        if (step.from) {
          const other = this.others.get(step.from.importId) ?? { source: step.from, count: 0 };
          other.count += 1;
          this.others.set(step.from.importId, other);
        }
        return;
      case 'reject':
        outcome.reject += 1;
        if (outcome.rejections.length < SHOWN_REJECTIONS) outcome.rejections.push(step.rejection);
        return;
      case 'create-customer':
        if (fromLine) outcome.createdCustomers += 1;
        else outcome.create += 1;
        return;
      case 'create-product':
        if (fromLine) outcome.createdProducts += 1;
        else outcome.create += 1;
        return;
      case 'update-customer':
      case 'update-product':
        outcome.update += 1;
        return;
      case 'line': {
        outcome.create += 1;
        const amounts = this.amounts.get(step.currency) ?? { create: 0, held: 0 };
        this.amounts.set(step.currency, amounts);
        amounts.create = sum([amounts.create, step.net ?? 0]);
        if (step.customer === null) {
          outcome.held += 1;
          amounts.held = sum([amounts.held, step.net ?? 0]);
        }
      }
    }
  }

  private async customerSteps(db: ReadDb, records: readonly Staged<'customers'>[]): Promise<Step[]> {
    const known = await customersByCode(
      db,
      records.map((record) => fold(record.record.code)),
    );
    return records.map((staged): Step => {
      const key = fold(staged.record.code);
      const row = known.get(key);
      if (staged.record.currency && !isCurrency(staged.record.currency)) {
        return this.refuse(
          staged,
          'currency',
          staged.record.currency,
          new EngineError('currency_unknown', { currency: staged.record.currency }),
        );
      }
      if (!row) {
        if (this.newCustomers.has(key)) return { do: 'leave' };
        this.newCustomers.add(key);
        return {
          do: 'create-customer',
          fold: key,
          fromLine: false,
          input: withValues(emptyCustomer(staged.record.code), staged.record),
        };
      }
      const { id, createdAt: _c, updatedAt: _u, rowVersion, ...before } = customerOf(row);
      const input = withValues(before, { ...staged.record, code: before.code });
      return same(before, input) ? { do: 'leave' } : { do: 'update-customer', id, rowVersion, input };
    });
  }

  private async productSteps(db: ReadDb, records: readonly Staged<'products'>[]): Promise<Step[]> {
    const known = await productsByCode(
      db,
      records.map((record) => fold(record.record.code)),
    );
    return records.map((staged): Step => {
      const key = fold(staged.record.code);
      const row = known.get(key);
      if (!row) {
        if (this.newProducts.has(key)) return { do: 'leave' };
        this.newProducts.add(key);
        return {
          do: 'create-product',
          fold: key,
          fromLine: false,
          input: withValues(emptyProduct(staged.record.code), staged.record),
        };
      }
      const { id, createdAt: _c, updatedAt: _u, rowVersion, ...before } = productOf(row);
      const input = withValues(before, { ...staged.record, code: before.code });
      return same(before, input) ? { do: 'leave' } : { do: 'update-product', id, rowVersion, input };
    });
  }

  private async lineSteps(db: ReadDb, records: readonly Staged<'lines'>[]): Promise<Step[]> {
    const known = await knownSourceKeys(
      db,
      records.map((record) => record.key),
    );
    const { sha256, takeRepeated } = this.options;
    const fromOther = records.filter(({ key }) => (known.get(key)?.sha256 ?? sha256) !== sha256);
    const taken = await knownSourceKeys(
      db,
      fromOther.map(({ key }) => repeatedKey(key, sha256)),
    );
    const customerFolds = records.flatMap(({ record }) =>
      record.customerCode === null ? [] : [fold(record.customerCode)],
    );
    const productFolds = records.flatMap(({ record }) =>
      record.productCode === null ? [] : [fold(record.productCode)],
    );
    const customers = await customersByCode(db, customerFolds);
    const products = await productsByCode(db, productFolds);
    const steps: Step[] = [];
    for (const staged of records) {
      const source = known.get(staged.key);
      const repeated = source !== undefined && source.sha256 !== sha256;
      const key = repeated ? repeatedKey(staged.key, sha256) : staged.key;
      if (source !== undefined && (!repeated || !takeRepeated || taken.has(key))) {
        steps.push(repeated && !taken.has(key) ? { do: 'leave', from: source } : { do: 'leave' });
        continue;
      }
      const { record } = staged;
      const customer = record.customerCode === null ? null : fold(record.customerCode);
      const row = customer === null ? undefined : customers.get(customer);
      const currency = record.currency ?? row?.currency ?? this.options.company.currency;
      const worth = worthOf(record, currency);
      if (worth instanceof EngineError) {
        steps.push(
          this.refuse(staged, worth.code === 'currency_unknown' ? 'currency' : 'unitPrice', record.unitPrice, worth),
        );
        continue;
      }
      if (customer !== null && !row && !this.newCustomers.has(customer)) {
        if (!this.options.createCustomers) {
          steps.push(
            this.refuse(
              staged,
              'customerCode',
              record.customerCode,
              new EngineError('customer_unknown', { code: record.customerCode ?? '' }),
            ),
          );
          continue;
        }
        this.newCustomers.add(customer);
        const input = {
          ...emptyCustomer(record.customerCode ?? ''),
          name: record.customerName,
          country: countryOf(record),
        };
        steps.push({ do: 'create-customer', fold: customer, fromLine: true, input });
      }
      let product = record.productCode === null ? null : fold(record.productCode);
      if (product !== null && !products.has(product) && !this.newProducts.has(product)) {
        if (this.options.createProducts) {
          this.newProducts.add(product);
          const input = {
            ...emptyProduct(record.productCode ?? ''),
            name: record.description ?? record.productCode ?? '',
          };
          steps.push({ do: 'create-product', fold: product, fromLine: true, input });
        } else {
          product = null;
        }
      }
      steps.push({
        do: 'line',
        row: staged.row,
        sheet: staged.sheet,
        key,
        record,
        currency,
        net: worth,
        customer,
        product,
      });
    }
    return steps;
  }
}

/**
 * The key of a line that another file brought first and that was taken again: one of this very file, so that the file a second
 * time changes nothing.
 */
const repeatedKey = (key: string, sha256: string): string =>
  createHash('sha256').update(`${key}/${sha256}`).digest('hex');

/** A country that the file names but nobody knows ("Narnia") is none: a check asks for it. */
const countryOf = (record: LineRecord): CountryCode | null =>
  record.customerCountry !== null && isCountryCode(record.customerCountry) ? record.customerCountry : null;

function worthOf(record: LineRecord, currency: string): number | null | EngineError {
  if (!isCurrency(currency)) return new EngineError('currency_unknown', { currency });
  try {
    return pendingNet(record, minorDigits(currency));
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown;
    throw thrown;
  }
}

/** The fields that the file gives replace what was there; what it does not name stays. */
function withValues<T extends CustomerInput | ProductInput>(before: T, record: CustomerRecord | ProductRecord): T {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
  return { ...before, ...given };
}

const same = (a: object, b: object): boolean => {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
};
