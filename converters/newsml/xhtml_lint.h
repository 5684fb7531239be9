#pragma once

#include "converters/newsml/nitf_lint.h"

namespace galley::newsml {

/// Checks the elements of XHTML below `root`: known names, and what may stand in what (HTML, 4: content models;
/// XHTML 1.0, appendix B). In XHTML's namespace or none, as `root` is; a root that is no html element is taken for flow
/// content.
void lint_xhtml(const XmlNode& root, const OnNitfFault& on_fault);

}  // namespace galley::newsml
