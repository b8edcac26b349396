import { emailAddress } from '#platform/text'

/** What a column can say of a person. */
const columnNames = [
  'email',
  'name',
  'firstName',
  'lastName',
  'organisation',
  'job',
  'state',
  'language',
  'tags',
  'joinedAt',
  'confirmedAt',
  'leftAt',
  'cleanedAt',
  'from',
] as const
export type ColumnName = (typeof columnNames)[number]

/** Which column says what, by its heading. */
export type Columns = Partial<Record<ColumnName, string>>

/** Headings that people and programs use, in English and Spanish, without accents, spaces and signs. */
const usual: Record<ColumnName, string[]> = {
  email: [
    'email',
    'emailaddress',
    'emailaddresses',
    'mail',
    'address',
    'emailaddress1',
    'email1value',
    'correo',
    'correoelectronico',
    'direcciondecorreo',
    'direcciondecorreoelectronico',
    'correoe',
  ],
  name: ['name', 'fullname', 'displayname', 'nombrecompleto', 'nombreyapellido', 'nombreyapellidos', 'contact', 'contacto'],
  firstName: ['firstname', 'first', 'givenname', 'fname', 'forename', 'nombre', 'nombres', 'nombredepila', 'primernombre'],
  lastName: ['lastname', 'last', 'surname', 'familyname', 'lname', 'apellido', 'apellidos'],
  organisation: [
    'organization',
    'organisation',
    'company',
    'companyname',
    'employer',
    'agency',
    'org',
    'institution',
    'organizacion',
    'empresa',
    'institucion',
    'entidad',
    'organization1name',
    'organizationname',
  ],
  job: [
    'role',
    'job',
    'jobtitle',
    'title',
    'position',
    'cargo',
    'puesto',
    'funcion',
    'rol',
    'ocupacion',
    'organization1title',
    'organizationtitle',
  ],
  state: ['state', 'stateprovince', 'province', 'region', 'estado', 'provincia', 'homestate', 'businessstate', 'estadoprovincia'],
  language: ['language', 'preferredlanguage', 'lang', 'locale', 'idioma', 'lengua', 'idiomapreferido'],
  tags: [
    'tags',
    'tag',
    'labels',
    'label',
    'groups',
    'groupmembership',
    'categories',
    'interests',
    'etiquetas',
    'etiqueta',
    'grupos',
    'categorias',
    'intereses',
  ],
  joinedAt: [
    'optintime',
    'joined',
    'joinedat',
    'subscribed',
    'subscribedat',
    'subscribedon',
    'signupdate',
    'dateadded',
    'fechadealta',
    'fechadesuscripcion',
    'alta',
    'givenat',
  ],
  confirmedAt: ['confirmtime', 'confirmedat', 'confirmed', 'fechadeconfirmacion'],
  leftAt: ['unsubtime', 'unsubscribedat', 'leftat', 'fechadebaja', 'baja'],
  cleanedAt: ['cleantime', 'cleanedat'],
  from: ['optinip', 'ipaddress', 'signupsource', 'source', 'fuente', 'origen'],
}

export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Guesses what each column says from its heading, and the address from what stands below when no heading tells. */
export function guessColumns(heads: string[], rows: string[][]): Columns {
  const plain = heads.map(plainHeading)
  const guessed: Columns = {}
  for (const name of columnNames) {
    const heading = usual[name].map((word) => heads[plain.indexOf(word)]).find((found) => found !== undefined)
    if (heading !== undefined) guessed[name] = heading
  }
  const email = guessed.email ?? heads.find((_, at) => rows.some((cells) => emailAddress(cells[at] ?? '') !== null))
  const { name, ...rest } = guessed
  const isWhole = name !== undefined && rest.firstName === undefined && rest.lastName === undefined
  return { ...rest, ...(isWhole ? { name } : {}), ...(email === undefined ? {} : { email }) }
}

/** The first line holds headings unless an address stands in it. */
export const isHeading = (cells: string[]): boolean => cells.every((cell) => emailAddress(cell) === null)

/** Headings as they are shown and chosen by: each once, none empty. */
export function namedHeads(cells: string[], columnWord: (number: number) => string): string[] {
  const heads: string[] = []
  for (const [at, cell] of cells.entries()) {
    const wanted = cell.slice(0, 80) || columnWord(at + 1)
    heads.push(heads.includes(wanted) ? `${wanted} (${at + 1})` : wanted)
  }
  return heads
}
