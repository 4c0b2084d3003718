import Reading

/// A PDF with one Helvetica line for every text, written by hand.
func pdf(_ pages: [[String]], trailer: String = "") -> [UInt8] {
  let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
  var objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ]
  for (index, lines) in pages.enumerated() {
    let content = lines.enumerated().filter { !$0.element.isEmpty }
      .map { "BT /F1 11 Tf 72 \(760 - 14 * $0.offset) Td (\($0.element)) Tj ET\n" }.joined()
    objects.append(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        + "/Resources << /Font << /F1 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>"
    )
    objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream")
  }
  var file = "%PDF-1.4\n"
  var table = "0000000000 65535 f \n"
  for (index, object) in objects.enumerated() {
    let offset = String(file.utf8.count)
    table += String(repeating: "0", count: 10 - offset.count) + "\(offset) 00000 n \n"
    file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
  }
  let start = file.utf8.count
  file += "xref\n0 \(objects.count + 1)\n\(table)trailer << /Size \(objects.count + 1) /Root 1 0 R "
  return Array("\(file)\(trailer)>>\nstartxref\n\(start)\n%%EOF\n".utf8)
}

/// A zip file whose entries are stored as they are.
func zip(_ entries: [(path: String, bytes: [UInt8])]) -> [UInt8] {
  var file: [UInt8] = []
  var directory: [UInt8] = []
  for (path, bytes) in entries {
    let offset = file.count
    let common =
      little(20, 2) + little(0, 8) + little(crc(bytes), 4) + little(bytes.count, 4)
      + little(bytes.count, 4) + little(path.utf8.count, 2) + little(0, 2)
    file += little(0x0403_4B50, 4) + common + path.utf8 + bytes
    directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10)
    directory += little(offset, 4) + path.utf8
  }
  let end =
    little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
    + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
  return file + directory + end
}

/// A Word document with this body, and other parts beside it.
func word(_ body: String, parts: [String: String] = [:], prolog: String = "") -> [UInt8] {
  let text = """
    <?xml version="1.0" encoding="UTF-8"?>\(prolog)
    <w:document xmlns:w="w" xmlns:m="m" xmlns:mc="mc"><w:body>\(body)</w:body></w:document>
    """
  let others = parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
  return zip(
    [("[Content_Types].xml", Array("<Types/>".utf8))] + others
      + [("word/document.xml", Array(text.utf8))]
  )
}

/// A paragraph of plain runs in some style.
func paragraph(_ text: String, style: String? = nil) -> String {
  let style = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
  return "<w:p>\(style)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
}

/// Makes a document of some kind.
func document(_ kind: Document.Kind, _ bytes: [UInt8]) throws(DocumentError) -> Document {
  try Document(name: "made.\(kind.rawValue)", kind: kind, bytes: bytes)
}

/// Makes a document of a web page.
func page(_ html: String) throws(DocumentError) -> Document {
  try document(.html, Array(html.utf8))
}

private func little(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
}

private func crc(_ bytes: [UInt8]) -> Int {
  // What is refused for its length is never compared.
  guard bytes.count < 1 << 20 else { return 0 }
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return Int(~sum)
}
