"""Texts that try to get out of a format, documents that carry them, and what of a text may be shown."""

import unicodedata
from xml.sax.saxutils import quoteattr

# Marks that combine, letters that join what follows, jamo, selectors, tags, format and C1 characters. XML has no place
# for the controls below U+0020.
SCALARS = [
    0x300, 0x301, 0x304, 0x338, 0x34F, 0x20DD, 0x20E3, 0x903, 0xD4E, 0x111C2, 0x600, 0x6DD, 0x1100, 0x1161, 0x11A8,
    0x115F, 0x3164, 0xFE0F, 0xE0020, 0xE0100, 0x1F3FB, 0x200B, 0x200D, 0x200F, 0x202E, 0x2066, 0xFEFF, 0xAD, 0x7F, 0x85,
    0x9B, 0x9D, 0x2028, 0x2029, 0xA0, 0x3000, 0xE000, 0xFF1D, 0xFF0B, 0x201C, 0x61, 0x31,
]
SIGNS = "<>&\"'|[]*\\{}$#%_^~@,;=+-/:.!`()"
WHOLE = [
    "<script>alert(1)</script>", "\u0d4e<img src=x onerror=alert(1) \u0d4e>", "</td></tr></table><p>", "-->", "]]>",
    "\" onload=\"x", "| a | b |", "a\"\u20d7,=cmd|' /C calc'!A0,\"", "\u3000=1+1;@SUM(1)", "\\input{x}\\write18{y}",
    "[5] broken", "*star", "}}, evil={x", "@string{a={b}}", "https://a.org www.b.org", "- a", "1. a", "    code",
    "[a](javascript:b)", "![a](b)", "<https://a.org>", "~~a~~ **b** `c` $d$", "'; system(\"ls\")", "{/:Bold x} \\U+0041",
    "^^5cinput %n %s", "= a", "# a", "> a", "+ a", "--- a", "\\", "a\\", "``a'' -- ?`", "&lt; &#60; &amp;lt;",
]


def texts():
    """Every scalar before and behind every sign, at the beginning by turns and inside."""
    found = list(WHOLE)
    for number, scalar in enumerate(map(chr, SCALARS)):
        for place, sign in enumerate(SIGNS):
            parts = [f"{scalar}{sign}{scalar}", f"{sign}{scalar}a"]
            parts = parts if (number + place) % 2 == 0 else parts[::-1]
            found.append(f"{parts[0]} a{sign}{scalar}{sign}b {parts[1]} {scalar}{scalar}{sign}{sign}")
    return found


def shown(text):
    """What is left of a text on a line, by this script's own tables of Unicode."""
    ignored = [0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0]
    result = ""
    for scalar in text:
        category = unicodedata.category(scalar)
        value = ord(scalar)
        if category in ("Cc", "Zl", "Zp"):
            result += " "
        elif category in ("Cf", "Cs", "Co", "Cn") or value in ignored or 0xFE00 <= value <= 0xFE0F:
            continue
        elif 0x180B <= value <= 0x180F or 0xE0000 <= value <= 0xE0FFF:
            continue
        elif category in ("Mn", "Mc", "Me") and (not result or (result[-1].isascii() and not result[-1].isalnum())):
            struck = {"<": "≮", ">": "≯", "=": "≠"}.get(result[-1:])
            result = result[:-1] + struck if struck and value == 0x338 else result + "\u25cc" + scalar
        else:
            result += scalar
    return result


def forbidden(text):
    """What a terminal obeys."""
    return {f"U+{ord(s):04X}" for s in text if s != "\n" and unicodedata.category(s) in ("Cc", "Cf", "Zl", "Zp", "Co")}


def document(number, text, coupling):
    """A limit that says the text wherever a document says words."""
    word = "".join(s if s.isascii() and s.isprintable() else f"\0{ord(s)};" for s in text)
    value = quoteattr(word, {"\0": "&#"})
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
<RESOURCE name={value} type="results" utype="limit:Limit">
<INFO name="reference_1_citation" value={value}/>
<INFO name="reference_1_arxiv" value="{'2401.%05d' % number if number % 2 else ''}"/>
<INFO name="assumption" value={value}/>
<PARAM name="stem" datatype="char" arraysize="*" utype="limit:Limit.stem" value="n{number}"/>
<PARAM name="kind" datatype="char" arraysize="*" utype="limit:Curve.kind" value="observed"/>
<PARAM name="confidence_level" datatype="double" utype="limit:Curve.confidenceLevel" value="0.9"/>
<PARAM name="confidence_level_basis" datatype="char" arraysize="*" utype="limit:Curve.confidenceLevelBasis" value="stated"/>
<PARAM name="kinetic_mixing" datatype="char" arraysize="*" utype="limit:Model.kineticMixing" value="none"/>
<PARAM name="method" datatype="char" arraysize="*" utype="limit:Digitisation.method" value="published"/>
<PARAM name="method_note" datatype="char" arraysize="*" utype="limit:Digitisation.note" value={value}/>
<PARAM name="status" datatype="char" arraysize="*" utype="limit:Limit.status" value="unvalidated"/>
<TABLE name="observed" utype="limit:Curve">
<PARAM name="excluded_side" datatype="char" arraysize="*" utype="limit:Curve.excludedSide" value="above"/>
<PARAM name="topology" datatype="char" arraysize="*" utype="limit:Curve.topology" value="open"/>
<FIELD name="mass" datatype="double" unit="MeV" ucd="phys.mass;phys.particle" utype="limit:Curve.x"/>
<FIELD name="coupling" datatype="double" unit="" ucd="arith.factor;stat.max" utype="limit:Curve.y"/>
<DATA><TABLEDATA><TR><TD>1</TD><TD>{coupling}</TD></TR><TR><TD>1000</TD><TD>{coupling}</TD></TR></TABLEDATA></DATA>
</TABLE></RESOURCE></VOTABLE>
"""
