/**
 * The same WebAssembly with a lower bound on the memory that it may ever ask for (in pages of 64 KB). What asks for more is
 * refused by the engine itself. Throws where the module states no bound that can be lowered.
 */
export function boundedWasm(wasm: Buffer, mostPages: number): Buffer<ArrayBuffer> {
  const bounded = Buffer.from(wasm)
  for (let at = 8; at < bounded.length; ) {
    const section = bounded[at]
    const size = readNumber(bounded, at + 1)
    if (section === memorySection) {
      const least = readNumber(bounded, size.next + 2)
      const hasMost = (bounded[size.next + 1] ?? 0) & 1
      if (!hasMost) break
      const most = readNumber(bounded, least.next)
      if (least.value > mostPages) break
      if (most.value > mostPages) writeNumber(bounded, least.next, most.next, mostPages)
      return bounded
    }
    at = size.next + size.value
  }
  throw new Error('This WebAssembly states no memory that could be bounded')
}

const memorySection = 5

/** Numbers come seven bits at a time, the lowest first. */
function readNumber(bytes: Buffer, from: number): { value: number; next: number } {
  let value = 0
  let at = from
  for (let shift = 0; ; shift += 7, at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) return { value, next: at + 1 }
  }
}

/** In as many bytes as before, so that nothing after it moves. */
function writeNumber(bytes: Buffer, from: number, to: number, value: number) {
  let rest = value
  for (let at = from; at < to; at += 1) {
    bytes[at] = (rest & 0x7f) | (at < to - 1 ? 0x80 : 0)
    rest = Math.floor(rest / 128)
  }
}
