#pragma once

#include "converters/pdf/check/checked_file.h"
#include "converters/pdf/emit/object_list.h"
#include "galley/result.h"

namespace galley::pdf {

/// Holds a file against every rule of its standard that a program can check.
[[nodiscard]] Findings check_file(const CheckedFile& file);

/// The same before a file is serialized: nothing leaves that breaks a rule. Fails with `pdf.broken-rule`, a
/// `Cause::self_check`, naming the first clause broken. Thread-safe.
[[nodiscard]] Result<> check_objects(const ObjectList& objects, Standard standard);

}  // namespace galley::pdf
