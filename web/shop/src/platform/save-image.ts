// #ifdef H5
import { saveFile } from './save-file'
// #endif

/** A small sheet of lines as a picture: what it is, and what it says. */
export interface Sheet {
  title: string
  lines: readonly string[]
  foot: string
}

const WIDTH = 720
const EDGE = 48
const LINE = 56
const MONO = '28px ui-monospace, Menlo, Consolas, monospace'

interface Pen {
  fillStyle: string | object
  font: string
  fillRect(x: number, y: number, w: number, h: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
}

/** Codes are never cut: a line that is too long goes on in the next. */
export function broken(text: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const sign of text) {
    if (line !== '' && !fits(line + sign)) {
      lines.push(line)
      line = ''
    }
    line += sign
  }
  return [...lines, line]
}

function rows(sheet: Sheet, pen: Pen): string[] {
  pen.font = MONO
  return sheet.lines.flatMap((line) => broken(line, (part) => pen.measureText(part).width <= WIDTH - 2 * EDGE))
}

const heightOf = (count: number) => EDGE * 2 + LINE * (count + 2)

function draw(pen: Pen, sheet: Sheet, lines: string[]): void {
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, WIDTH, heightOf(lines.length))
  pen.fillStyle = 'black'
  pen.font = 'bold 32px sans-serif'
  pen.fillText(sheet.title, EDGE, EDGE + 24)
  pen.font = MONO
  lines.forEach((line, at) => pen.fillText(line, EDGE, EDGE + LINE * (at + 1) + 36))
  pen.font = '22px sans-serif'
  pen.fillText(sheet.foot, EDGE, heightOf(lines.length) - EDGE)
}

/** True when the picture lies with the user: among his photos, or in his downloads. */
export async function saveImage(name: string, sheet: Sheet): Promise<boolean> {
  // #ifdef H5
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (pen === null) return false
  const lines = rows(sheet, pen)
  canvas.width = WIDTH
  canvas.height = heightOf(lines.length)
  draw(pen, sheet, lines)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (blob === null) return false
  saveFile(`${name}.png`, blob)
  return true
  // #endif
  // #ifndef H5
  return saveInMiniProgram(sheet)
  // #endif
}

// #ifndef H5
interface MiniCanvas {
  width: number
  height: number
  getContext(kind: '2d'): Pen
}

async function saveInMiniProgram(sheet: Sheet): Promise<boolean> {
  const make = (uni as unknown as { createOffscreenCanvas?(options: object): MiniCanvas }).createOffscreenCanvas
  if (make === undefined) return false
  const canvas = make({ type: '2d', width: WIDTH, height: heightOf(1) })
  const pen = canvas.getContext('2d')
  const lines = rows(sheet, pen)
  canvas.width = WIDTH
  canvas.height = heightOf(lines.length)
  draw(pen, sheet, lines)
  return new Promise((done) => uni.canvasToTempFilePath({
    canvas,
    success: (made: { tempFilePath: string }) => uni.saveImageToPhotosAlbum({
      filePath: made.tempFilePath, success: () => done(true), fail: () => done(false),
    }),
    fail: () => done(false),
  } as unknown as UniNamespace.CanvasToTempFilePathOptions))
}
// #endif
