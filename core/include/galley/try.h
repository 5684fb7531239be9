#pragma once

/// For those who write converters: `GALLEY_TRY(auto page, lay_out(document));` declares `page`, or returns the failure.
/// `GALLEY_CHECK(write(page));` is the same for a `Result<>`. Not included by any other public header.

#include "galley/result.h"

#include <utility>

#define GALLEY_TRY_JOIN_(left, right) left##right
#define GALLEY_TRY_NAME_(left, right) GALLEY_TRY_JOIN_(left, right)

#define GALLEY_TRY_AS_(name, declaration, ...)               \
    auto name = (__VA_ARGS__);                               \
    if (!name) {                                             \
        return ::std::unexpected(::std::move(name).error()); \
    }                                                        \
    declaration = *::std::move(name)

#define GALLEY_TRY(declaration, ...) GALLEY_TRY_AS_(GALLEY_TRY_NAME_(galley_try_, __LINE__), declaration, __VA_ARGS__)

#define GALLEY_CHECK(...)                                                  \
    do {                                                                   \
        if (auto galley_checked = (__VA_ARGS__); !galley_checked) {        \
            return ::std::unexpected(::std::move(galley_checked).error()); \
        }                                                                  \
    } while (false)
