// What an application does with the types made of openapi.json: `tsc` reads both.
import type { components, operations, paths } from './api';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
type Problem = components['schemas']['Problem'];

declare function get<Path extends keyof paths>(path: Path): Answer<Path> | Problem;

export function titles(): string[] {
  const answer = get('/api/v1/threads');
  if ('status' in answer) {
    const faults = answer.errors?.map(({ parameter, detail }) => `${parameter}: ${detail}`) ?? [answer.detail];
    throw new Error(faults.join('\n'));
  }
  const more: boolean = answer.pageInfo.hasNextPage;
  return answer.nodes.map((thread) => `${thread.title ?? thread.key}${more ? '…' : ''}`);
}

export const asked: operations['threads']['parameters']['query'] = {
  hashtag: ['NKpeace'],
  'published.gte': '2020-01-01',
  isComplete: false,
  limit: 3,
};

// @ts-expect-error: a page of words
export const mistaken: operations['threads']['parameters']['query'] = { limit: 'three' };
