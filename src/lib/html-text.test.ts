import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities, htmlToText } from './html-text.ts';

describe('htmlToText', () => {
  it.each([
    ['<p>Hej &amp; h&aring;</p><script>alert(1)</script><b>då</b>', 'Hej & hå\ndå'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['&lt;b&gt;fet&lt;/b&gt;', 'fet'],
    ['&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;kvar', 'kvar'],
    ['<img src=x onerror=alert(1)>bild', 'bild'],
    ['<style>p{color:red}</style>text', 'text'],
    ['för barn < 18 år & vuxna > 3', 'för barn < 18 år & vuxna > 3'],
    ['<ul><li>ett</li><li>två</li></ul>', '• ett\n• två'],
    ['<!-- dold -->synlig', 'synlig'],
    ['&okand; &#x41; &#0;', '&okand; A'],
  ])('%j becomes %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('never gives back a tag of a script, however it is written', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'script',
      '&lt;',
      '&gt;',
      '&#60;',
      ' ',
      'x',
      '<script>',
      '</script>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(htmlToText(pieces.join(''))).not.toMatch(/<\/?script[^<]*>/i);
      }),
    );
  });
});

it('decodes entities once and leaves text alone', () => {
  expect(decodeEntities('&amp;lt;')).toBe('&lt;');
  expect(decodeEntities('R&B & soul')).toBe('R&B & soul');
});

// Twice the text may take about twice the time: a quadratic pattern takes four times, and here many seconds.
it.each([
  '<br',
  '<b>',
  '</i>',
  '<p><i>',
  '<script>',
  '&amp',
  '<',
  '&',
  '<script',
  '<li',
  '</p ',
  '<!',
  '<!--',
  'a@',
  '-',
  ' ',
  '1',
  '(',
  '.',
])('takes time in step with the length of %j written over and over', (piece) => {
  const least = (length: number) => {
    const text = `1${piece.repeat(length / piece.length)}`;
    const times = Array.from({ length: 3 }, () => {
      const started = performance.now();
      htmlToText(text);
      return performance.now() - started;
    });
    return Math.min(...times);
  };
  least(50_000);
  expect(least(400_000)).toBeLessThan(32 * Math.max(least(50_000), 10));
});
