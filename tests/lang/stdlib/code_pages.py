# The single-byte encodings with tables: every byte and every name of each, messages, handlers, files.
import codecs
import hashlib
import io
import os

PAGES = ['cp437', 'cp850', 'cp852', 'cp855', 'cp857', 'cp858', 'cp860', 'cp861', 'cp862', 'cp863', 'cp864', 'cp865', 'cp866', 'cp1250',
         'cp1251', 'cp1252', 'cp1253', 'cp1254', 'cp1255', 'cp1256', 'cp1257', 'cp1258', 'koi8-r', 'koi8-u', 'koi8-t', 'mac-roman',
         'mac-cyrillic', 'mac-latin2', 'mac-greek', 'mac-turkish', 'mac-arabic', 'mac-farsi', 'mac-iceland', 'mac-romanian', 'mac-croatian',
         'cp037', 'cp273', 'cp424', 'cp500', 'cp720', 'cp737', 'cp775', 'cp856', 'cp869', 'cp874', 'cp875', 'cp1006', 'cp1026', 'cp1125',
         'cp1140', 'hp-roman8', 'kz1048', 'palmos', 'ptcp154', 'tis-620'] + [f'iso8859-{n}' for n in range(1, 17) if n != 12]

for page in PAGES:
    every = bytes(range(256))
    text = every.decode(page, 'replace')
    known = text.replace('\ufffd', '')
    coded = known.encode(page)
    print(page, hashlib.md5(text.encode()).hexdigest(), hashlib.md5(coded).hexdigest(), coded.decode(page) == known)
    print(codecs.lookup(page).name, 'Az9 <?>'.encode(page), 'x\u20ac\u4e2d'.encode(page, 'xmlcharrefreplace'))

for name in ['latin2', 'L2', 'ISO-8859-2', 'iso8859_2', 'ISO_8859-2:1987', 'csISOLatin2', 'greek', 'Hebrew', 'cyrillic', 'arabic', 'thai',
             'windows-1251', 'Windows_1252', '1252', '437', 'IBM437', 'cp866', 'KOI8_R', 'cskoi8r', 'macintosh', 'MacRoman', 'maccyrillic',
             'mac_centeuro', 'latin9', 'l10', 'ebcdic-cp-us', 'tis620', 'iso-ir-166', '  cp1250', 'cp1250 ', '-cp1250-', 'cp--1250',
             'cp1259', 'iso8859-12', 'koi8', 'cp', '', 'latin11', 'mac']:
    try:
        print(repr(name), codecs.lookup(name).name)
    except LookupError as error:
        print(repr(name), error)

for page, text in [('cp1252', 'a\u0416\u0416b'), ('cp437', '\u20ac'), ('iso8859-2', 'x\ud800'), ('koi8-r', '\U0001f600!'), ('cp864', '50%')]:
    for errors in ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass']:
        try:
            print(page, errors, text.encode(page, errors))
        except UnicodeEncodeError as error:
            print(page, errors, error, error.encoding, error.start, error.end, error.reason)
for page, data in [('cp1252', b'a\x81b'), ('iso8859-6', b'\xff\xfe'), ('cp1253', b'\xd2\xaa!')]:
    for errors in ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape']:
        try:
            print(page, errors, ascii(data.decode(page, errors)))
        except UnicodeDecodeError as error:
            print(page, errors, error, error.encoding, error.start, error.end, error.reason)
print(b'\x81'.decode('cp1252', 'surrogateescape').encode('cp1252', 'surrogateescape'))

path = 'text'
with open(path, 'w', encoding='cp1251', newline='\r\n') as file:
    print(file.write('Привет\nмир\n'), file.encoding, file)
with open(path, 'rb') as file:
    print(file.read())
with open(path, encoding='windows-1251') as file:
    print(file.readline(), file.tell(), file.read(), file.encoding)
with open(path, encoding='cp855') as file:
    print(ascii(file.read()))
try:
    with open(path, 'w', encoding='cp1251') as file:
        file.write('中')
except UnicodeEncodeError as error:
    print(error)
try:
    open(path, encoding='cp12511')
except LookupError as error:
    print(error)
os.remove(path)

wrapper = io.TextIOWrapper(io.BytesIO('ąęłźż\n'.encode('latin2')), encoding='latin2')
print(wrapper.read(), wrapper.encoding)
decoder = codecs.getincrementaldecoder('koi8-u')()
print(''.join(decoder.decode(bytes([b])) for b in 'Їжак'.encode('koi8-u')))
print(codecs.getincrementalencoder('cp866')().encode('да'), str(b'\xe4\xa0', 'cp866'), bytes('да', 'CP866'))
