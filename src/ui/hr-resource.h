/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where a file of this room lies among the program's resources. */
#define HR_RESOURCE(name) "/io/github/headroom/Headroom/ui/" name
