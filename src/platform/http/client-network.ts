/**
 * The part of a client's address that belongs to one household or office: /24 of IPv4, /64 of IPv6. Tries are counted
 * by it, since whoever holds one address of an IPv6 network holds them all.
 */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  const [head = '', tail] = plain.split('::')
  const left = groups(head)
  const right = groups(tail ?? '')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}

const groups = (part: string) => (part ? part.split(':').map((group) => group.replace(/^0+(?=.)/, '')) : [])
