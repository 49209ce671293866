# SPDX-FileCopyrightText: The Headroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same numbers in every run and every version of Python.

Only random.Random.random() promises that, so all else is made from it.
"""

import math
import random


class Dice:
    def __init__(self, seed):
        self.share = random.Random(seed).random

    def between(self, low, high):
        return low + self.share() * (high - low)

    def whole(self, low, high):
        return low + int(self.share() * (high - low + 1))

    def one_of(self, things):
        return things[int(self.share() * len(things))]

    def weighted(self, things):
        """things: pairs of a thing and its weight."""
        at = self.share() * sum(weight for _, weight in things)
        for thing, weight in things:
            at -= weight
            if at < 0:
                return thing
        return things[-1][0]

    def normal(self, mean=0.0, deviation=1.0):
        u, v = 1 - self.share(), self.share()
        return mean + deviation * math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v)

    def poisson(self, mean):
        limit, n, product = math.exp(-mean), 0, self.share()
        while product > limit:
            n += 1
            product *= self.share()
        return n

    def shuffle(self, things):
        for i in range(len(things) - 1, 0, -1):
            j = int(self.share() * (i + 1))
            things[i], things[j] = things[j], things[i]
