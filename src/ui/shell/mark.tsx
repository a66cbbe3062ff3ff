/** The K of Kansli: its stem is the spine of an office binder, with the hole a finger pulls it out by. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="7" className="fill-[#17594a] dark:fill-[#1f6b59]" />
      <path
        fillRule="evenodd"
        d="M7.5 5.5h5A1.5 1.5 0 0 1 14 7v18a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 6 25V7a1.5 1.5 0 0 1 1.5-1.5ZM10 17.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8Z"
        className="fill-[#faf8f4]"
      />
      <path d="M25 5.5 17.2 16H16V10.6l3.8-5.1Z" className="fill-[#8fd9c0]" />
      <path d="M16 16h1.2L25.5 26.5h-5.6L16 21.5Z" className="fill-[#faf8f4]" />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={className}>
      <span className="flex items-center gap-2.5">
        <Mark className="size-7 shrink-0" />
        <span className="font-semibold text-[1.0625rem] tracking-[-0.025em]">Kansli</span>
      </span>
    </span>
  );
}
