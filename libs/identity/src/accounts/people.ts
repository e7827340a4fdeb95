import { Inject, Injectable } from '@nestjs/common';
import { type Role } from '#contracts';
import { UnitOfWork } from '#database';
import { type Actor, Refusal } from '#kernel';
import { permissionsOf } from '../access/permissions.js';

/** What a person sees about themselves. */
export interface Me {
  id: string;
  email: string;
  displayName: string;
  roles: Role[];
  organisation: { id: string; name: string; kind: string } | null;
  authorityId: string;
  permissions: string[];
}
interface MeRow {
  email: string;
  displayName: string;
  organisationId: string | null;
  organisationName: string;
  organisationKind: string;
}

/** Reads about people. */
@Injectable()
export class People {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The own account. @throws Refusal `session_expired` when it is gone */
  async me(actor: Actor): Promise<Me> {
    const row = await this.unitOfWork.read(actor, (tx) =>
      tx.one<MeRow>(
        `SELECT u.email, u.display_name AS "displayName", o.id AS "organisationId", o.name AS "organisationName", o.kind AS "organisationKind"
         FROM app_user u LEFT JOIN organisation o ON o.id = u.organisation_id WHERE u.id = $1`,
        [actor.id],
      ),
    );
    if (row === null) throw new Refusal('session_expired');
    const { email, displayName, organisationId, organisationName, organisationKind } = row;
    const organisation =
      organisationId === null ? null : { id: organisationId, name: organisationName, kind: organisationKind };
    const roles = [...actor.roles];
    return {
      id: actor.id,
      email,
      displayName,
      roles,
      organisation,
      authorityId: actor.authorityId,
      permissions: permissionsOf(roles),
    };
  }
}
