import { commands } from './cli-commands.ts'
import { StartupProblem } from '#problem'

const [name = 'help', ...words] = process.argv.slice(2)

const command = commands[name] ?? commands['help']
command?.run(words).then(
  (code) => process.exit(commands[name] ? (code ?? 0) : 1),
  (error: unknown) => {
    console.error(error instanceof StartupProblem ? `\n${error.message}\n` : error)
    process.exit(1)
  },
)
