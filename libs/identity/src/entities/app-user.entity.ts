import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'app_user' })
export class AppUser {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'authority_id' }) authorityId: string;
  @Column('text') email: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text', { nullable: true }) position: string | null;
  @Column('text', { name: 'password_hash', select: false }) passwordHash: string;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column('boolean') active: boolean;
  @Column('boolean') demo: boolean;
  @Column('int') revision: number;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 }) updatedAt: Date;
}
