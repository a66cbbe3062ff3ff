// Faults of one row are collected here, so that an excerpt is always short and never holds a personal identity number.
import { removePersonalIds } from '#lib/personal-id.ts';
import { cutText, withoutInvisible } from '#lib/text.ts';
import type { IssueCode, RecordIssue } from './record.ts';

const MAX_EXCERPT = 200;
// A row of nothing but faults must not weigh more than the row itself.
const MAX_ISSUES = 200;

export class IssueLog {
  readonly issues: RecordIssue[] = [];

  add(code: IssueCode, field: string, value: unknown): void {
    if (this.issues.length >= MAX_ISSUES) return;
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    const short = withoutInvisible(cutText(text.slice(0, 1000), MAX_EXCERPT))
      .replace(/\s+/g, ' ')
      .trim();
    this.issues.push({ code, field, value: removePersonalIds(short).slice(0, MAX_EXCERPT) });
  }
}
