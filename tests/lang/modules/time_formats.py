# strftime with every directive, flag and width, for years of any length and directives nobody knows.
import random
import time
from datetime import date, datetime

moments = [(1, 1, 1, 0, 0, 0, 0, 1, 0), (33, 2, 28, 23, 59, 61, 6, 59, 0), (999, 12, 31, 12, 0, 0, 1, 365, 0), (1999, 12, 31, 11, 5, 9, 4, 365, 0),
           (2000, 1, 2, 1, 2, 3, 6, 2, 0), (2024, 12, 30, 13, 45, 7, 0, 365, 1), (9999, 12, 31, 23, 59, 59, 4, 365, 0)]
letters = "aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyY%"
for moment in moments:
    for letter in letters:
        print(letter, [time.strftime("%" + flag + letter, moment) for flag in ("", "-", "_", "0", "^", "#")])
    print([time.strftime(form, moment) for form in ("%Ey %Od %EY", "%_5d|%010Y|%-10d|%_10B|%^10a|%3H")])

for form in ("", "%", "%%", "%Q", "%5", "%-", "a%", "%é", "é%Yü", "%E", "%5Q%d", "%i%L%N%o"):
    print(repr(form), repr(time.strftime(form, moments[4])), repr(datetime(33, 4, 5).strftime(form)), repr(date(1, 2, 3).strftime(form)), f"{date(7, 8, 9):%Y-%m}")
for f in (lambda: time.strftime("a\0b"), lambda: date(1, 2, 3).strftime("%Y\0"), lambda: time.strftime("%Y", (1,)), lambda: time.strftime("%Y", (1, 13) + moments[0][2:])):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

r = random.Random(3)
for _ in range(300):
    d = datetime(r.choice((1, 12, 345, 1970, 2024, 9999)), r.randint(1, 12), r.randint(1, 28), r.randint(0, 23), r.randint(0, 59), r.randint(0, 59))
    form = "".join(r.choice(("%", "%-", "%_", "%0", "%3", "x")) + r.choice(letters) for _ in range(6))
    print(form, d.strftime(form).replace("\n", "<n>"), d.time().strftime("%H:%M:%S %p %Y-%j"), sep=" | ")
