import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { ROLES, type Role } from '#contracts';
import { keyed, seenAt } from '../../api/act-headers.js';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';

export type Account = Schema<'UserDto'>;
export type Organisation = Schema<'OrganisationDto'>;
export const ORGANISATION_KINDS = [
  'investor',
  'registration_agency',
  'department',
  'agency',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface AccountFilter {
  q: string;
  role: Role | '';
  active: '' | 'true' | 'false';
}
export interface OrganisationFilter {
  q: string;
  kind: OrganisationKind | '';
}
const one = <Choice extends string>(choices: readonly Choice[], value: string | null): Choice | '' =>
  choices.find((choice) => choice === value) ?? '';

/** The filters that an address names; what it names wrongly does not narrow. */
export const accountFilterOf = (search: URLSearchParams): AccountFilter => ({
  q: search.get('q') ?? '',
  role: one(ROLES, search.get('role')),
  active: one(['true', 'false'], search.get('active')),
});
export const organisationFilterOf = (search: URLSearchParams): OrganisationFilter => ({
  q: search.get('q') ?? '',
  kind: one(ORGANISATION_KINDS, search.get('kind')),
});

/** Query parameters without those that do not narrow. */
const given = (filter: object, cursor?: string) =>
  Object.fromEntries(
    Object.entries({ ...filter, cursor, limit: 50 }).filter(
      ([, value]) => value !== '' && value !== undefined,
    ),
  );

/** Accounts by name, page by page. */
export const accountsQuery = (filter: AccountFilter) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'accounts', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/users', { params: { query: given(filter, pageParam) }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Organisations by name, page by page. */
export const organisationsQuery = (filter: OrganisationFilter) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'organisations', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/organisations', { params: { query: given(filter, pageParam) }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['admin', 'account', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
  });

export const affiliationsQuery = (userId: string) =>
  queryOptions({
    queryKey: ['admin', 'affiliations', userId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/users/{id}/affiliations', { params: { path: { id: userId } }, signal })),
  });

/** Makes what was asked about accounts old, after one of them has changed; the answer is known already. */
export async function keepAccount(queries: QueryClient, account: Account): Promise<void> {
  queries.setQueryData(accountQuery(account.id).queryKey, account);
  await queries.invalidateQueries({ queryKey: ['admin', 'accounts'] });
}

/** Opens an account, once per key. */
export const createAccount = (key: string, body: Schema<'NewUserDto'>) =>
  answer(api.POST('/api/v1/users', { params: { header: keyed(key) }, body }));
/** Changes an account that still stands as it was seen. */
export const changeAccount = ({ id, revision }: Account, body: Schema<'ChangeUserDto'>) =>
  answer(
    api.PATCH('/api/v1/users/{id}', {
      params: { path: { id }, header: seenAt(revision) },
      body,
    }),
  );
/** Adds an organisation, once per key. */
export const createOrganisation = (key: string, body: Schema<'NewOrganisationDto'>) =>
  answer(api.POST('/api/v1/organisations', { params: { header: keyed(key) }, body }));
/** Corrects an organisation that still stands as it was seen. */
export const changeOrganisation = ({ id, revision }: Organisation, body: Schema<'ChangeOrganisationDto'>) =>
  answer(
    api.PATCH('/api/v1/organisations/{id}', {
      params: { path: { id }, header: seenAt(revision) },
      body,
    }),
  );
export const organisationNow = (id: string) =>
  answer(api.GET('/api/v1/organisations/{id}', { params: { path: { id } } }));

export const recordAffiliation = (userId: string, key: string, body: Schema<'NewAffiliationDto'>) =>
  answer(
    api.POST('/api/v1/users/{id}/affiliations', {
      params: { path: { id: userId }, header: keyed(key) },
      body,
    }),
  );
export const endAffiliation = (userId: string, affiliationId: string, key: string, validTo: string) =>
  answer(
    api.POST('/api/v1/users/{id}/affiliations/{affiliationId}/end', {
      params: { path: { id: userId, affiliationId }, header: keyed(key) },
      body: { validTo },
    }),
  );
