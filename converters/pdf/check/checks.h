#pragma once

#include "converters/pdf/check/checked_file.h"

/// The rules of ISO 19005-3 level A and ISO 14289-1 that a program can check, by what they are about. CONFORMANCE.md
/// lists every clause. All are pure, thread-safe, and safe on hostile files.
namespace galley::pdf {

/// Limits and forbidden things of any object (6.1.6 to 6.1.13, 6.5).
void check_values(const CheckedFile& file, Findings& findings);

/// Catalog, viewer preferences, output intent, pages, annotations, attached files.
void check_document(const CheckedFile& file, Findings& findings);

/// Fonts: embedded, with widths that agree with their programs and a text for every code (6.2.11).
void check_fonts(const CheckedFile& file, Findings& findings);

/// Content streams: known operators, balanced, everything real or artifact (14289-1, 7.1); and the structure tree they
/// belong to: links both ways, nesting of types, alternative texts, headings, tables, notes.
void check_structure(const CheckedFile& file, Findings& findings);

/// The XMP packet, and that the document information dictionary says the same (6.6).
void check_metadata(const CheckedFile& file, Findings& findings);

}  // namespace galley::pdf
