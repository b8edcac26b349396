import sax from 'sax'

export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }

/** Reads a document as strictly as XML asks; what is not well-formed throws. */
export function readXml(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = sax.parser(true, { xmlns: false })
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  }
  parser.onclosetag = () => void open.pop()
  parser.ontext = (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.write(xml).close()
  const [root] = top.children
  if (!root) throw new Error('There is no element.')
  return root
}

/** What stands in the children of this name. */
export const textsOf = (element: XmlElement, name: string): string[] => childrenOf(element, name).map((child) => child.text)

export const childrenOf = (element: XmlElement, name: string): XmlElement[] => element.children.filter((child) => child.name === name)
