/** Runs in a browser, which has the encoders: makes a recording of captions, each sentence a picture, over a quiet tone. */
import { AudioBufferSource, BufferTarget, CanvasSource, Output, WebMOutputFormat } from 'mediabunny'

const size = { width: 960, height: 540 }
const margin = 80

/** Gives the file as Base64. Cues have seconds, speaker and words. */
export async function record(cues) {
  document.fonts.add(await new FontFace('Newsreader', 'url(/font.woff2)', { weight: '400 600' }).load())
  const canvas = new OffscreenCanvas(size.width, size.height)
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat(), target })
  const picture = new CanvasSource(canvas, { codec: 'vp9', bitrate: 60_000, keyFrameInterval: 5 })
  const sound = new AudioBufferSource({ codec: 'opus', bitrate: 12_000 })
  output.addVideoTrack(picture, { frameRate: 2 })
  output.addAudioTrack(sound)
  await output.start()
  const length = cues.at(-1).to
  for (const cue of cues) {
    draw(canvas.getContext('2d'), cue, cue.from / length)
    for (let at = cue.from; at < cue.to; at += 0.5) await picture.add(at, 0.5)
  }
  await sound.add(await tonesOf(cues, length))
  await output.finalize()
  return new Uint8Array(target.buffer).toBase64()
}

function draw(pen, { speaker, words }, part) {
  pen.fillStyle = '#fcfbf8'
  pen.fillRect(0, 0, size.width, size.height)
  pen.fillStyle = '#1f4a73'
  pen.fillRect(margin, 84, 64, 6)
  pen.fillRect(0, size.height - 8, size.width * part, 8)
  pen.font = '500 44px Newsreader'
  pen.fillStyle = '#1f1c19'
  linesOf(pen, words).forEach((line, at) => pen.fillText(line, margin, 160 + at * 56))
  pen.font = '400 26px Newsreader'
  pen.fillStyle = '#5d5750'
  pen.fillText(speaker, margin, 478)
}

function linesOf(pen, words) {
  const lines = ['']
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (pen.measureText(longer).width > size.width - 2 * margin) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** One that fades at the beginning of each sentence. */
function tonesOf(cues, length) {
  const room = new OfflineAudioContext(1, 48_000 * length, 48_000)
  for (const { from } of cues) {
    const tone = new OscillatorNode(room, { frequency: 330 + (from % 3) * 55 })
    const loudness = new GainNode(room, { gain: 0 })
    loudness.gain.setValueAtTime(0.08, from)
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + 1.2)
    tone.connect(loudness).connect(room.destination)
    tone.start(from)
    tone.stop(from + 1.3)
  }
  return room.startRendering()
}
