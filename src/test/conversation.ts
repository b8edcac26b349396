import { connect } from 'node:net'

/** A conversation by hand, for tests: sends these lines as they are, all at once after the greeting, and gives what was answered until the end. */
export function say(port: number, lines: string[] | string): Promise<string[]> {
  const text = typeof lines === 'string' ? lines : `${lines.join('\r\n')}\r\n`
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1')
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      if (heard === '') socket.write(text, 'latin1')
      heard += String(chunk)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard.split('\r\n').filter(Boolean)))
  })
}
