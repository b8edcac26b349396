import { SMTPServer } from 'smtp-server'

/** A mail server in a process of its own that takes everything and counts; tells its parent its port, and the counts or the names of letters when asked. */
const names: string[] = []
const keepsNames = process.argv[2] === 'names'
let letters = 0
let bytes = 0
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(stream, _session, done) {
    let head = ''
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (keepsNames) head += chunk.toString('latin1')
    })
    stream.on('end', () => {
      letters++
      if (keepsNames) names.push(/^message-id: <([^@]+)@/im.exec(head)?.[1] ?? '')
      done()
    })
  },
})
server.on('error', () => undefined)
server.listen(0, '127.0.0.1', () => process.send?.(server.server.address()))
process.on('message', (asked) => process.send?.(asked === 'names' ? names : { letters, bytes }))
process.on('disconnect', () => process.exit(0))
