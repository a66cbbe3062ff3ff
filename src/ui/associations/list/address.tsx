/** A link that a cell shows: who is clicked on is written to or called. */
export function Address({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} title={text} className="hover:text-primary hover:underline">
      {text}
    </a>
  );
}
