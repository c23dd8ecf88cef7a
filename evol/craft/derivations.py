"""The functions behind `evol.craft.relations`: each relation as a closed form, and as its definition counted out (`..._counted`).

Their sources are quoted in tasks, so each is complete but for `math` and written to be read.
"""

import math


def digit_sum(n: int) -> int:
    return sum(int(digit) for digit in str(n))


def digit_sum_counted(n: int) -> int:
    total = 0
    while n:
        n, digit = divmod(n, 10)
        total += digit
    return total


def digital_root(n: int) -> int:
    return 1 + (n - 1) % 9 if n else 0


def digital_root_counted(n: int) -> int:
    while n > 9:
        n = sum(int(digit) for digit in str(n))
    return n


def triangular_number(n: int) -> int:
    return n * (n + 1) // 2


def triangular_number_counted(n: int) -> int:
    return sum(range(1, n + 1))


def sum_of_squares(n: int) -> int:
    return n * (n + 1) * (2 * n + 1) // 6


def sum_of_squares_counted(n: int) -> int:
    return sum(k * k for k in range(1, n + 1))


def sum_of_cubes(n: int) -> int:
    return (n * (n + 1) // 2) ** 2


def sum_of_cubes_counted(n: int) -> int:
    return sum(k**3 for k in range(1, n + 1))


def alternating_sum(n: int) -> int:
    return (n + 1) // 2 if n % 2 else -(n // 2)


def alternating_sum_counted(n: int) -> int:
    return sum(k if k % 2 else -k for k in range(1, n + 1))


def geometric_sum(n: int) -> int:
    result: int = (3 ** (n + 1) - 1) // 2
    return result


def geometric_sum_counted(n: int) -> int:
    return sum(3**k for k in range(n + 1))


def divisor_count(n: int) -> int:
    count, factor = 1, 2
    while factor * factor <= n:
        power = 0
        while n % factor == 0:
            n //= factor
            power += 1
        count *= power + 1
        factor += 1
    return count * 2 if n > 1 else count


def divisor_count_counted(n: int) -> int:
    return sum(1 for k in range(1, n + 1) if n % k == 0)


def divisor_sum(n: int) -> int:
    total, factor = 1, 2
    while factor * factor <= n:
        term = 1
        while n % factor == 0:
            n //= factor
            term = term * factor + 1
        total *= term
        factor += 1
    return total * (n + 1) if n > 1 else total


def divisor_sum_counted(n: int) -> int:
    return sum(k for k in range(1, n + 1) if n % k == 0)


def totient(n: int) -> int:
    result, rest, factor = n, n, 2
    while factor * factor <= rest:
        if rest % factor == 0:
            while rest % factor == 0:
                rest //= factor
            result -= result // factor
        factor += 1
    return result - result // rest if rest > 1 else result


def totient_counted(n: int) -> int:
    return sum(1 for k in range(1, n + 1) if math.gcd(k, n) == 1)


def primes_up_to(n: int) -> int:
    sieve = [k > 1 for k in range(n + 1)]
    for k in range(2, math.isqrt(n) + 1):
        if sieve[k]:
            for multiple in range(k * k, n + 1, k):
                sieve[multiple] = False
    return sum(sieve)


def primes_up_to_counted(n: int) -> int:
    return sum(1 for k in range(2, n + 1) if all(k % d for d in range(2, k)))


def largest_prime_factor(n: int) -> int:
    factor = 2
    while factor * factor <= n:
        if n % factor == 0:
            n //= factor
        else:
            factor += 1
    return n


def largest_prime_factor_counted(n: int) -> int:
    return max(k for k in range(2, n + 1) if n % k == 0 and all(k % d for d in range(2, k)))


def common_divisor_with_360(n: int) -> int:
    a, b = n, 360
    while b:
        a, b = b, a % b
    return a


def common_divisor_with_360_counted(n: int) -> int:
    return max(k for k in range(1, 361) if n % k == 0 and 360 % k == 0)


def common_multiple_with_12(n: int) -> int:
    return n * 12 // math.gcd(n, 12)


def common_multiple_with_12_counted(n: int) -> int:
    multiple = n
    while multiple % 12:
        multiple += n
    return multiple


def power_of_three_mod_1000(n: int) -> int:
    return pow(3, n, 1000)


def power_of_three_mod_1000_counted(n: int) -> int:
    value = 1
    for _ in range(n):
        value = value * 3 % 1000
    return value


def pairs_of(n: int) -> int:
    return math.comb(n, 2)


def pairs_of_counted(n: int) -> int:
    return sum(1 for i in range(n) for j in range(i))


def triples_of(n: int) -> int:
    return math.comb(n, 3)


def triples_of_counted(n: int) -> int:
    return sum(1 for i in range(n) for j in range(i) for _ in range(j))


def lattice_paths(n: int) -> int:
    return math.comb(2 * n, n)


def lattice_paths_counted(n: int) -> int:
    row = [1] * (n + 1)
    for _ in range(n):
        for k in range(1, n + 1):
            row[k] += row[k - 1]
    return row[n]


def catalan_number(n: int) -> int:
    return math.comb(2 * n, n) // (n + 1)


def catalan_number_counted(n: int) -> int:
    counts = [1]
    for size in range(1, n + 1):
        counts.append(sum(counts[k] * counts[size - 1 - k] for k in range(size)))
    return counts[n]


def derangements(n: int) -> int:
    before, current = 1, 0
    for k in range(2, n + 1):
        before, current = current, (k - 1) * (before + current)
    return current if n else 1


def derangements_counted(n: int) -> int:
    return sum((-1) ** k * math.factorial(n) // math.factorial(k) for k in range(n + 1))


def is_difference_of_squares(n: int) -> bool:
    return n % 4 != 2


def is_difference_of_squares_counted(n: int) -> bool:
    return any(a * a - b * b == n for a in range(n + 2) for b in range(a + 1))


def is_sum_of_two_squares(n: int) -> bool:
    factor = 2
    while factor * factor <= n:
        power = 0
        while n % factor == 0:
            n //= factor
            power += 1
        if factor % 4 == 3 and power % 2:
            return False
        factor += 1
    return n % 4 != 3


def is_sum_of_two_squares_counted(n: int) -> bool:
    return any(a * a + b * b == n for a in range(n + 1) for b in range(a + 1))


def trailing_zeros_of_factorial(n: int) -> int:
    count = 0
    while n:
        n //= 5
        count += n
    return count


def trailing_zeros_of_factorial_counted(n: int) -> int:
    text = str(math.factorial(n))
    return len(text) - len(text.rstrip("0"))


def binary_ones(n: int) -> int:
    return bin(n).count("1")


def binary_ones_counted(n: int) -> int:
    count = 0
    while n:
        count += n % 2
        n //= 2
    return count


def floor_square_root(n: int) -> int:
    return math.isqrt(n)


def floor_square_root_counted(n: int) -> int:
    root = 0
    while (root + 1) * (root + 1) <= n:
        root += 1
    return root


def polygon_diagonals(n: int) -> int:
    return n * (n - 3) // 2


def polygon_diagonals_counted(n: int) -> int:
    return sum(1 for i in range(n) for j in range(i) if i - j not in (1, n - 1))


def pizza_pieces(n: int) -> int:
    return (n * n + n + 2) // 2


def pizza_pieces_counted(n: int) -> int:
    pieces = 1
    for cut in range(1, n + 1):
        pieces += cut
    return pieces


def rectangles_in_grid(n: int) -> int:
    return (n * (n + 1) // 2) ** 2


def rectangles_in_grid_counted(n: int) -> int:
    return sum((n - width + 1) * (n - height + 1) for width in range(1, n + 1) for height in range(1, n + 1))


def multiples_of_3_or_5(n: int) -> int:
    return n // 3 + n // 5 - n // 15


def multiples_of_3_or_5_counted(n: int) -> int:
    return sum(1 for k in range(1, n + 1) if k % 3 == 0 or k % 5 == 0)


def largest_power_of_two_dividing(n: int) -> int:
    return n & -n


def largest_power_of_two_dividing_counted(n: int) -> int:
    power = 1
    while n % (power * 2) == 0:
        power *= 2
    return power


def digits_in_base_7(n: int) -> str:
    digits = ""
    while n:
        n, digit = divmod(n, 7)
        digits = str(digit) + digits
    return digits or "0"


def digits_in_base_7_counted(n: int) -> str:
    place = 1
    while place * 7 <= n:
        place *= 7
    digits = ""
    while place:
        digits += str(n // place)
        n %= place
        place //= 7
    return digits


def prism_volume(n: int) -> float:
    return n * n * math.sqrt(3) / 4 * 10


def prism_volume_counted(n: int) -> float:
    half = 3 * n / 2
    return math.sqrt(half * (half - n) ** 3) * 10


def cylinder_side_area(n: int) -> float:
    return 2 * math.pi * n * 5


def cylinder_side_area_counted(n: int) -> float:
    whole = 2 * math.pi * n * (n + 5)
    discs = 2 * math.pi * n * n
    return whole - discs


def partitions_into_two(n: int) -> int:
    return n // 2


def partitions_into_two_counted(n: int) -> int:
    return sum(1 for a in range(1, n) for b in range(a, n) if a + b == n)
