'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { Button } from '#ui/kit/button.tsx';
import { OptionList } from '#ui/kit/option-list.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '#ui/kit/popover.tsx';
import { toast } from '#ui/kit/toast.ts';
import { TagChip } from '#ui/shared/tag-chip.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { type AssociationRecord, usePatchRecord, useRefreshAssociations } from './use-record.ts';

/** The association's tags: shown at once when chosen, put back if the server refuses. */
export function Tags({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record.tags');
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const patch = usePatchRecord(record.id);
  const errorText = useErrorText();
  const assign = useMutation(
    trpc.tag.assign.mutationOptions({
      onError: (error) => toast.error(errorText(error)),
      onSettled: refresh,
    }),
  );
  const from = record.tags.map((tag) => tag.id);
  const set = (tags: AssociationRecord['tags']) => {
    patch({ tags });
    assign.mutate({ associationId: record.id, tagIds: tags.map((tag) => tag.id), from });
  };
  if (record.deletedAt && record.tags.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="flex flex-wrap items-center gap-1.5">
      {record.tags.map((tag) => (
        <li key={tag.id} className="flex">
          {record.deletedAt ? (
            <TagChip name={tag.name} color={tag.colour} />
          ) : (
            <TagChip
              name={tag.name}
              color={tag.colour}
              removeLabel={t('remove', { name: tag.name })}
              onRemove={() => set(record.tags.filter((other) => other.id !== tag.id))}
            />
          )}
        </li>
      ))}
      {record.deletedAt ? null : (
        <li className="flex">
          <TagPicker chosen={from} tags={record.tags} onChange={set} />
        </li>
      )}
    </ul>
  );
}

type PickerProps = {
  chosen: string[];
  tags: AssociationRecord['tags'];
  onChange: (tags: AssociationRecord['tags']) => void;
};

function TagPicker({ chosen, tags, onChange }: PickerProps) {
  const t = useTranslations('associations.record');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [open, setOpen] = useState(false);
  const all =
    useQuery(
      trpc.tag.list.queryOptions(
        {},
        { enabled: open, meta: { shows: { after: ['tag.*', 'association.tagged'] } } },
      ),
    ).data ?? [];
  const toggle = (id: string) => {
    const tag = all.find((each) => each.id === id);
    if (!tag) return;
    const { count: _, ...plain } = tag;
    onChange(
      chosen.includes(id)
        ? tags.filter((each) => each.id !== id)
        : [...tags, { ...plain, createdAt: new Date() }],
    );
  };
  const create = useMutation(
    trpc.tag.create.mutationOptions({
      onSuccess: ({ id }, { name }) => {
        onChange([
          ...tags,
          { id, name: name.trim(), colour: 'neutral', category: null, createdAt: new Date() },
        ]);
        void queries.invalidateQueries(trpc.tag.pathFilter());
      },
      onError: (error) => toast.error(errorText(error)),
    }),
  );
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm" className="h-6 px-1.5 text-muted-foreground pointer-coarse:h-11">
          <Plus aria-hidden className="size-3.5" />
          {t('tags.add')}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t('tags.choose')} className="w-64 p-0">
        <OptionList
          multiple
          label={t('tags.choose')}
          searchPlaceholder={t('tags.search')}
          emptyText={t('tags.empty')}
          noneText={t('tags.none')}
          searchFrom={0}
          onCreate={(name) => create.mutate({ name })}
          createLabel={(name) => t('tags.create', { name })}
          options={all.map((tag) => ({ value: tag.id, label: tag.name, count: tag.count }))}
          selected={chosen}
          onSelect={toggle}
        />
      </PopoverContent>
    </Popover>
  );
}
