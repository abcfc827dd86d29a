/** The order of the lists of records. */
import { type RawBuilder, sql } from 'kysely';
import type { CustomerSort, ProductSort } from '#shared/contract/records.ts';
import type { RecordKind } from '#shared/model/fields.ts';
import type { ReadDb } from '../../store/database.ts';
import type { Condition } from './filters.ts';

interface Order {
  /** Joined once for the whole list, where the column is not the record's own. */
  join: RawBuilder<unknown>;
  by: RawBuilder<unknown>;
}

const none = sql``;
const own = (by: RawBuilder<unknown>): Order => ({ join: none, by });
const FIELD = 'field:';

/** A record without a value stands where nothing stands: first going up, last going down. */
const customField = (record: RecordKind, id: string): Order => ({
  join: sql`LEFT JOIN custom_value AS sorted ON sorted.record_id = ${sql.ref(`${record}.id`)} AND sorted.field_id = ${id}`,
  by: sql`sorted.value_fold`,
});

/**
 * Invoices are counted once for all customers; those of a merged one count with whom it was merged into. The cast gives the
 * expression a type: without one SQLite makes no index over it and walks all counts for every customer.
 */
const invoiceCounts = sql`(
  SELECT CAST(coalesce(gone.merged_into, own.customer_id) AS TEXT) AS customer_id, sum(own.n) AS n
  FROM (SELECT customer_id, count(*) AS n FROM invoice GROUP BY customer_id) AS own
  LEFT JOIN customer AS gone ON gone.id = own.customer_id
  GROUP BY 1
)`;
const openLineCounts = sql`(
  SELECT customer_id, count(*) AS n FROM pending_line
  WHERE status = 'open' AND customer_id IS NOT NULL GROUP BY customer_id
)`;

function customerOrder(by: CustomerSort['by']): Order {
  if (by.startsWith(FIELD)) return customField('customer', by.slice(FIELD.length));
  // Reason for the cast: what does not begin with `field:` is one of the columns.
  const column = by as Exclude<CustomerSort['by'], `field:${string}`>;
  switch (column) {
    case 'name':
      return own(sql`customer.name_fold`);
    case 'code':
      return own(sql`customer.code_fold`);
    case 'city':
      return own(sql`customer.city_fold`);
    case 'updatedAt':
      return own(sql`customer.updated_at`);
    case 'createdAt':
      return own(sql`customer.created_at`);
    case 'country':
    case 'currency':
    case 'kind':
    case 'language':
    case 'postcode':
      return own(sql.ref(`customer.${column}`));
    case 'email':
      return own(sql`lower(customer.email)`);
    case 'vatNumber':
      return own(sql`customer.vat_number`);
    case 'paymentTermsDays':
      return own(sql`customer.payment_terms_days`);
    case 'invoices':
      return {
        join: sql`LEFT JOIN ${invoiceCounts} AS counted ON counted.customer_id = customer.id`,
        by: sql`coalesce(counted.n, 0)`,
      };
    case 'openLines':
      return {
        join: sql`LEFT JOIN ${openLineCounts} AS counted ON counted.customer_id = customer.id`,
        by: sql`coalesce(counted.n, 0)`,
      };
  }
}

function productOrder(by: ProductSort['by']): Order {
  if (by.startsWith(FIELD)) return customField('product', by.slice(FIELD.length));
  // Reason for the cast: what does not begin with `field:` is one of the columns.
  const column = by as Exclude<ProductSort['by'], `field:${string}`>;
  switch (column) {
    case 'name':
      return own(sql`product.name_fold`);
    case 'code':
      return own(sql`product.code_fold`);
    case 'updatedAt':
      return own(sql`product.updated_at`);
    case 'createdAt':
      return own(sql`product.created_at`);
    case 'unitPrice':
      // A price is decimal text: ordering for the eye may go through a float, amounts never do.
      return own(sql`cast(product.unit_price AS REAL)`);
    case 'taxClass':
      return own(sql`product.tax_class`);
    case 'supply':
    case 'unit':
    case 'currency':
      return own(sql.ref(`product.${column}`));
  }
}

/**
 * A query for the ids of the records that `where` takes, in order: by the column, then the name, then the id, all in the same direction
 * (an index gives all three without a sort).
 */
function ordered(
  db: ReadDb,
  record: RecordKind,
  { join, by }: Order,
  sort: { by: string; descending: boolean },
  where: Condition,
) {
  const way = sort.descending ? 'desc' : 'asc';
  const id = sql.ref(`${record}.id`);
  const name = sql.ref(`${record}.name_fold`);
  const listed = sql<{ id: string; name: string; key: unknown }>`(
    SELECT ${id} AS id, ${name} AS name, ${by} AS key FROM ${sql.table(record)} ${join} WHERE ${where}
  )`;
  const query = db.selectFrom(listed.as('listed')).select('listed.id').orderBy('listed.key', way);
  // Naming a column twice would cost a sort that the index spares; a code is there once.
  const named = sort.by === 'name' || sort.by === 'code' ? query : query.orderBy('listed.name', way);
  return named.orderBy('listed.id', way);
}

export const sortedCustomers = (db: ReadDb, sort: CustomerSort, where: Condition) =>
  ordered(db, 'customer', customerOrder(sort.by), sort, where);
export const sortedProducts = (db: ReadDb, sort: ProductSort, where: Condition) =>
  ordered(db, 'product', productOrder(sort.by), sort, where);
