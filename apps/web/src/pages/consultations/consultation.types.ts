import { type Schema } from '../../api/schema-names.js';

export type Consultation = Schema<'ConsultationDto'>;
