"""F2: what the printed page shows."""

from __future__ import annotations

from docgen.base.catalogue.entry import Entry, Severity

PROOF: dict[str, Entry] = {
    "F201": Entry(
        "没有找到 LibreOffice，排不出页面", "LibreOffice was not found, so no page can be made",
        "装上它：Debian、Ubuntu、统信、麒麟：apt install libreoffice-writer-nogui；"
        "macOS：brew install --cask libreoffice；Windows：到 libreoffice.org 的下载页。"
        "装在别处的，用环境变量 DOCGEN_SOFFICE 写明 soffice 的路径。",
        "Install it: apt install libreoffice-writer-nogui (Debian, Ubuntu), "
        "brew install --cask libreoffice (macOS), or the download page of libreoffice.org (Windows). "
        "DOCGEN_SOFFICE may name a soffice elsewhere.",
    ),
    "F202": Entry(
        "LibreOffice 启动不了：{program}（{reason}）", "LibreOffice cannot be started: {program} ({reason})",
        "核对 DOCGEN_SOFFICE 里写的路径，或去掉它；不行就重装 LibreOffice。",
        "Check the path in DOCGEN_SOFFICE or unset it; else install LibreOffice again.",
    ),
    "F203": Entry(
        "LibreOffice 打不开这个文件，没有得到 PDF", "LibreOffice could not open this file; there is no PDF",
        "用 Word 或 WPS 打开它，另存为 .docx 再试；没有排出版面，不算合格。",
        "Open it in Word or WPS, save it as .docx and try again; not rendered is never a pass.",
    ),
    "F204": Entry(
        "LibreOffice 用了 {seconds} 秒还没有排完版，已停止", "LibreOffice was stopped after {seconds} seconds",
        "再试一次；文件很长的，分开来量。", "Try again; split a very long file.",
    ),
    "F205": Entry(
        "PDF 读不出来（{reason}）", "the PDF cannot be read ({reason})",
        "再生成一次；没有排出版面，不算合格。", "Make it again; not rendered is never a pass.",
    ),
    "F206": Entry(
        "页面上没有正文，没有可量的", "there is no text on the pages, so nothing was measured",
        "看看文件是不是空的，或者文字都在图片里。", "Is the document empty, or its text in pictures?",
        Severity.WARNING,
    ),
    "F210": Entry(
        "写满的行多数是{measured}字，应为{expected}（{ground}）",
        "most full lines hold {measured} characters, should be {expected} ({ground})",
        "左边 28、右边 26 毫米，三号字，字间距紧缩 0.25 磅。",
        "Margins of 28 and 26 mm, 16 pt type, characters condensed by 0.25 pt.",
        Severity.WARNING,
    ),
    "F211": Entry(
        "{pages}第{row}行全是汉字，有{measured}字，应为{expected}（{ground}）",
        "{pages}, line {row}: {measured} Hanzi, should be {expected} ({ground})",
        "看看这一段的缩进、字号和字间距是不是和别的段一样。",
        "Compare the paragraph's indents, size and spacing with the others.",
        Severity.WARNING,
    ),
    "F212": Entry(
        "相邻汉字多数相距{measured}磅，应为{expected}磅（{ground}）",
        "neighbouring Hanzi are mostly {measured} pt apart, should be {expected} pt ({ground})",
        "三号字（16 磅），字间距紧缩 0.25 磅，不对齐字符网格。",
        "16 pt type, characters condensed by 0.25 pt, no character grid.",
        Severity.WARNING,
    ),
    "F213": Entry(
        "{pages}：每页{measured}行，应为{expected}（{ground}）",
        "{pages}: {measured} lines, should be {expected} ({ground})",
        "行距用固定值（一般 28.95 磅），不对齐文档网格，不要段前段后距；关掉孤行控制。",
        "Exact line spacing (usually 28.95 pt), no snapping to the grid, no spacing around paragraphs, no widow control.",
        Severity.WARNING,
    ),
    "F214": Entry(
        "没有写满的页；按量得的行距 {pitch} 磅，一页只能排{measured}行，应为{expected}（{ground}）",
        "no page is full; the line pitch of {pitch} pt leaves room for {measured} lines, should be {expected} ({ground})",
        "行距用固定值（一般 28.95 磅），上边 37、下边 35 毫米。", "Exact line spacing (usually 28.95 pt), margins of 37 and 35 mm.",
        Severity.WARNING,
    ),
    "F215": Entry(
        "{pages}：{edge}量得 {measured} 毫米，应为 {expected}（{ground}）",
        "{pages}: {edge} of {measured} mm, should be {expected} ({ground})",
        "在“页面设置”里改页边距；首行行距、段前距和网格也会移动文字。",
        "Set the page margins; line spacing, space before and the grid move text too.",
        Severity.WARNING,
    ),
    "F216": Entry(
        "{pages}：够{expected}，但离版心下边还空 {measured} 毫米，没有撑满版心（{ground}）",
        "{pages}: {expected}, but {measured} mm short of the foot of the type area ({ground})",
        "行距改成固定值 28.95 磅（28 磅撑不满）。", "Set line spacing to exactly 28.95 pt; 28 pt leaves the foot empty.",
        Severity.WARNING,
    ),
    "F217": Entry(
        "{pages}：纸张 {measured} 毫米，应为 {expected} 毫米（{ground}）",
        "{pages}: paper of {measured} mm, should be {expected} mm ({ground})",
        "在“页面设置”里选 A4。", "Choose A4 in the page setup.",
        Severity.WARNING,
    ),
    "F218": Entry(
        "{pages}没有页码，应为“{expected}”（{ground}）", "{pages}: no page number, should be '{expected}' ({ground})",
        "在页脚里插入页码域，两边各加一字线。", "Insert the page number field into the footer, with a dash on each side.",
        Severity.WARNING,
    ),
    "F219": Entry(
        "{pages}：页码在版心下 {measured} 毫米，应为 {expected}（{ground}）",
        "{pages}: page number {measured} mm below the type area, should be {expected} ({ground})",
        "页脚距页边 25.5 毫米，页码段固定行距 14 磅、段前 12.85 磅。",
        "Footer 25.5 mm from the edge; the number's line exactly 14 pt, with 12.85 pt before it.",
        Severity.WARNING,
    ),
    "F220": Entry(
        "{pages}：页码{measured}，应为{expected}（{ground}）", "{pages}: page number {measured}, should be {expected} ({ground})",
        "通常：勾选“奇偶页不同”，单页页脚右对齐，双页页脚左对齐；单位格式居中的，都居中。",
        "Usually: different odd and even footers, odd aligned right, even left; a house that centres, all in the middle.",
        Severity.WARNING,
    ),
    "F221": Entry(
        "{pages}：页码写作“{measured}”，应为“{expected}”（{ground}）",
        "{pages}: page number reads '{measured}', should be '{expected}' ({ground})",
        "数字两边各一条一字线（—），不写“第”“页”。", "A dash (—) on each side of the number, no other words.",
        Severity.WARNING,
    ),
    "F222": Entry(
        "{pages}是横排页，与竖排页相同的位置上没有转过来的页码，请人工核对",
        "{pages} is landscape and has no turned number where upright pages have theirs; look at it",
        "页码放在左边的文本框里，文字转 90 度，打印后与前后页叠在一起看。",
        "Put it into a text box on the left, turned by 90 degrees; print and compare.",
        Severity.INFO,
    ),
    "F223": Entry(
        "{pages}：页码侧边空 {measured} 毫米，应为 {expected} 毫米（{ground}）",
        "{pages}: page number {measured} mm off the side, should be {expected} mm ({ground})",
        "页脚段落的左右缩进设为一个四号字（14 磅）。", "Indent the footer's paragraph by one character of 14 pt.",
        Severity.WARNING,
    ),
    "F224": Entry(
        "信函首页印了页码，应不印（{ground}）", "a letter's first page has a number and should not ({ground})",
        "勾选“首页不同”，首页页脚留空。", "Use a different first page with an empty footer.",
        Severity.WARNING,
    ),
    "F225": Entry(
        "{pages}的页码印着 {measured}，接前页应是 {expected}（{ground}）",
        "{pages} is numbered {measured}, should be {expected} ({ground})",
        "各节的页码都设为“续前节”。", "Let every section continue the page numbers of the one before.",
        Severity.WARNING,
    ),
    "F226": Entry(
        "发文机关标志上边量得 {measured} 毫米，应为 {expected}（{ground}）",
        "the issuing mark's top is at {measured} mm, should be {expected} ({ground})",
        "调标志上面的空行或文本框的位置。", "Move the mark: the empty line above it, or its box.",
        Severity.WARNING,
    ),
    "F227": Entry(
        "红色分隔线在上一行下 {measured} 毫米，应为 {expected}（{ground}）",
        "the red line is {measured} mm below the line above it, should be {expected} ({ground})",
        "调发文字号段落下框线的间距。", "Change the distance of the paragraph's lower border from its text.",
        Severity.WARNING,
    ),
    "F228": Entry(
        "下红色双线距下页边 {measured} 毫米，应为 {expected}（{ground}）",
        "the lower double line is {measured} mm off the page's edge, should be {expected} ({ground})",
        "调这条线的位置（相对页面）。", "Move the line; its position is relative to the page.",
        Severity.WARNING,
    ),
    "F229": Entry(
        "红线长 {measured} 毫米，应为 {expected}（{ground}）", "the red line is {measured} mm long, should be {expected} ({ground})",
        "红线与版心等宽；信函的双线长 170 毫米、居中。", "As wide as the type area; a letter's are 170 mm, centred.",
        Severity.WARNING,
    ),
    "F230": Entry(
        "首页没有正文（{ground}）", "page 1 has no body text ({ground})",
        "压缩版头；主送机关太多的，移到版记。", "Make the head smaller; move a long list of addressees to the imprint.",
        Severity.WARNING,
    ),
    "F231": Entry(
        "{pages}只有署名和日期，没有正文（{ground}）", "{pages} has a signature and date, but no text ({ground})",
        "微调行距或字距，让正文移过来一两行；不要写“此页无正文”。",
        "Adjust the line or character pitch so that some text comes with it.",
        Severity.WARNING,
    ),
    "F232": Entry(
        "版记在{pages}，应在最后一页（第{expected}页）（{ground}）",
        "the imprint is on {pages}, should be on the last page ({expected}) ({ground})",
        "版记放在附件之后。", "Put the imprint after the attachments.",
        Severity.WARNING,
    ),
    "F233": Entry(
        "{pages}：版记末线在版心下边以上 {measured} 毫米，应与它重合（{ground}）",
        "{pages}: the imprint ends {measured} mm above the foot of the type area, on which it should lie ({ground})",
        "用对齐到版心底部的图文框放版记。", "Put the imprint in a frame aligned to the bottom margin.",
        Severity.WARNING,
    ),
    "F234": Entry(
        "{pages}：版记末线超出版心下边 {measured} 毫米，应与它重合（{ground}）",
        "{pages}: the imprint ends {measured} mm below the foot of the type area, on which it should lie ({ground})",
        "用对齐到版心底部的图文框放版记。", "Put the imprint in a frame aligned to the bottom margin.",
        Severity.WARNING,
    ),
    "F235": Entry(
        "这台电脑没有装：{fonts}；版式可信，字形不是", "not installed here: {fonts}; the layout is proved, the glyphs are not",
        "要看字形，装上这些字体再量。", "Install the fonts to see the real glyphs.",
        Severity.INFO,
    ),
    "F236": Entry(
        "这台电脑没有装{fonts}，也没有合适的替代字体，量得的版式不一定准",
        "not installed here and without a fit stand-in: {fonts}; what was measured may be off",
        "装上这些字体再量。", "Install the fonts and measure again.",
        Severity.WARNING,
    ),
    "F237": Entry(
        "{pages}：“{characters}”没有字形，印成了空框（{codes}）", "{pages}: no glyph for '{characters}', an empty box is printed ({codes})",
        "换一种有这些字的字体，或核对是不是打错了字。", "Use a font that has them, or check whether they are mistyped.",
        Severity.WARNING,
    ),
    "F238": Entry(
        "{pages}：“{characters}”是从别的字体借来的（{codes}）", "{pages}: '{characters}' came from another font ({codes})",
        "人名用字少见的，换成字数更全的字体（如 _GBK）。", "For rare characters in names use a larger font (such as _GBK).",
        Severity.INFO,
    ),
    "F239": Entry(
        "{pages}横排，{edge}只空 {measured} 毫米，至少 {expected} 毫米才在转过来的版心里（{ground}）",
        "{pages} is landscape; {edge}: {measured} mm, at least {expected} mm keep it inside the turned type area ({ground})",
        "横排页的页边距是竖排页的转过来：上 28、右 37、下 26、左 35 毫米；表格缩到版心以内。",
        "Turn the margins with the page: top 28, right 37, bottom 26, left 35 mm; keep tables inside.",
        Severity.WARNING,
    ),
    "F240": Entry(
        "PDF 里有代用字体，这台电脑没有装：{fonts}", "the PDF has stand-in fonts; not installed here: {fonts}",
        "正式印发前，在装了这些字体的电脑上再生成一次，或用 Word、WPS 打印 .docx。",
        "Before it is issued, build it where the fonts are installed, or print the .docx in Word or WPS.",
        Severity.WARNING,
    ),
    "F241": Entry(
        "首页有发文机关标志，没有红色分隔线（{ground}）", "page 1 has an issuing mark and no red line ({ground})",
        "在发文字号下面 4 毫米处加一条与版心等宽的红线。", "Add a red line as wide as the type area, 4 mm below the document number.",
    ),
}  # fmt: skip
