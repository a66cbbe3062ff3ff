'use client';
import './globals.css';

// The layout itself failed, so there are no messages and no language here: both languages stand side by side.
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return (
    <html lang="sv">
      <body>
        <title>Kansli</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 px-6 text-center">
          <h1 className="font-semibold text-lg">Kansli kunde inte visas</h1>
          <p className="text-muted-foreground">
            Inget du har sparat har gått förlorat. Försök igen om en stund.
            <span lang="en" className="mt-2 block">
              Kansli could not be shown. Nothing you saved is lost. Please try again in a moment.
            </span>
          </p>
          <button
            type="button"
            onClick={() => retry()}
            className="h-10 rounded-md bg-primary px-4 font-medium text-primary-foreground hover:bg-primary-hover"
          >
            Försök igen · <span lang="en">Try again</span>
          </button>
          {digest ? <p className="font-mono text-muted-foreground text-xs">{digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
