import { expect, it } from 'vitest';
import { type Column, gridTemplate, leastWidth, sizeColumns } from './data-table-column.ts';

type Row = { name: string; owner: string | null; mail: string };
const columns: Column<Row>[] = [
  {
    id: 'name',
    header: 'Namn',
    cell: () => null,
    width: 200,
    grow: 3,
    primary: true,
    text: (row) => row.name,
  },
  { id: 'owner', header: 'Ansvarig', cell: () => null, width: 154, text: (row) => row.owner },
  { id: 'mail', header: 'E-post', cell: () => null, width: 146, grow: 2, text: (row) => row.mail },
  { id: 'status', header: 'Status', cell: () => null, width: 132 },
];
const rows = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);

it('an empty column gives way, down to its head, and the name gets what is left by its length', () => {
  const sized = sizeColumns(
    columns,
    rows(20, { name: 'Västanbäcks Stugförening', owner: null, mail: 'a@b.example' }),
  );
  const [name, owner, mail, status] = sized;
  expect(owner?.width).toBeLessThan(90);
  expect(name).toMatchObject({ width: 200 });
  expect(Number(name?.grow)).toBeGreaterThan(Number(mail?.grow));
  expect(status).toBe(columns[3]);
  expect(leastWidth(sized, true)).toBeLessThan(leastWidth(columns, true));
  expect(gridTemplate(sized, true)).toBe(
    `44px minmax(200px, ${name?.grow}fr) ${owner?.width}px minmax(${mail?.width}px, ${mail?.grow}fr) 132px`,
  );
});

it('never asks for more than the column may have, however long one text is', () => {
  const long = rows(20, { name: 'x'.repeat(300), owner: 'y'.repeat(300), mail: 'z'.repeat(300) });
  const [name, owner] = sizeColumns(columns, long);
  expect(owner?.width).toBe(154);
  expect(Number(name?.grow)).toBeLessThanOrEqual(380);
});

it('without rows the widths are the given ones', () => {
  expect(sizeColumns(columns, [])).toEqual(columns);
});
