"""Gravitation between five bodies: float arithmetic on attributes of lists (the benchmarks game's problem)."""
import math

PI = math.pi
SOLAR = 4 * PI * PI
YEAR = 365.24


def bodies():
    return [
        [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], SOLAR],
        [[4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
         [0.00166007664274403694 * YEAR, 0.00769901118419740425 * YEAR, -0.0000690460016972063023 * YEAR], 0.000954791938424326609 * SOLAR],
        [[8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
         [-0.00276742510726411 * YEAR, 0.00499852801234917 * YEAR, 0.0000230417297573763929 * YEAR], 0.000285885980666130812 * SOLAR],
        [[12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
         [0.00296460137564761618 * YEAR, 0.00237847173959480950 * YEAR, -0.0000296589568540237556 * YEAR], 0.0000436624404335156298 * SOLAR],
        [[15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
         [0.00268067772490389322 * YEAR, 0.00162824170038242295 * YEAR, -0.0000951592254519715870 * YEAR], 0.0000515138902046611451 * SOLAR],
    ]


def advance(system, pairs, dt):
    for (p1, v1, m1), (p2, v2, m2) in pairs:
        dx = p1[0] - p2[0]
        dy = p1[1] - p2[1]
        dz = p1[2] - p2[2]
        mag = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
        v1[0] -= dx * m2 * mag
        v1[1] -= dy * m2 * mag
        v1[2] -= dz * m2 * mag
        v2[0] += dx * m1 * mag
        v2[1] += dy * m1 * mag
        v2[2] += dz * m1 * mag
    for p, v, m in system:
        p[0] += dt * v[0]
        p[1] += dt * v[1]
        p[2] += dt * v[2]


def energy(system, pairs):
    e = 0.0
    for (p1, v1, m1), (p2, v2, m2) in pairs:
        e -= m1 * m2 / math.sqrt(sum((a - b) ** 2 for a, b in zip(p1, p2)))
    for p, v, m in system:
        e += m * sum(x * x for x in v) / 2.0
    return e


def main(steps):
    system = bodies()
    pairs = [(a, b) for i, a in enumerate(system) for b in system[i + 1:]]
    print("%.9f" % energy(system, pairs))
    for _ in range(steps):
        advance(system, pairs, 0.01)
    print("%.9f" % energy(system, pairs))


main(600000)
