/** What a column of a report can say of somebody who was in a call. */
export type Column = 'name' | 'firstName' | 'lastName' | 'email' | 'join' | 'leave' | 'duration' | 'action' | 'moment' | 'attended'

const words = ([text = '']: TemplateStringsArray) => text.trim().split(/\s+/)

/**
 * The headings that meeting programs write, in English, Spanish, French, Portuguese and German: without accents, spaces and signs.
 * Where several stand in one report, the first of the list counts.
 */
const usual: Record<Column, string[]> = {
  name: words`
    nameoriginalname usernameoriginalname fullname displayname name username attendeename participantname attendee
    participant nombreoriginal nombrenombreoriginal nombredeusuarionombreoriginal nombrecompleto nombreparamostrar
    nombredeusuario nombre participante asistente nomnomdorigine nomcomplet nomdutilisateur nom nomenomeoriginal
    nomecompleto nomedeexibicao nomedousuario nome vollstandigername anzeigename`,
  firstName: words`firstname nombredepila nombres prenom vorname`,
  lastName: words`lastname surname apellido apellidos nomdefamille sobrenome nachname`,
  email: words`
    email useremail emailaddress attendeeemail correoelectronico direcciondecorreoelectronico correo
    correoelectronicodelusuario emaildelusuario courriel adresseemail adressemail emaildelutilisateur enderecodeemail
    emaildousuario emailadresse benutzeremail participantidupn iddelparticipanteupn iddeparticipanteupn idduparticipantupn
    iddoparticipanteupn teilnehmeridupn upn`,
  join: words`
    jointime firstjoin firstjointime joined starttime horadeunion primeraunion horadeentrada primeraentrada horadeingreso
    primeraincorporacion horadeincorporacion heuredarrivee premierearrivee heuredeconnexion premiereconnexion
    horariodeentrada primeiraentrada primeiroingresso beitrittszeit ersterbeitritt beitrittsuhrzeit`,
  leave: words`
    leavetime lastleave lastleavetime left endtime horadesalida ultimasalida horadeabandono heurededepart dernierdepart
    heuredesortie dernieresortie horadesaida horariodesaida ultimasaida austrittszeit letzteraustritt letztesverlassen
    verlassenuhrzeit`,
  duration: words`
    inmeetingduration attendanceduration timeinsessionminutes timeinsession durationminutes totaldurationminutes duration
    duracionenlareunion duraciondelareunion tiempoenlareunion tiempoenlasesionminutos tiempoenlasesion duracionminutos
    duraciontotalminutos duracion dureedelareunion dureedanslareunion dureeminutes duree dureetotaleminutes
    duracaonareuniao duracaodareuniao duracaominutos duracaototalminutos duracao besprechungsdauer dauerinderbesprechung
    dauerminuten gesamtdauerminuten dauer`,
  action: words`useraction acciondelusuario actiondelutilisateur acaodousuario benutzeraktion`,
  moment: words`timestamp marcadetiempo horodatage carimbodedatahora zeitstempel`,
  attended: words`attended asistio participation compareceu teilgenommen`,
}

/** In which place of a row each thing stands. */
export type Columns = Partial<Record<Column, number>>

const plain = (heading: string) =>
  heading
    .slice(0, 100)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Reads a line as headings; null when it is none: it must name who, and how long or from when to when. */
export function columnsOf(cells: string[]): Columns | null {
  const heads = cells.map(plain)
  const columns: Columns = {}
  for (const [column, known] of Object.entries(usual) as [Column, string[]][]) {
    const word = known.find((one) => heads.includes(one))
    if (word !== undefined) columns[column] = heads.indexOf(word)
  }
  return isEnough.some((needed) => needed.every((column) => columns[column] !== undefined)) ? columns : null
}

const isEnough = (['name', 'firstName'] as const).flatMap((who): Column[][] => [
  [who, 'duration'],
  [who, 'join', 'leave'],
  [who, 'action', 'moment'],
])

export type Service = 'zoom' | 'teams' | 'webex' | 'goto' | 'other'

const signs: [Service, RegExp][] = [
  ['teams', /upn|useraction|acciondelusuario|benutzeraktion|inmeetingduration/],
  ['webex', /^attendeeemail|attendanceduration|connectiontype/],
  ['goto', /interestrating|unsubscribed/],
  ['zoom', /original|^useremail$|^guest$|^invitado$|recordingconsent|disclaimer|waitingroom|registrationtime|^isguest$/],
  ['goto', /timeinsession/],
]

/** Which program wrote the report, by words that only it uses. */
export function serviceOf(cells: string[]): Service {
  const heads = cells.map(plain)
  return signs.find(([, sign]) => heads.some((head) => sign.test(head)))?.[0] ?? 'other'
}
