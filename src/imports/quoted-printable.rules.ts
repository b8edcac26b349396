/** Whether the parameters of a vCard's property say so: `;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE`, in old cards without the name. */
export const isQuotedPrintable = (parameters: string): boolean => /;(encoding=)?"?quoted-printable"?(;|$)/i.test(parameters)

/**
 * Reads the quoted-printable of older phones and address books (RFC 2045, section 6.7), in the letters that the parameters name.
 * An `=` that begins no code is a sign like others; what stands there in plain letters already stays.
 */
export function readQuotedPrintable(value: string, parameters: string): string {
  const decoder = decoderFor(/;charset="?([^";]+)/i.exec(parameters)?.[1] ?? 'utf-8')
  return value.replaceAll(/(?:=[0-9a-f]{2})+/gi, (codes) => decoder.decode(Buffer.from(codes.replaceAll('=', ''), 'hex')))
}

/** Letters that nobody here knows are read as UTF-8. */
function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset.trim())
  } catch {
    return new TextDecoder()
  }
}
