/* SPDX-FileCopyrightText: The Headroom developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* HR_TEST_SANITIZED: 1 if the address sanitizer watches, which makes everything several
 * times as slow; else 0. */
#if defined(__SANITIZE_ADDRESS__)
#define HR_TEST_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HR_TEST_SANITIZED 1
#endif
#endif
#ifndef HR_TEST_SANITIZED
#define HR_TEST_SANITIZED 0
#endif
