import { createServer } from 'node:http'

/** A bare server in a process of its own that takes whatever is sent and throws it away; tells its parent its port. */
const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => response.end())
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
process.on('disconnect', () => process.exit(0))
