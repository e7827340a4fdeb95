import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ORGANISATION_KINDS = [
  'investor',
  'registration_agency',
  'department',
  'agency',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

@Entity({ name: 'organisation' })
export class Organisation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'authority_id' }) authorityId: string;
  @Column('text') name: string;
  @Column('text', { name: 'tax_code', nullable: true }) taxCode: string | null;
  @Column('text') kind: OrganisationKind;
  @Column('text', { nullable: true }) address: string | null;
  @Column('boolean') active: boolean;
  @Column('int') revision: number;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 }) updatedAt: Date;
}
