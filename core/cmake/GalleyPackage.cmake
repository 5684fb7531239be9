# Installation: libraries by component, headers, find_package and pkg-config files.
