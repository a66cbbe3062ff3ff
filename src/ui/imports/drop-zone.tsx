'use client';
import { FileUp, FolderUp, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import { toast } from '#ui/kit/toast.ts';
import { type PickedFile, pickChosen, pickDropped } from './pick-files.ts';

type Props = {
  onFiles: (files: PickedFile[]) => void;
  /** Small, once there are files. */
  compact?: boolean;
};

/** Files or folders, dropped or chosen; both buttons work from the keyboard alone. */
export function DropZone({ onFiles, compact }: Props) {
  const t = useTranslations('imports.drop');
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (picked: PickedFile[]) => (picked.length > 0 ? onFiles(picked) : void toast.info(t('none')));

  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(await pickDropped(event.dataTransfer));
  };
  return (
    <section
      aria-label={t('label')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => void onDrop(event)}
      className={cn(
        'flex items-center rounded-xl border-2 border-dashed bg-card transition-colors',
        compact
          ? 'flex-wrap justify-between gap-3 px-4 py-3'
          : 'flex-col justify-center gap-4 px-6 py-10 text-center',
        over && 'border-primary bg-primary-soft',
      )}
    >
      <div className={cn('flex min-w-0 items-center gap-3', !compact && 'flex-col')}>
        <span
          aria-hidden
          className={cn(
            'grid shrink-0 place-items-center rounded-xl bg-primary-soft text-primary-soft-foreground',
            compact ? 'size-8' : 'size-12',
          )}
        >
          <Upload className={compact ? 'size-4' : 'size-6'} />
        </span>
        <div className="flex max-w-lg flex-col gap-1">
          <p className={cn('font-semibold', compact ? 'text-sm' : 'text-base')}>
            {over ? t('over') : t('title')}
          </p>
          {compact ? null : <p className="text-pretty text-muted-foreground text-sm">{t('hint')}</p>}
        </div>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant={compact ? 'outline' : 'primary'} onClick={() => files.current?.click()}>
          <FileUp aria-hidden />
          {t('files')}
        </Button>
        <Button onClick={() => folder.current?.click()}>
          <FolderUp aria-hidden />
          {t('folder')}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('files')}
        onChange={(event) => {
          take(pickChosen(event.target.files, false));
          event.target.value = '';
        }}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={t('folder')}
        {...{ webkitdirectory: '' }}
        onChange={(event) => {
          take(pickChosen(event.target.files, true));
          event.target.value = '';
        }}
      />
    </section>
  );
}
