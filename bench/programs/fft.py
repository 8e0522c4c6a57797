"""A complex fast Fourier transform over a flat list of floats (SciMark 2's FFT kernel)."""
from math import pi, sin


def int_log2(n):
    k, log = 1, 0
    while k < n:
        k *= 2
        log += 1
    if n != 1 << log:
        raise ValueError(f"data length is not a power of 2: {n}")
    return log


def bit_reverse(data):
    n = len(data) // 2
    j = 0
    for i in range(n - 1):
        ii, jj, k = i << 1, j << 1, n >> 1
        if i < j:
            data[ii], data[jj] = data[jj], data[ii]
            data[ii + 1], data[jj + 1] = data[jj + 1], data[ii + 1]
        while k <= j:
            j -= k
            k >>= 1
        j += k


def transform(data, direction):
    n = len(data) // 2
    if n == 1:
        return
    log = int_log2(n)
    bit_reverse(data)
    dual = 1
    for _ in range(log):
        w_real, w_imag = 1.0, 0.0
        theta = 2.0 * direction * pi / (2.0 * dual)
        s = sin(theta)
        t = sin(theta / 2.0)
        s2 = 2.0 * t * t
        for b in range(0, n, 2 * dual):
            i, j = 2 * b, 2 * (b + dual)
            wd_real, wd_imag = data[j], data[j + 1]
            data[j] = data[i] - wd_real
            data[j + 1] = data[i + 1] - wd_imag
            data[i] += wd_real
            data[i + 1] += wd_imag
        for a in range(1, dual):
            w_real, w_imag = w_real - s * w_imag - s2 * w_real, w_imag + s * w_real - s2 * w_imag
            for b in range(0, n, 2 * dual):
                i, j = 2 * (b + a), 2 * (b + a + dual)
                z_real, z_imag = data[j], data[j + 1]
                wd_real = w_real * z_real - w_imag * z_imag
                wd_imag = w_real * z_imag + w_imag * z_real
                data[j] = data[i] - wd_real
                data[j + 1] = data[i + 1] - wd_imag
                data[i] += wd_real
                data[i + 1] += wd_imag
        dual *= 2


def inverse(data):
    n = len(data) // 2
    transform(data, 1)
    norm = 1.0 / n
    for i in range(len(data)):
        data[i] *= norm


size = 1 << 14
data = [((i * 7919) % 1000) / 1000.0 for i in range(2 * size)]
original = list(data)
for _ in range(4):
    transform(data, -1)
    peak = max(data)
    inverse(data)
print(f"{peak:.6f}", max(abs(a - b) for a, b in zip(data, original)) < 1e-9)
