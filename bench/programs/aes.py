"""AES-128 in counter mode written with lists of bytes (FIPS 197): table look-ups, shifts, exclusive or."""


def tables():
    power, log = [0] * 256, [0] * 256
    x = 1
    for i in range(255):
        power[i], log[x] = x, i
        x ^= (x << 1) ^ (0x11B if x & 0x80 else 0)
        x &= 0xFF
    sbox = [0x63] * 256
    for n in range(1, 256):
        inverse = power[(255 - log[n]) % 255]
        result = inverse
        for _ in range(4):
            inverse = ((inverse << 1) | (inverse >> 7)) & 0xFF
            result ^= inverse
        sbox[n] = result ^ 0x63
    return sbox


SBOX = tables()
DOUBLE = [((n << 1) ^ (0x1B if n & 0x80 else 0)) & 0xFF for n in range(256)]
TRIPLE = [DOUBLE[n] ^ n for n in range(256)]


def expand(key):
    words = [list(key[i:i + 4]) for i in range(0, 16, 4)]
    constant = 1
    for i in range(4, 44):
        word = list(words[i - 1])
        if i % 4 == 0:
            word = [SBOX[b] for b in word[1:] + word[:1]]
            word[0] ^= constant
            constant = DOUBLE[constant]
        words.append([a ^ b for a, b in zip(words[i - 4], word)])
    return [sum(words[i:i + 4], []) for i in range(0, 44, 4)]


SHIFT = [0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11]


def encrypt_block(keys, block):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for n in range(1, 10):
        state = [SBOX[state[i]] for i in SHIFT]
        mixed = []
        for c in range(0, 16, 4):
            a, b, d, e = state[c], state[c + 1], state[c + 2], state[c + 3]
            mixed.append(DOUBLE[a] ^ TRIPLE[b] ^ d ^ e)
            mixed.append(a ^ DOUBLE[b] ^ TRIPLE[d] ^ e)
            mixed.append(a ^ b ^ DOUBLE[d] ^ TRIPLE[e])
            mixed.append(TRIPLE[a] ^ b ^ d ^ DOUBLE[e])
        key = keys[n]
        state = [mixed[i] ^ key[i] for i in range(16)]
    last = keys[10]
    return [SBOX[state[SHIFT[i]]] ^ last[i] for i in range(16)]


def counter_mode(key, data):
    keys = expand(key)
    out = bytearray()
    for n in range(0, len(data), 16):
        stream = encrypt_block(keys, list((n // 16).to_bytes(16, "big")))
        out += bytes(a ^ b for a, b in zip(data[n:n + 16], stream))
    return bytes(out)


key = bytes(range(16))
assert bytes(encrypt_block(expand(key), list(bytes.fromhex("00112233445566778899aabbccddeeff")))).hex() == "69c4e0d86a7b0430d8cdb78070b4c55a"
text = b"This is a test. What could possibly go wrong? " * 2500
secret = counter_mode(key, text)
print(secret[:16].hex(), counter_mode(key, secret) == text)
